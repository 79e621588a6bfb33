import { expect, open, test, type Page } from './helpers';

async function learned(page: Page) {
  await page.getByTestId('nav-settings').click();
  await page.getByTestId('open-learned').click();
  await expect(page.getByTestId('learned')).toBeVisible();
}

test('taste is described with its evidence, and can be cleared', async ({ page }) => {
  await open(page);
  await learned(page);
  await expect(page.getByTestId('nav-settings')).toHaveAttribute('aria-current', 'page');
  const likes = page.getByTestId('likes');
  await expect(likes).toContainText('Folk');
  await expect(likes.getByTestId('leaning').first()).toContainText('strongly');
  await expect(likes.getByTestId('leaning').first()).toContainText('34 plays and ratings');
  await expect(page.getByTestId('dislikes')).toContainText('Fast music');

  await page.getByTestId('learned-taste-forget').click();
  await page.getByTestId('forget-dialog').getByRole('button', { name: 'Cancel' }).click();
  await expect(likes).toBeVisible();
  await page.getByTestId('learned-taste-forget').click();
  await page.getByTestId('forget-dialog-confirm').click();
  await expect(page.getByTestId('taste-empty')).toBeVisible();
  await expect(page.getByTestId('learned-taste-forget')).toBeHidden();
});

test('songs and artists can be allowed again, which can be undone', async ({ page }) => {
  await open(page);
  const song = await page.getByTestId('current-title').innerText();
  await page.getByTestId('never').click();
  await page.getByTestId('more').click();
  await page.getByTestId('menu-artist-never').click();
  await learned(page);
  await expect(page.getByTestId('blocked-track')).toContainText(song);
  await expect(page.getByTestId('blocked-artist')).toHaveCount(1);

  await page.getByTestId('blocked-track-action').click();
  await expect(page.getByTestId('blocked-track')).toHaveCount(0);
  await expect(page.getByTestId('undo-toast')).toContainText(`“${song}” can play again.`);
  await page.getByTestId('undo-toast-action').click();
  await expect(page.getByTestId('blocked-track')).toContainText(song);

  await page.getByTestId('learned-blocked-forget').click();
  await page.getByTestId('forget-dialog-confirm').click();
  await expect(page.getByTestId('learned-blocked')).toContainText('Nothing is blocked.');
});

test('likes and corrected moods are listed and can be removed', async ({ page }) => {
  await open(page);
  const song = await page.getByTestId('current-title').innerText();
  await page.getByTestId('like').click();
  await page.getByTestId('more').click();
  await page.getByTestId('menu-wrong-mood').click();
  await learned(page);
  await expect(page.getByTestId('heart')).toContainText(song);
  await page.getByTestId('heart-action').click();
  await expect(page.getByTestId('heart')).toHaveCount(0);

  await expect(page.getByTestId('track-mood')).toContainText('You said “wrong mood”.');
  await page.getByTestId('track-mood-action').click();
  await page.getByTestId('forget-mood-dialog-confirm').click();
  await expect(page.getByTestId('learned-moods')).toContainText('You haven’t corrected the mood');
});

test('what was learned from corrections is described, grows, and can be cleared', async ({
  page,
}) => {
  await open(page);
  await page.getByTestId('plane-dot').focus();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await learned(page);
  const face = page.getByTestId('habit-face');
  await expect(face).toContainText('You corrected it 7 times.');
  await expect(face).toContainText('less pleasant than you are, and Attune allows for that');
  await face.getByTestId('habit-forget').click();
  await page.getByTestId('forget-habit-dialog-confirm').click();
  await expect(face).toContainText('Nothing yet');
});

test('calibration takes five seconds, describes its effect, and can be cleared', async ({
  page,
}) => {
  await page.clock.install({ time: new Date(2026, 2, 11, 15, 0) });
  await open(page);
  await learned(page);
  await page.getByTestId('calibrate').click();
  const dialog = page.getByTestId('calibration');
  await expect(dialog).toContainText('It stores no picture.');
  await page.clock.pauseAt(new Date(2026, 2, 11, 15, 5));
  await page.getByTestId('calibration-start').click();
  await page.clock.runFor(2000);
  await expect(page.getByTestId('calibration-says')).toContainText('Hold still for 3 more seconds');
  await expect(dialog.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '40');

  await page.getByTestId('calibration-cancel').click();
  await expect(page.getByTestId('calibration-start')).toBeVisible();
  await page.getByTestId('calibration-start').click();
  await page.clock.runFor(5200);
  await expect(page.getByTestId('calibration-done')).toContainText('can look downcast');
  await page.getByTestId('calibration-finish').click();

  const part = page.getByTestId('learned-neutral');
  await expect(part).toContainText('Last calibrated: Today.');
  // Corrections were about other readings of the face.
  await expect(page.getByTestId('habit-face')).toContainText('Nothing yet');
  await page.getByTestId('neutral-clear').click();
  await page.getByTestId('neutral-clear-dialog-confirm').click();
  await expect(part).toContainText('Not calibrated yet.');
});

for (const [reason, words] of [
  ['noFace', 'Sit in front of the camera'],
  ['severalFaces', 'Try again on your own.'],
  ['tooDark', 'with more light, or closer'],
] as const) {
  test(`a failed calibration (${reason}) says what to do`, async ({ page }) => {
    await page.clock.install({ time: new Date(2026, 2, 11, 15, 0) });
    await open(page, 'notsure', `reason=${reason}&still`);
    await learned(page);
    await page.getByTestId('calibrate').click();
    await page.getByTestId('calibration-start').click();
    await page.clock.runFor(11_000);
    await expect(page.getByTestId('calibration-problem')).toContainText(words);
    await expect(page.getByTestId('calibration-start')).toHaveText('Try again');
  });
}

test('calibration can start the camera; closing it cancels the attempt', async ({ page }) => {
  await open(page, 'off');
  await page.getByTestId('camera-toggle').click();
  await expect(page.getByTestId('camera-state')).toHaveAttribute('data-state', 'on');
  await page.getByTestId('camera-toggle').click();
  await learned(page);
  await page.getByTestId('calibrate').click();
  await expect(page.getByTestId('calibration-camera')).toContainText('The camera is closed.');
  await page.getByTestId('calibration-open-camera').click();
  await page.getByTestId('calibration-start').click();
  await expect(page.getByTestId('calibration-says')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('calibration')).toBeHidden();
  await page.getByTestId('calibrate').click();
  await expect(page.getByTestId('calibration-start')).toBeVisible();
});

test('after deleting everything nothing is learned', async ({ page }) => {
  await open(page);
  await page.getByTestId('like').click();
  await page.getByTestId('nav-settings').click();
  await page.getByTestId('delete-all').click();
  await page.getByTestId('delete-all-word').fill('delete');
  await page.getByTestId('delete-all-confirm').click();
  await page.getByTestId('first-start-skip').click();
  await learned(page);
  await expect(page.getByTestId('taste-empty')).toBeVisible();
  await expect(page.getByTestId('heart')).toHaveCount(0);
  await expect(page.getByTestId('habit-face')).toContainText('Nothing yet');
});

test('what only the camera can be corrected about is listed, and nothing else', async ({
  page,
}) => {
  await open(page);
  await learned(page);
  await expect(page.getByTestId('habit-face')).toBeVisible();
  await expect(page.getByTestId('habit-voice')).toHaveCount(0);
  await expect(page.getByTestId('habit-pulse')).toHaveCount(0);
});

test('a listening history is shown before it counts, used and taken back', async ({ page }) => {
  await open(page);
  await learned(page);
  await page.getByTestId('past-bring').click();
  await expect(page.getByTestId('past-report')).toContainText('3,120');
  await expect(page.getByTestId('past-problems')).toContainText('no title or no artist');
  await page.getByTestId('past-dialog').getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByTestId('past-history')).toHaveCount(0);

  await page.getByTestId('past-bring').click();
  await page.getByTestId('past-stop').click();
  await expect(page.getByTestId('past-bring')).toBeEnabled();
  await expect(page.getByTestId('past-dialog')).toBeHidden();

  await page.getByTestId('past-bring').click();
  await page.getByTestId('past-use').click();
  await page.getByTestId('past-drop').click();
  await expect(page.getByTestId('past-dialog')).toBeHidden();
  await expect(page.getByTestId('past-history')).toHaveCount(0);

  await page.getByTestId('past-bring').click();
  await page.getByTestId('past-use').click();
  await expect(page.getByTestId('past-dialog')).toBeHidden();
  await expect(page.getByTestId('past-history')).toContainText('Spotify');
  await page.getByTestId('past-history-action').click();
  await expect(page.getByTestId('past-history')).toHaveCount(0);
});
