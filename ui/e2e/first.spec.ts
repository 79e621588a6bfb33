import { expect, middleOf, open, place, test } from './helpers';

test('the first card is the plane: a drag sets the mood and starts a soundscape', async ({
  page,
}) => {
  await open(page, 'first');
  const card = page.getByTestId('first-start');
  await expect(card).toContainText('1 of 3');
  await expect(card).toContainText('How are you right now?');
  await expect(card).toContainText('expressions, not feelings');
  await expect(page.getByTestId('first-mute')).toBeDisabled();
  const plane = await page.getByTestId('first-plane').boundingBox();
  const dot = await middleOf(page, 'first-dot');
  if (!plane) throw new Error('no plane');
  await page.mouse.move(dot.x, dot.y);
  await page.mouse.down();
  await page.mouse.move(plane.x + plane.width * 0.9, plane.y + plane.height * 0.4, { steps: 4 });
  await expect(card.getByTestId('draft-pill')).toContainText('cheerful');
  await page.mouse.up();
  expect((await place(page, 'first-dot')).valence).toBeCloseTo(0.8, 1);
  await expect(page.getByTestId('first-sound')).toContainText('A soundscape that Attune composes');
  await page.getByTestId('first-mute').click();
  await expect(page.getByTestId('first-mute')).toHaveAccessibleName('Unmute');
});

test('the camera is offered in a sentence, and shows what it sees', async ({ page }) => {
  await open(page, 'first');
  await page.getByTestId('first-camera-toggle').click();
  await expect(page.getByTestId('first-camera-state')).toContainText('Attune can see your face.');
  await expect(page.getByTestId('first-camera-toggle')).toContainText('Close camera');
});

test('music and taste follow, and the last button plays', async ({ page }) => {
  await open(page, 'first', 'still&player=local');
  const card = page.getByTestId('first-start');
  await page.getByTestId('first-self').click();
  await expect(card).toContainText('Where is your music?');
  await page.getByTestId('import-csv').last().click();
  await expect(card.getByTestId('import-report')).toContainText('1,287 tracks');
  await page.getByTestId('first-starter-toggle').click();
  await page.getByTestId('first-start-back').click();
  await page.getByTestId('first-start-next').click();
  await expect(page.getByTestId('first-starter-toggle')).toHaveAttribute('aria-checked', 'false');
  await page.getByTestId('first-starter-toggle').click();

  await page.getByTestId('first-start-next').click();
  await expect(card).toContainText('Pick a few you love');
  const chip = page.getByTestId('taste-artists').getByTestId('taste-chip').first();
  await chip.click();
  await expect(chip).toHaveAttribute('aria-pressed', 'true');
  await chip.click();
  await expect(chip).toHaveAttribute('aria-pressed', 'false');
  await page.getByTestId('first-start-done').click();
  await expect(card).toBeHidden();
  await expect(page.getByTestId('player-play')).toHaveAccessibleName('Pause');
});

test('the buttons stay in their places from card to card', async ({ page }) => {
  await open(page, 'first');
  const next = async () => (await page.getByTestId('first-start-next').boundingBox())?.y;
  const first = await next();
  await page.getByTestId('first-start-next').click();
  expect(await next()).toBe(first);
});

test('the camera stays closed until it is started', async ({ page }) => {
  await open(page, 'first');
  for (let card = 1; card < 3; card += 1) await page.getByTestId('first-start-next').click();
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
