// Writes docs/screenshots/{view}-{theme}.png and the guide's pictures from the built window with invented data.
import { chromium } from '@playwright/test';
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build, preview } from 'vite';

const OUT = fileURLToPath(new URL('../../docs/screenshots/', import.meta.url));
const GUIDE = fileURLToPath(new URL('../../docs/guide/pictures/', import.meta.url));
const VIEWS = ['now', 'library', 'history', 'settings', 'learned'];
const NOON = new Date('2026-03-11T15:40:00');

/** Says something of a few tracks, and opens the page that tells what was learned from it. */
async function learn(page) {
  await page.getByTestId('like').click();
  await page.getByTestId('row-more').nth(1).click();
  await page.getByTestId('menu-never').click();
  await page.getByTestId('row-more').nth(2).click();
  await page.getByTestId('menu-wrong-mood').click();
  await page.getByTestId('nav-settings').click();
  await page.getByTestId('open-learned').click();
}

/** The pictures of docs/guide: a situation of the fake, and the way from there. */
const PICTURES = {
  first: ['first', async () => {}],
  reasons: ['lively', (page) => page.getByTestId('current-terms').click()],
  voice: ['lively', (page) => page.getByTestId('voice-along').click()],
  'own-music': ['own', (page) => page.getByTestId('nav-library').click()],
};

/** Takes a picture without the pointer and a focus in it. */
async function shoot(page, path) {
  await page.mouse.move(0, 0);
  await page.evaluate(() => document.activeElement?.blur());
  await page.waitForTimeout(300);
  await page.screenshot({ path });
}

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
    await page.getByTestId(view === 'learned' ? 'nav-now' : `nav-${view}`).click();
    if (view === 'now') await page.getByTestId('policy-lift').click();
    if (view === 'learned') await learn(page);
    await shoot(page, `${OUT}${view}-${colorScheme}.png`);
  }
  await page.setViewportSize({ width: 400, height: 112 });
  await page.goto('http://127.0.0.1:4180/?fake=own&still&player=local&window=mini');
  await page.getByTestId('player-play').click();
  await shoot(page, `${OUT}mini-${colorScheme}.png`);
  await page.close();
}
for (const [name, [situation, reach]] of Object.entries(PICTURES)) {
  const page = await browser.newPage({
    viewport: { width: 1120, height: 740 },
    reducedMotion: 'reduce',
  });
  await page.clock.setFixedTime(NOON);
  await page.goto(`http://127.0.0.1:4180/?fake=${situation}&still`);
  await reach(page);
  await shoot(page, `${GUIDE}${name}.png`);
  await page.close();
}
await browser.close();
await server.close();
