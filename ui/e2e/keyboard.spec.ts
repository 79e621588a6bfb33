import { enter, expect, open, place, tabTo, test, type Page } from './helpers';

/** The name of what has the focus. */
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');

test.describe('without a pointer', () => {
  test('the first start: set the mood, choose music and taste, and it plays', async ({ page }) => {
    await open(page, 'first', 'still&player=local');
    await tabTo(page, 'first-dot');
    for (let step = 0; step < 8; step += 1) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    expect((await place(page, 'first-dot')).valence).toBeCloseTo(0.4, 1);
    await enter(page, 'first-start-next');
    await tabTo(page, 'first-starter-toggle');
    await page.keyboard.press('Space');
    await expect(page.getByTestId('first-starter-toggle')).toHaveAttribute('aria-checked', 'false');
    await page.keyboard.press('Space');
    await enter(page, 'first-start-next');
    await enter(page, 'taste-chip');
    await expect(page.getByTestId('taste-chip').first()).toHaveAttribute('aria-pressed', 'true');
    await enter(page, 'first-start-done');
    await expect(page.getByTestId('player-play')).toHaveAccessibleName('Pause');
  });

  test('the mood, the policy, and a word about the song', async ({ page }) => {
    await open(page);
    const before = await place(page);
    await tabTo(page, 'plane-dot');
    for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect((await place(page)).arousal).toBeCloseTo(before.arousal - 0.2, 1);
    await enter(page, 'undo-correction');
    await expect(page.getByTestId('undo-pill')).toBeHidden();

    await tabTo(page, 'policy-match');
    await page.keyboard.press('ArrowRight');
    await expect(page.getByTestId('policy-lift')).toHaveAttribute('aria-checked', 'true');

    await enter(page, 'like');
    await expect(page.getByTestId('like')).toHaveAttribute('aria-pressed', 'true');
    await enter(page, 'current-terms');
    const title = page.getByTestId('current-title');
    const first = await title.innerText();
    await enter(page, 'more');
    await expect(page.getByTestId('menu')).toBeVisible();
    await tabTo(page, 'menu-place', 'ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('more')).toBeFocused();
    await enter(page, 'never');
    await expect(title).not.toHaveText(first);
  });

  test('the queue: why, play now, and the menu of a row', async ({ page }) => {
    await open(page);
    await enter(page, 'row-why');
    await expect(page.getByTestId('row-why').first()).toHaveAttribute('aria-expanded', 'true');
    await tabTo(page, 'row-more');
    const row = await focused(page);
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('menu')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect.poll(() => focused(page)).toBe(row);
    await tabTo(page, 'row-play', 'Shift+Tab');
    const chosen = await focused(page);
    await page.keyboard.press('Enter');
    const title = await page.getByTestId('current-title').innerText();
    expect(chosen).toBe(`Play “${title}” now`);
  });

  test('the library: search, sort, and play next', async ({ page }) => {
    await open(page);
    await page.keyboard.press('/');
    await page.keyboard.type('a');
    await tabTo(page, 'library-sort-artist');
    await page.keyboard.press('Enter');
    await expect(page.locator('[aria-sort=ascending]')).toContainText('Artist');
    await tabTo(page, 'library-next');
    const chosen = await focused(page);
    await page.keyboard.press('Enter');
    await page.keyboard.press('1');
    const next = page.getByTestId('row-play').first();
    const title = (await next.getAttribute('aria-label'))?.replace(/now$/, 'next');
    expect(title).toBe(chosen);
  });

  test('the history: a span, a moment of one’s own, a change, and undo', async ({ page }) => {
    await open(page);
    await page.keyboard.press('3');
    await tabTo(page, 'span-day');
    await page.keyboard.press('ArrowRight');
    await expect(page.getByTestId('span-week')).toHaveAttribute('aria-checked', 'true');
    await page.keyboard.press('ArrowLeft');
    await enter(page, 'history-edit');
    await expect(page.getByTestId('edit-entry')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('edit-entry')).toBeHidden();
    await expect(page.getByTestId('history-edit').first()).toBeFocused();
  });

  test('the settings: a switch, a choice, a dialog that is left again', async ({ page }) => {
    await open(page);
    await page.keyboard.press('4');
    await tabTo(page, 'camera-at-start');
    await page.keyboard.press('Space');
    await expect(page.getByTestId('camera-at-start')).toHaveAttribute('aria-checked', 'true');
    await tabTo(page, 'theme-system');
    await page.keyboard.press('ArrowRight');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
    await enter(page, 'delete-all');
    await expect(page.getByTestId('delete-all-word')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('delete-all')).toBeFocused();
  });

  test('a part of the settings says what it is about', async ({ page }) => {
    await open(page);
    await page.keyboard.press('4');
    const group = page.getByRole('group', { name: 'Delete everything' });
    await expect(group.getByRole('button')).toHaveText('Delete…');
  });
});
