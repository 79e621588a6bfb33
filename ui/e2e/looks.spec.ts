import { expectAccessible, expectReadable } from './axe';
import { expect, open, test, type Page } from './helpers';
import { sticksOut } from './measured';
import { learned, STATES } from './states';

declare global {
  interface Window {
    harmed?: number;
  }
}

/**
 * Expects that names of markup are shown as text. The fixture of every test fails one that breaks the content policy, asks
 * for something outside, or throws.
 */
async function expectUnharmed(page: Page): Promise<void> {
  const found = await page.evaluate(() => ({
    harmed: window.harmed,
    brought: document.querySelectorAll('img[src="x"], script:not([src])').length,
    wider: document.documentElement.scrollWidth - window.innerWidth,
  }));
  expect.soft(found.harmed).toBeUndefined();
  expect.soft(found.brought).toBe(0);
  expect.soft(found.wider).toBeLessThanOrEqual(0);
}

// With names of markup, which are to be readable and labelled as any others are.
for (const [name, { situation, reach }] of Object.entries(STATES)) {
  test(`${name} is readable and labelled, and names in it are text only`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await open(page, situation, 'still&hostile');
    await reach?.(page);
    await expectUnharmed(page);
    await expectAccessible(page);
    const html = page.locator('html');
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect(html).toHaveAttribute('data-theme', 'dark');
    await expectReadable(page);
    await page.emulateMedia({ forcedColors: 'active' });
    await expectReadable(page);
    await page.emulateMedia({ colorScheme: 'light' });
    await expect(html).toHaveAttribute('data-theme', 'light');
    await expectReadable(page);
  });
}

test('with reduced motion nothing is animated', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page);
  const durations = await page.evaluate(() =>
    [...document.querySelectorAll('*')].map((e) => getComputedStyle(e).transitionDuration),
  );
  expect([...new Set(durations.flatMap((d) => d.split(', ')))]).toEqual(['0s']);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 380, height: 780 }, hasTouch: true });

  for (const view of ['now', 'library', 'history', 'settings', 'learned']) {
    test(`${view} fits and nothing sticks out`, async ({ page }) => {
      await open(page);
      if (view === 'learned') await learned(page);
      else await page.getByTestId(`nav-${view}`).click();
      if (view === 'now') await page.getByTestId('row-why').first().click();
      expect(await sticksOut(page)).toEqual([]);
    });
  }

  test('a server fits and nothing sticks out', async ({ page }) => {
    await open(page, 'lively', 'still&long&servers=failed');
    await page.getByTestId('nav-settings').click();
    await expect(page.getByTestId('server')).toBeVisible();
    expect(await sticksOut(page)).toEqual([]);
  });

  for (const tab of ['own', 'map']) {
    test(`the library's ${tab} fits and nothing sticks out`, async ({ page }) => {
      await open(page, 'scanning');
      await page.getByTestId('nav-library').click();
      await page.getByTestId(`library-tab-${tab}`).click();
      await expect(
        page.getByTestId(tab === 'own' ? 'own-row' : 'map-points').first(),
      ).toBeVisible();
      expect(await sticksOut(page)).toEqual([]);
    });
  }

  test('the bar is at the bottom, and the last track can be scrolled above it', async ({
    page,
  }) => {
    await open(page);
    const bar = await page.getByRole('navigation').boundingBox();
    expect(bar?.y).toBeGreaterThan(700);
    const last = page.getByTestId('queue-row').last();
    await last.scrollIntoViewIfNeeded();
    const box = await last.boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0);
  });

  test('the introduction fits', async ({ page }) => {
    await open(page, 'first');
    await expect(page.getByTestId('first-start-next')).toBeInViewport();
  });
});
