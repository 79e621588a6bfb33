import { expect, open, test } from './helpers';

test('four cards explain Attune and ask about camera, music and taste', async ({ page }) => {
  await open(page, 'first');
  const card = page.getByTestId('first-start');
  await expect(card).toContainText('1 of 4');
  await expect(card).toContainText('expressions, not feelings');

  await page.getByTestId('first-start-next').click();
  await expect(card).toContainText('Use your camera?');
  await expect(page.getByTestId('first-camera-state')).toContainText('Camera closed');
  await page.getByTestId('first-camera-toggle').click();
  await expect(page.getByTestId('first-camera-state')).toContainText('Attune can see your face.');

  await page.getByTestId('first-start-next').click();
  await page.getByTestId('import-csv').last().click();
  await expect(card.getByTestId('import-report')).toContainText('1,287 tracks');
  await page.getByTestId('first-starter-toggle').click();
  await page.getByTestId('first-start-back').click();
  await page.getByTestId('first-start-next').click();
  await expect(page.getByTestId('first-starter-toggle')).toHaveAttribute('aria-checked', 'false');

  await page.getByTestId('first-start-next').click();
  await expect(card).toContainText('This is optional');
  await page.getByTestId('first-start-done').click();
  await expect(card).toBeHidden();
  await expect(page.getByTestId('current-title')).toBeVisible();
});

test('the camera stays closed until it is started', async ({ page }) => {
  await open(page, 'first');
  for (let card = 1; card < 4; card += 1) await page.getByTestId('first-start-next').click();
  await page.getByTestId('first-start-done').click();
  await expect(page.getByTestId('camera-state')).toHaveAttribute('data-state', 'off');
});

test('it can be skipped with the button or Escape, and shown again', async ({ page }) => {
  await open(page, 'first');
  await page.getByTestId('first-start-skip').click();
  await expect(page.getByTestId('first-start')).toBeHidden();
  await page.keyboard.press('4');
  await page.getByTestId('first-start-again').click();
  await expect(page.getByTestId('first-start')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('first-start')).toBeHidden();
});

test('shortcuts do nothing behind the cards', async ({ page }) => {
  await open(page, 'first');
  await page.keyboard.press('2');
  await page.getByTestId('first-start-skip').click();
  await expect(page.getByTestId('nav-now')).toHaveAttribute('aria-current', 'page');
});
