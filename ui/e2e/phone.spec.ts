import { expect, open, test, type Page } from './helpers';

const UPRIGHT = { width: 390, height: 844 };
const ACROSS = { width: 844, height: 390 };
const VIEWS = ['now', 'library', 'history', 'settings'] as const;

test.use({
  viewport: UPRIGHT,
  hasTouch: true,
  isMobile: true,
  userAgent: 'Mozilla/5.0 (Linux; Android 16; Pixel 9; wv) AppleWebKit/537.36',
});

/** How far the page or its view reaches past the screen’s edge. */
const overflow = async (page: Page) =>
  page.evaluate(() => {
    const view = document.querySelector('.view');
    const beyond = (element: Element) => element.scrollWidth - element.clientWidth;
    return Math.max(beyond(document.documentElement), view ? beyond(view) : 0);
  });

for (const [name, size] of [
  ['upright', UPRIGHT],
  ['across', ACROSS],
] as const) {
  test(`every view fits the screen ${name}`, async ({ page }) => {
    await page.setViewportSize(size);
    await open(page);
    for (const view of VIEWS) {
      await page.getByTestId(`nav-${view}`).tap();
      expect(await overflow(page), view).toBeLessThanOrEqual(0);
    }
  });
}

test('every view fits the screen with text twice as large', async ({ page }) => {
  await open(page);
  await page.evaluate(() => (document.documentElement.style.fontSize = '32px'));
  for (const view of VIEWS) {
    await page.getByTestId(`nav-${view}`).tap();
    expect(await overflow(page), view).toBeLessThanOrEqual(0);
  }
});

test('what is pressed with a finger is large enough for one', async ({ page }) => {
  await open(page);
  for (const view of VIEWS) {
    await page.getByTestId(`nav-${view}`).tap();
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('nav button, .button, .icon-button, input.field, select.field')]
        .map((element) => ({ element, box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0 && Math.min(box.width, box.height) < 47.5)
        .map(({ element }) => element.getAttribute('data-testid') ?? element.className),
    );
    expect(small, view).toEqual([]);
  }
});

test('the back button closes a dialog, then goes to the first view', async ({ page }) => {
  await open(page);
  await page.getByTestId('nav-history').tap();
  await page.getByTestId('moment-add').tap();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await page.evaluate(() => window.history.back());
  await expect(dialog).toBeHidden();
  await expect(page.getByTestId('nav-history')).toHaveAttribute('aria-current', 'page');
  await page.evaluate(() => window.history.back());
  await expect(page.getByTestId('nav-now')).toHaveAttribute('aria-current', 'page');
});
