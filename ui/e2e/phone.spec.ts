import { expect, open, place, test, type Page } from './helpers';

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

/** The test ids of what shows within `place` and is smaller than a finger needs. */
const small = async (page: Page, place: string) =>
  page.evaluate(
    (place) =>
      [...document.querySelectorAll(`${place} :is(button, input.field, select)`)]
        .map((element) => ({ element, box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0 && Math.min(box.width, box.height) < 47.5)
        .map(({ element }) => element.getAttribute('data-testid') ?? element.className),
    place,
  );

const SIZES = [
  ['upright', UPRIGHT],
  ['across', ACROSS],
] as const;
const SHEETS = ['plane', 'queue'] as const;

for (const [name, size] of SIZES) {
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

for (const [name, size] of SIZES) {
  for (const sheet of SHEETS) {
    test(`the ${sheet} is a sheet over any view ${name}`, async ({ page }) => {
      await page.setViewportSize(size);
      await open(page);
      await expect(page.getByTestId('plane')).toHaveCount(0);
      await expect(page.getByTestId('queue-row')).toHaveCount(0);
      for (const view of ['now', 'library'] as const) {
        await page.getByTestId(`nav-${view}`).tap();
        await page.getByTestId(`open-${sheet}`).tap();
        const dialog = page.getByTestId(`${sheet}-sheet`);
        await expect(dialog).toBeVisible();
        const box = await dialog.boundingBox();
        expect(box && Math.round(box.y + box.height), 'it lies at the lower edge').toBe(
          size.height,
        );
        expect(box && box.y, 'something of the view is left').toBeGreaterThanOrEqual(16);
        expect(await dialog.evaluate((it) => it.scrollWidth - it.clientWidth)).toBeLessThanOrEqual(
          0,
        );
        expect(await small(page, `[data-testid=${sheet}-sheet]`)).toEqual([]);
        await page.evaluate(() => window.history.back());
        await expect(dialog).toBeHidden();
        await expect(page.getByTestId(`nav-${view}`)).toHaveAttribute('aria-current', 'page');
      }
    });
  }

  test(`the plane is whole in its sheet ${name}`, async ({ page }) => {
    await page.setViewportSize(size);
    await open(page);
    await page.getByTestId('open-plane').tap();
    const box = await page.getByTestId('plane').boundingBox();
    expect(box && box.y + box.height).toBeLessThan(size.height);
    await page.getByTestId('plane-sheet-close').tap();
    await expect(page.getByTestId('plane')).toHaveCount(0);
  });
}

test('the sheets fit the screen with text twice as large', async ({ page }) => {
  await open(page);
  await page.evaluate(() => (document.documentElement.style.fontSize = '32px'));
  for (const sheet of SHEETS) {
    await page.getByTestId(`open-${sheet}`).tap();
    const dialog = page.getByTestId(`${sheet}-sheet`);
    expect(await dialog.evaluate((it) => it.scrollWidth - it.clientWidth)).toBeLessThanOrEqual(0);
    await page.getByTestId(`${sheet}-sheet-close`).tap();
  }
});

test('the mood is set in its sheet, and a track of the queue is played from its own', async ({
  page,
}) => {
  await open(page);
  await page.getByTestId('open-plane').tap();
  await page.getByTestId('plane-dot').focus();
  const before = await place(page);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('undo-pill')).toBeVisible();
  expect((await place(page)).valence).toBeGreaterThan(before.valence);
  await page.getByTestId('plane-sheet-close').tap();
  await page.getByTestId('open-queue').tap();
  const row = page.getByTestId('queue-row').nth(1);
  const title = await row.locator('.title').innerText();
  await row.getByTestId('row-play').tap();
  await page.getByTestId('queue-sheet-close').tap();
  await expect(page.getByTestId('current-title')).toHaveText(title);
});

test('a dialog over a sheet closes before it', async ({ page }) => {
  await open(page);
  await page.getByTestId('open-queue').tap();
  await page.getByTestId('row-more').first().tap();
  await page.getByTestId('menu-place').tap();
  const sheet = page.getByTestId('queue-sheet');
  await expect(page.getByRole('dialog')).toHaveCount(2);
  await page.evaluate(() => window.history.back());
  await expect(page.getByRole('dialog')).toHaveCount(1);
  await expect(sheet).toBeVisible();
  await page.evaluate(() => window.history.back());
  await expect(sheet).toBeHidden();
});

test.describe('on a tablet', () => {
  test.use({ viewport: { width: 1280, height: 800 } });

  test('the plane and the queue stand side by side', async ({ page }) => {
    await open(page);
    await expect(page.getByTestId('plane')).toBeVisible();
    await expect(page.getByTestId('queue-row').first()).toBeVisible();
    await expect(page.getByTestId('open-plane')).toHaveCount(0);
  });
});

test.describe('with long words', () => {
  test.use({ locale: 'de' });

  for (const width of [320, 360, 390]) {
    test(`the bar has its buttons side by side and leaves room, ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 640 });
      for (const player of ['list', 'local']) {
        await open(page, 'lively', `still&player=${player}`);
        const [plane, queue] = await Promise.all(
          ['open-plane', 'open-queue'].map((name) => page.getByTestId(name).boundingBox()),
        );
        expect(plane?.y, player).toBe(queue?.y);
        expect(plane?.height, player).toBeLessThanOrEqual(48);
        const bar = await page.getByTestId('player').boundingBox();
        expect(bar?.height, player).toBeLessThanOrEqual(player === 'list' ? 115 : 215);
        // With the bar full, the settings choose what plays.
        const kind = page.getByTestId('player-kind');
        await expect(kind).toHaveCount(player === 'list' ? 1 : 0);
      }
    });
  }
});
