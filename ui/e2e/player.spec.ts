import { expect, open, test } from './helpers';

test('without a player there are no playback controls', async ({ page }) => {
  await open(page);
  await expect(page.getByTestId('player-kind')).toHaveValue('list');
  await expect(page.getByTestId('player-play')).toHaveCount(0);
  await page.getByTestId('player-kind').selectOption('local');
  await expect(page.getByTestId('player-play')).toBeVisible();
  await expect(page.getByTestId('player-place')).toBeDisabled();
});

test('playing, seeking and skipping', async ({ page }) => {
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

test('output and levelling can be set for local playback', async ({ page }) => {
  await open(page);
  await page.getByTestId('nav-settings').click();
  await expect(page.getByTestId('sound-output')).toHaveCount(0);
  await page.getByTestId('sound-player').getByRole('radio', { name: 'This computer' }).click();
  await page.getByTestId('sound-output').selectOption('headphones');
  await page.getByTestId('sound-level').getByRole('radio', { name: 'By album' }).click();
  await expect(page.getByTestId('sound-crossfade')).toHaveValue('0');
  await page.getByTestId('sound-crossfade').selectOption('5 seconds');
  await page.getByTestId('nav-now').click();
  await page.getByTestId('nav-settings').click();
  await expect(page.getByTestId('sound-output')).toHaveValue('headphones');
  await expect(page.getByTestId('sound-crossfade')).toHaveValue('5');
  await expect(page.getByTestId('player-kind')).toHaveValue('local');
});

test('arrow keys seek by five seconds, plus and minus change the volume', async ({ page }) => {
  await open(page, 'lively', 'still&player=local');
  await page.getByTestId('player-play').click();
  await page.getByTestId('headline').click();
  for (let i = 0; i < 3; i += 1) await page.keyboard.press('ArrowRight');
  await expect(page.getByTestId('player-at')).toHaveText('0:15');
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByTestId('player-at')).toHaveText('0:10');
  await page.keyboard.press('-');
  await expect(page.getByTestId('player-volume')).toHaveValue('75');
  await page.keyboard.press('+');
  await page.keyboard.press('+');
  await expect(page.getByTestId('player-volume')).toHaveValue('85');
  // The slider's own step, not both.
  await page.getByTestId('player-volume').focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByTestId('player-at')).toHaveText('0:10');
  await expect(page.getByTestId('player-volume')).toHaveValue('90');
});

test('the bar mutes, likes and leads to the track', async ({ page }) => {
  await open(page, 'lively', 'still&player=local');
  await page.getByTestId('player-mute').click();
  await expect(page.getByTestId('player-volume')).toHaveValue('0');
  await expect(page.getByTestId('player-mute')).toHaveAccessibleName('Unmute');
  await page.getByTestId('player-mute').click();
  await expect(page.getByTestId('player-volume')).toHaveValue('80');
  await page.getByTestId('nav-library').click();
  await page.getByTestId('player-like').click();
  await expect(page.getByTestId('player-like')).toHaveAttribute('aria-pressed', 'true');
  await page.getByTestId('player-track').getByRole('button').click();
  await expect(page.getByTestId('like')).toHaveAttribute('aria-pressed', 'true');
});

test('the previous button works whenever P does', async ({ page }) => {
  await open(page, 'lively', 'still&player=local');
  await expect(page.getByTestId('player-previous')).toBeEnabled();
});

test('volume and output can be reached in a narrow window', async ({ page }) => {
  await page.setViewportSize({ width: 400, height: 800 });
  await open(page, 'lively', 'still&player=local');
  await expect(page.getByTestId('player-volume')).toBeHidden();
  await page.getByTestId('player-sound').click();
  await expect(page.getByTestId('panel-volume')).toBeFocused();
  await page.getByTestId('panel-volume').fill('30');
  await page.getByTestId('panel-output').selectOption('headphones');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('sound-panel')).toHaveCount(0);
  await expect(page.getByTestId('player-sound')).toBeFocused();
  await page.getByTestId('player-sound').click();
  await expect(page.getByTestId('panel-volume')).toHaveValue('30');
  await expect(page.getByTestId('panel-output')).toHaveValue('headphones');
});

test('a track that has a cover shows it', async ({ page }) => {
  await open(page, 'own', 'still&player=local');
  await expect(page.getByTestId('player-cover').first()).toBeVisible();
});

test('a track without a cover has a drawn one', async ({ page }) => {
  await open(page, 'lively', 'still&player=local');
  const bar = page.getByTestId('player');
  await expect(bar.getByTestId('drawn-cover')).toBeVisible();
  await expect(bar.getByTestId('drawn-cover')).toContainText('MH');
});

test('a sleep timer is set, shown with what is left, and taken back', async ({ page }) => {
  await open(page, 'own', 'still&player=local');
  await page.getByTestId('player-sound').click();
  const timer = page.getByTestId('panel-sleep');
  await timer.selectOption('30');
  await expect(page.getByTestId('player-sleep')).toHaveText('Music stops in 30 minutes');
  await expect(timer).toHaveValue('set');
  await timer.selectOption('end');
  await expect(page.getByTestId('player-sleep')).toHaveText('Music stops at the end of this track');
  await timer.selectOption('off');
  await expect(page.getByTestId('player-sleep')).toHaveCount(0);
});

test('a song that has not come yet is said to load, and can be paused', async ({ page }) => {
  await open(page, 'lively', 'still&loading&player=local');
  await page.getByTestId('player-play').click();
  await expect(page.getByTestId('player-loading')).toHaveText('Loading…');
  await expect(page.getByTestId('player-play')).toHaveAccessibleName('Pause');
  await page.getByTestId('player-play').click();
  await expect(page.getByTestId('player-play')).toHaveAccessibleName('Play');
  await expect(page.getByTestId('player-loading')).toHaveCount(0);
});
