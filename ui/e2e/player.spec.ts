import { expect, open, test } from './helpers';

test('a list is only a list until something is chosen to play it', async ({ page }) => {
  await open(page);
  await expect(page.getByTestId('player-kind')).toHaveValue('list');
  await expect(page.getByTestId('player-play')).toHaveCount(0);
  await page.getByTestId('player-kind').selectOption('local');
  await expect(page.getByTestId('player-play')).toBeVisible();
  await expect(page.getByTestId('player-place')).toBeDisabled();
});

test('playing, going elsewhere in the track, and on to the next', async ({ page }) => {
  await open(page);
  await page.getByTestId('player-kind').selectOption('local');
  const title = await page.getByTestId('current-title').innerText();
  await page.getByTestId('player-play').click();
  await expect(page.getByTestId('player-play')).toHaveAccessibleName('Pause');
  await expect(page.getByTestId('player-track')).toContainText(title);
  await page.getByTestId('player-place').fill('60000');
  await expect(page.getByTestId('player-at')).toHaveText(/1:0\d/);
  await page.getByTestId('player-previous').click();
  await expect(page.getByTestId('player-at')).toHaveText(/0:0\d/);
  await page.getByTestId('player-next').click();
  await expect(page.getByTestId('player-track')).not.toContainText(title);
  await expect(page.getByTestId('player-play')).toHaveAccessibleName('Pause');
});

test('space plays and pauses, p goes back', async ({ page }) => {
  await open(page);
  await page.getByTestId('player-kind').selectOption('local');
  await page.getByTestId('headline').click();
  await page.keyboard.press('Space');
  await expect(page.getByTestId('player-play')).toHaveAccessibleName('Pause');
  await page.keyboard.press('Space');
  await expect(page.getByTestId('player-play')).toHaveAccessibleName('Play');
  await page.getByTestId('player-place').fill('90000');
  await page.getByTestId('headline').click();
  await page.keyboard.press('p');
  await expect(page.getByTestId('player-at')).toHaveText('0:00');
});

test('output and loudness are set where this computer plays', async ({ page }) => {
  await open(page);
  await page.getByTestId('nav-settings').click();
  await expect(page.getByTestId('sound-output')).toHaveCount(0);
  await page.getByTestId('sound-player').getByRole('radio', { name: 'My files' }).click();
  await page.getByTestId('sound-output').selectOption('headphones');
  await page.getByTestId('sound-level').getByRole('radio', { name: 'By album' }).click();
  await page.getByTestId('nav-now').click();
  await page.getByTestId('nav-settings').click();
  await expect(page.getByTestId('sound-output')).toHaveValue('headphones');
  await expect(page.getByTestId('player-kind')).toHaveValue('local');
});
