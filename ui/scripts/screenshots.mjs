// Writes docs/screenshots/{view}-{theme}.png from the built window with invented data.
import { chromium } from '@playwright/test';
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build, preview } from 'vite';

const OUT = fileURLToPath(new URL('../../docs/screenshots/', import.meta.url));
const VIEWS = ['now', 'library', 'history', 'settings'];
const NOON = new Date('2026-03-11T15:40:00');

// Its own folder: the window's build may be under way in dist at the same time.
const built = { outDir: 'node_modules/.cache/attune-screenshots' };
await build({ logLevel: 'warn', build: built });
const server = await preview({ build: built, preview: { port: 4180 } });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync'],
});
await mkdir(OUT, { recursive: true });
for (const colorScheme of ['light', 'dark']) {
  const page = await browser.newPage({
    viewport: { width: 1120, height: 740 },
    colorScheme,
    reducedMotion: 'reduce',
  });
  await page.clock.setFixedTime(NOON);
  await page.goto('http://127.0.0.1:4180/?fake=lively&still');
  for (const view of VIEWS) {
    await page.getByTestId(`nav-${view}`).click();
    if (view === 'now') await page.getByTestId('policy-lift').click();
    await page.mouse.move(0, 0);
    await page.evaluate(() => document.activeElement?.blur());
    await page.waitForTimeout(300);
    await page.screenshot({ path: `${OUT}${view}-${colorScheme}.png` });
  }
  await page.close();
}
await browser.close();
await server.close();
