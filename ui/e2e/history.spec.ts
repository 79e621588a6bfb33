import { expect, open, place, test } from './helpers';

test.beforeEach(async ({ page }) => {
  await page.clock.install({ time: new Date(2026, 2, 11, 21, 0) });
  await open(page);
  await page.getByTestId('nav-history').click();
});

test('an entry can be corrected and annotated', async ({ page }) => {
  const row = page.getByTestId('history-row').first();
  await row.getByTestId('history-edit').click();
  const before = await place(page, 'edit-dot');
  await page.getByTestId('edit-dot').focus();
  for (let i = 0; i < 30; i += 1) await page.keyboard.press('ArrowLeft');
  for (let i = 0; i < 30; i += 1) await page.keyboard.press('ArrowDown');
  expect((await place(page, 'edit-dot')).valence).toBeLessThan(before.valence);
  await page.getByTestId('edit-note').fill('Missed the bus.');
  await page.getByTestId('edit-save').click();
  await expect(page.getByTestId('edit-entry')).toBeHidden();
  await expect(row.getByTestId('history-word')).toHaveText('down');
  await expect(row.getByTestId('history-note')).toHaveText('Missed the bus.');
  await expect(row).toContainText('you');
});

test('the small plane can be dragged', async ({ page }) => {
  await page.getByTestId('history-edit').first().click();
  const box = await page.getByTestId('edit-plane').boundingBox();
  if (!box) throw new Error('no plane');
  await page.getByTestId('edit-dot').hover();
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.95, box.y + box.height * 0.3, { steps: 5 });
  await page.mouse.up();
  await page.getByTestId('edit-save').click();
  await expect(page.getByTestId('history-word').first()).toHaveText('cheerful');
});

test('cancelling the editor changes nothing', async ({ page }) => {
  const row = page.getByTestId('history-row').first();
  const before = await row.innerText();
  await row.getByTestId('history-edit').click();
  await page.getByTestId('edit-note').fill('Nothing to keep.');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('edit-entry')).toBeHidden();
  expect(await row.innerText()).toBe(before);
});

test('deleting an entry can be undone for a while', async ({ page }) => {
  const rows = page.getByTestId('history-row');
  const count = await rows.count();
  const id = (await rows.nth(2).getAttribute('data-id')) ?? '';
  const row = page.locator(`[data-testid=history-row][data-id="${id}"]`);
  await row.getByTestId('history-delete').click();
  await expect(rows).toHaveCount(count - 1);
  await page.getByTestId('history-undo-action').click();
  await expect(row).toBeVisible();

  await row.getByTestId('history-delete').click();
  await page.clock.runFor(7000);
  await expect(page.getByTestId('history-undo')).toBeHidden();
  await page.getByTestId('nav-now').click();
  await page.getByTestId('nav-history').click();
  await expect(rows).toHaveCount(count - 1);
});

test('days can be browsed, but not beyond today', async ({ page }) => {
  await expect(page.getByTestId('day')).toHaveText('Today');
  await expect(page.getByTestId('day-after')).toBeDisabled();
  await page.getByTestId('day-before').click();
  await expect(page.getByTestId('day')).toHaveText('Yesterday');
  await page.getByTestId('day-before').click();
  await expect(page.getByTestId('day')).toHaveText('Mon 9 Mar');
  await expect(page.getByTestId('history-empty')).toBeVisible();
  await page.getByTestId('day-after').click();
  await page.getByTestId('day-after').click();
  await expect(page.getByTestId('history-row').first()).toBeVisible();
});

test('a correction on the plane adds an entry', async ({ page }) => {
  const rows = page.getByTestId('history-row');
  const count = await rows.count();
  await page.getByTestId('nav-now').click();
  await page.getByTestId('plane-dot').focus();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await page.getByTestId('nav-history').click();
  await expect(rows).toHaveCount(count + 1);
});

test('weeks and months lead to their days', async ({ page }) => {
  await page.getByTestId('span-month').click();
  await expect(page.getByTestId('day')).toHaveText('March 2026');
  const days = page.getByTestId('month-day');
  await expect(days).toHaveCount(31);
  await expect(days.nth(10)).toHaveAccessibleName(/^Today · mostly \w+ · \d+ songs$/);
  await expect(days.nth(4)).toHaveAccessibleName('Thu 5 Mar');
  await expect(days.nth(11)).toBeDisabled();
  await page.getByTestId('day-before').click();
  await expect(page.getByTestId('day')).toHaveText('February 2026');
  await expect(days).toHaveCount(28);
  await page.getByTestId('day-after').click();

  await page.getByTestId('span-week').click();
  await expect(page.getByTestId('week-day')).toHaveCount(7);
  await expect(page.getByTestId('week-day').nth(3)).toBeDisabled();
  await page.getByTestId('week-day').nth(2).click();
  await expect(page.getByTestId('day')).toHaveText('Today');
  await expect(page.getByTestId('history-row').first()).toBeVisible();
});

test('what was heard stands with its mood', async ({ page }) => {
  await expect(page.getByTestId('history-heard').first()).toContainText('→ ');
  const song = page.getByTestId('strip-song').first();
  await expect(song).toBeVisible();
  await expect(song.locator('img, svg')).toHaveCount(1);
});

test('from a week of days on, one observation is made', async ({ page }) => {
  await expect(page.getByTestId('observation')).toHaveCount(0);
  await page.clock.install({ time: new Date(2026, 2, 21, 21, 0) });
  await open(page, 'lively', 'still&days=12');
  await page.getByTestId('nav-history').click();
  await page.getByTestId('span-month').click();
  const observation = page.getByTestId('observation');
  await expect(observation).toContainText('Evenings are your calmest time.');
  await expect(observation).toContainText(/On \d+ of \d+ days\./);
  await page.getByTestId('observation-days').click();
  expect(await page.locator('[data-testid=month-day].marked').count()).toBeGreaterThan(8);
});

test('a moment can be added', async ({ page }) => {
  await page.getByTestId('moment-add').click();
  await page.getByTestId('moment-when').fill('2026-03-10T08:15');
  await page.getByTestId('moment-dot').focus();
  for (let i = 0; i < 12; i += 1) await page.keyboard.press('ArrowRight');
  await page.getByTestId('moment-note').fill('Breakfast outside.');
  await page.getByTestId('moment-save').click();
  await expect(page.getByTestId('day')).toHaveText('Yesterday');
  const row = page.getByTestId('history-row').filter({ hasText: '08:15' });
  await expect(row).toContainText('Breakfast outside.');
  await expect(row.getByTestId('history-word')).toHaveText('cheerful');
});

test('in a narrow window the buttons of a moment stand side by side', async ({ page }) => {
  await page.setViewportSize({ width: 380, height: 780 });
  const row = page.getByTestId('history-row').first();
  const [edit, bin] = await Promise.all(
    ['history-edit', 'history-delete'].map((name) => row.getByTestId(name).boundingBox()),
  );
  expect(edit?.y).toBe(bin?.y);
});
