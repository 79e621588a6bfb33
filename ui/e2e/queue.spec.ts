import { expect, open, place, test, type Page } from './helpers';

const row = (page: Page, at = 0) => page.getByTestId('queue-row').nth(at);
const idOf = async (page: Page, at = 0) => (await row(page, at).getAttribute('data-track')) ?? '';
const byId = (page: Page, id: string) =>
  page.locator(`[data-testid=queue-row][data-track="${id}"]`);

async function choose(page: Page, action: string, at = 0) {
  await row(page, at).getByTestId('row-more').click();
  await page.getByTestId(action).click();
}

test.beforeEach(({ page }) => open(page));

test('a shared reason is said once, and all reasons on demand', async ({ page }) => {
  const headings = page.getByTestId('queue-heading');
  await expect(headings.first()).toHaveText('Warm and calm · close to your mood');
  expect(await headings.count()).toBeLessThan(await page.getByTestId('queue-row').count());
  const why = row(page).getByTestId('row-why');
  await expect(why).toHaveAttribute('aria-expanded', 'false');
  await why.click();
  await expect(why).toHaveAttribute('aria-expanded', 'true');
  const terms = row(page).getByTestId('term');
  await expect(terms.first()).toContainText('Fits your mood');
  await expect(terms.first()).toContainText('for it');
  await expect(row(page).getByTestId('terms')).toContainText('slightly against it');
  await expect(row(page).getByTestId('terms')).toContainText('the same for every track');
  await expect(row(page).getByTestId('row-reasons')).toContainText('because it is warm and calm');
  await why.click();
  await expect(row(page).getByTestId('terms')).toBeHidden();
});

test('a row is played by a double click, by its cover and from its menu', async ({ page }) => {
  const current = page.getByTestId('current-title');
  const title = (at: number) => row(page, at).locator('.title').innerText();
  let wanted = await title(3);
  await row(page, 3).locator('.title').dblclick();
  await expect(current).toHaveText(wanted);
  wanted = await title(2);
  await row(page, 2).getByTestId('row-play').click();
  await expect(current).toHaveText(wanted);
  wanted = await title(1);
  await choose(page, 'menu-play', 1);
  await expect(current).toHaveText(wanted);
});

test('a row can be dragged to another place, where it stays', async ({ page }) => {
  const id = await idOf(page, 0);
  const from = await row(page, 0).locator('.title').boundingBox();
  const to = await row(page, 2).boundingBox();
  if (!from || !to) throw new Error('no rows');
  await page.mouse.move(from.x + 10, from.y + 5);
  await page.mouse.down();
  await page.mouse.move(from.x + 10, from.y + 40, { steps: 3 });
  await page.mouse.move(from.x + 10, to.y + to.height - 4, { steps: 5 });
  await expect(row(page, 3)).toHaveAttribute('data-mark', 'above');
  await page.mouse.up();
  await expect(row(page, 2)).toHaveAttribute('data-track', id);
  await page.getByTestId('policy-energise').click();
  await expect(page.getByTestId('policy-goal')).toBeVisible();
  await expect(row(page, 2)).toHaveAttribute('data-track', id);
});

test('a row is moved with Alt and the arrow keys, and keeps the focus', async ({ page }) => {
  const id = await idOf(page, 1);
  await row(page, 1).getByTestId('row-play').focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(row(page, 2)).toHaveAttribute('data-track', id);
  await expect(row(page, 2).getByTestId('row-play')).toBeFocused();
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(row(page, 0)).toHaveAttribute('data-track', id);
  await expect(page.getByTestId('queue-moved')).toContainText('is now number 1.');
});

test('when nothing fits the queue says so, and what helps', async ({ page }) => {
  await expect(page.getByTestId('nothing-fits')).toBeHidden();
  await open(page, 'own', 'still&player=local&tracks=3');
  await page.getByTestId('nav-library').click();
  await page.getByTestId('library-tab-catalogues').click();
  await page.getByTestId('starter-toggle').click();
  await page.getByTestId('nav-now').click();
  await page.getByTestId('policy-hold').click();
  await page.getByTestId('hold-ring').focus();
  for (let i = 0; i < 45; i += 1) await page.keyboard.press('ArrowUp');
  for (let i = 0; i < 45; i += 1) await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('nothing-fits')).toContainText('Your files have little that is');
  await expect(page.getByTestId('queue-heading')).toHaveText('The closest you have');
  await page.getByTestId('mix-soundscapes').click();
  await expect(page.getByTestId('mix-soundscapes')).toBeHidden();
  await page.getByTestId('choose-music').click();
  await expect(page.getByTestId('nav-library')).toHaveAttribute('aria-current', 'page');
});

test('the reasons of the current track link to what was learned', async ({ page }) => {
  await page.getByTestId('current-terms').click();
  await page.getByTestId('to-learned').click();
  await expect(page.getByTestId('learned')).toBeVisible();
});

test('removing a track can be undone', async ({ page }) => {
  const id = await idOf(page);
  await choose(page, 'menu-remove');
  await expect(byId(page, id)).toHaveCount(0);
  await expect(page.getByTestId('undo-toast')).toContainText('from the queue');
  await page.getByTestId('queue-undo').click();
  await expect(row(page)).toHaveAttribute('data-track', id);
  await expect(page.getByTestId('queue-undo')).toBeHidden();
});

test('an artist can be blocked, and actions are undone one after another', async ({ page }) => {
  const rows = page.getByTestId('queue-row');
  const before = await rows.evaluateAll((all) => all.map((e) => e.getAttribute('data-track')));
  const artist = 'June & Ferris';
  const place = (await rows.allInnerTexts()).findIndex((text) => text.includes(artist));
  expect(place).toBeGreaterThanOrEqual(0);
  await choose(page, 'menu-artist-never', place);
  await expect(rows.filter({ hasText: artist })).toHaveCount(0);
  await expect(page.getByTestId('undo-toast')).toContainText(`${artist} won’t play again`);
  await choose(page, 'menu-never');
  await choose(page, 'menu-wrong-mood');
  for (let i = 0; i < 3; i += 1) await page.getByTestId('queue-undo').click();
  await expect
    .poll(() => rows.evaluateAll((all) => all.map((e) => e.getAttribute('data-track'))))
    .toEqual(before);
});

test('the menu works with the keyboard alone', async ({ page }) => {
  const id = await idOf(page, 1);
  const more = row(page, 1).getByTestId('row-more');
  await more.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('menu-play')).toBeFocused();
  await page.keyboard.press('End');
  await expect(page.getByTestId('menu-artist-never')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByTestId('menu-play')).toBeFocused();
  // Keys of the window mean nothing in here.
  await page.keyboard.press('2');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('menu')).toBeHidden();
  await expect(more).toBeFocused();
  await expect(byId(page, id)).toBeVisible();

  await page.keyboard.press('Enter');
  await expect(page.getByTestId('menu-play')).toBeFocused();
  for (let i = 0; i < 3; i += 1) await page.keyboard.press('ArrowDown');
  await expect(page.getByTestId('menu-remove')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(byId(page, id)).toHaveCount(0);
  // And one is where the track was.
  await expect(row(page, 1).getByTestId('row-why')).toBeFocused();
});

test('a right click opens the menu, a click elsewhere closes it', async ({ page }) => {
  await row(page, 2).click({ button: 'right' });
  await expect(page.getByTestId('menu')).toBeVisible();
  await page.getByTestId('headline').click();
  await expect(page.getByTestId('menu')).toBeHidden();
});

test('the mood of a track can be set with the keyboard', async ({ page }) => {
  const id = await idOf(page);
  await choose(page, 'menu-place');
  const dot = page.getByTestId('place-dot');
  const before = await place(page, 'place-dot');
  await dot.focus();
  for (let i = 0; i < 40; i += 1) await page.keyboard.press('ArrowUp');
  for (let i = 0; i < 40; i += 1) await page.keyboard.press('ArrowLeft');
  expect((await place(page, 'place-dot')).arousal).toBeGreaterThan(before.arousal);
  await page.getByTestId('place-save').click();
  // Dark and energetic now, it no longer fits a calm mood.
  await expect(byId(page, id)).toHaveCount(0);
  await expect(page.getByTestId('undo-toast')).toContainText('Set the mood');
  await page.keyboard.press('u');
  await expect(row(page)).toHaveAttribute('data-track', id);
});

test('when nothing is left to play the reason is shown, and the last action can be undone', async ({
  page,
}) => {
  const empty = page.getByTestId('queue-empty');
  for (let i = 0; i < 40 && !(await empty.isVisible()); i += 1) {
    const titles = () => page.getByTestId('current-title').allTextContents();
    const before = await titles();
    await page.getByTestId('more').click();
    await page.getByTestId('menu-artist-never').click();
    // The blocked track leaves before the next one can be blocked.
    await expect.poll(titles).not.toEqual(before);
  }
  await expect(empty).toContainText('There’s nothing left to play.');
  await page.getByTestId('queue-undo').click();
  await expect(page.getByTestId('current-title')).toBeVisible();
});
