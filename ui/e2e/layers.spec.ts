import { expect, middleOf, open, test } from './helpers';

test('a toast lies above a dialog and can be closed there', async ({ page }) => {
  await open(page, 'error');
  await page.getByTestId('nav-settings').click();
  await page.getByTestId('export').click();
  await expect(page.getByTestId('failure')).toBeVisible();
  await page.getByTestId('nav-keys').click();
  await expect(page.getByTestId('keys-dialog')).toBeVisible();
  await page.getByTestId('failure-action').click();
  await expect(page.getByTestId('failure')).toBeHidden();
  await expect(page.getByTestId('keys-dialog')).toBeVisible();
});

test('a toast lies above the first start too', async ({ page }) => {
  await open(page, 'error');
  await page.getByTestId('nav-settings').click();
  await page.getByTestId('export').click();
  await expect(page.getByTestId('failure')).toBeVisible();
  await page.getByTestId('first-start-again').click();
  await expect(page.getByTestId('first-start')).toBeVisible();
  await page.getByTestId('failure-action').click();
  await expect(page.getByTestId('failure')).toBeHidden();
  await expect(page.getByTestId('first-start')).toBeVisible();
});

test('a toast that stays does not hide the next one', async ({ page }) => {
  await open(page, 'error');
  await page.getByTestId('nav-settings').click();
  await page.getByTestId('export').click();
  await page.keyboard.press('l');
  await expect(page.getByTestId('undo-toast')).toBeVisible();
  await expect(page.getByTestId('failure')).toBeVisible();
  const [failure, undo] = [
    await page.getByTestId('failure').boundingBox(),
    await page.getByTestId('undo-toast').boundingBox(),
  ];
  expect((failure?.y ?? 0) + (failure?.height ?? 0)).toBeLessThanOrEqual(undo?.y ?? 0);
});

test('a confirmation goes by itself', async ({ page }) => {
  await page.clock.install();
  await open(page, 'own');
  await page.getByTestId('nav-library').click();
  await page.getByTestId('own-row').nth(2).click({ button: 'right' });
  await page.getByTestId('menu-next').click();
  await expect(page.getByTestId('toast-text')).toBeVisible();
  await page.clock.runFor(9000);
  await expect(page.getByTestId('toast-text')).toBeHidden();
});

test('a dialog takes the focus to its field, keeps it inside and gives it back', async ({
  page,
}) => {
  await open(page);
  await page.getByTestId('nav-settings').click();
  await page.getByTestId('delete-all').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('delete-all-word')).toBeFocused();
  for (let i = 0; i < 6; i += 1) {
    await page.keyboard.press('Tab');
    await expect(page.getByTestId('delete-all-dialog').locator(':focus')).toHaveCount(1);
  }
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('delete-all-dialog')).toBeHidden();
  await expect(page.getByTestId('delete-all')).toBeFocused();
});

test('a dialog that a menu opened gives the focus back to the menu’s button', async ({ page }) => {
  await open(page);
  await page.getByTestId('row-more').first().focus();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('menu-play')).toBeFocused();
  for (let i = 0; i < 5; i += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('place-dot')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('place-dialog')).toBeHidden();
  await expect(page.getByTestId('row-more').first()).toBeFocused();
});

test('the wheel over an open menu loses no focus', async ({ page }) => {
  await open(page, 'own');
  await page.getByTestId('row-more').first().focus();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('menu')).toBeVisible();
  await page.mouse.wheel(0, 10);
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('row-more').first()).toBeFocused();
});

test('the sound panel closes on Escape and on a press elsewhere', async ({ page }) => {
  await open(page, 'lively', 'still&player=local');
  await page.getByTestId('player-sound').click();
  await expect(page.getByTestId('panel-output')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('sound-panel')).toBeHidden();
  await expect(page.getByTestId('player-sound')).toBeFocused();
  await page.getByTestId('player-sound').click();
  await page.getByTestId('headline').click();
  await expect(page.getByTestId('sound-panel')).toBeHidden();
});

test('the position slider dragged away and back changes nothing and goes on', async ({ page }) => {
  await open(page, 'lively', 'player=local');
  await page.getByTestId('player-play').click();
  const at = page.getByTestId('player-at');
  await expect(at).toHaveText(/0:0[1-9]/);
  const slider = page.getByTestId('player-place');
  const { y } = await middleOf(page, 'player-place');
  const x = await slider.evaluate((element: HTMLInputElement) => {
    const { left, width } = element.getBoundingClientRect();
    return left + 8 + (element.valueAsNumber / Number(element.max)) * (width - 16);
  });
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 120, y, { steps: 6 });
  await expect(at).not.toHaveText(/0:0\d/);
  await page.mouse.move(x, y, { steps: 12 });
  await page.mouse.up();
  await expect(at).toHaveText(/0:0\d/);
  const shown = await at.innerText();
  await expect(at).not.toHaveText(shown);
  await expect(at).toHaveText(/0:[01]\d/);
});
