import { enter, expect, open, tabTo, test, type Page } from './helpers';

/** Types into a field that Tab comes to. */
async function type(page: Page, testid: string, text: string) {
  await tabTo(page, testid);
  await page.keyboard.type(text);
}

test.describe('without a pointer', () => {
  test('what senses: camera and microphone, and one press that stops both', async ({ page }) => {
    await open(page, 'notsure');
    const [camera, voice] = [page.getByTestId('camera-state'), page.getByTestId('voice-state')];
    if ((await camera.getAttribute('data-state')) === 'off') await enter(page, 'camera-toggle');
    await expect(camera).toHaveAttribute('data-state', 'on');
    await enter(page, 'voice-along');
    await enter(page, 'sense-explanation-accept');
    await expect(voice).toHaveAttribute('data-state', 'on');
    await enter(page, 'stop-sensing');
    await expect(voice).toHaveAttribute('data-state', 'off');
    await expect(camera).toHaveAttribute('data-state', 'off');
  });

  test('the bar: play, another place, the next song, quieter', async ({ page }) => {
    await open(page, 'lively', 'still&player=local');
    await enter(page, 'player-play');
    await expect(page.getByTestId('player-play')).toHaveAccessibleName('Pause');
    await tabTo(page, 'player-place');
    for (let press = 0; press < 12; press += 1) await page.keyboard.press('ArrowRight');
    await expect(page.getByTestId('player-at')).toHaveText(/0:1\d/);
    const title = await page.getByTestId('current-title').innerText();
    await enter(page, 'player-next');
    await expect(page.getByTestId('current-title')).not.toHaveText(title);
    await enter(page, 'player-sound');
    await expect(page.getByTestId('panel-output')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('player-sound')).toBeFocused();
  });

  test('a moment of one’s own, with a note', async ({ page }) => {
    await open(page);
    await page.keyboard.press('3');
    await enter(page, 'moment-add');
    await tabTo(page, 'moment-dot');
    for (let press = 0; press < 12; press += 1) await page.keyboard.press('ArrowRight');
    await type(page, 'moment-note', 'Breakfast outside.');
    await enter(page, 'moment-save');
    await expect(page.getByTestId('moment-save')).toBeHidden();
    await expect(
      page.getByTestId('history-row').filter({ hasText: 'Breakfast outside.' }),
    ).toHaveCount(1);
  });

  test('what was learned: forgotten, and a history brought and taken back', async ({ page }) => {
    await open(page);
    await page.keyboard.press('4');
    await enter(page, 'open-learned');
    await enter(page, 'habit-forget');
    await enter(page, 'forget-habit-dialog-confirm');
    await expect(page.getByTestId('habit-face')).toContainText('Nothing yet');
    await enter(page, 'past-bring');
    await page.getByTestId('past-report').waitFor();
    await enter(page, 'past-use');
    await expect(page.getByTestId('past-history')).toContainText('Spotify');
    await enter(page, 'past-history-action');
    await expect(page.getByTestId('past-history')).toHaveCount(0);
  });

  test('a server: its address, its certificate, and it is added', async ({ page }) => {
    await open(page, 'lively', 'still&servers=reading');
    await page.keyboard.press('4');
    await enter(page, 'add-server');
    await type(page, 'server-address', 'https://self-signed.example');
    await type(page, 'server-listener', 'mia');
    await type(page, 'server-secret', 'sesame');
    await enter(page, 'server-test');
    await page.getByTestId('server-accept').waitFor();
    await enter(page, 'server-accept');
    await expect(page.getByTestId('server-outcome')).toHaveAttribute('data-is', 'works');
    await enter(page, 'server-add');
    await expect(page.getByTestId('server').filter({ hasText: 'self-signed.example' })).toHaveCount(
      1,
    );
  });

  test('Spotify: set up and signed in', async ({ page }) => {
    await open(page);
    await page.keyboard.press('4');
    await enter(page, 'spotify-set-up');
    await enter(page, 'spotify-next');
    await enter(page, 'spotify-next');
    await expect(page.getByTestId('spotify-client-id')).toBeFocused();
    await page.keyboard.type('0123abcd');
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('spotify-account')).toContainText('Signed in as Mia');
  });

  test('a backup: looked at, restored, and put back', async ({ page }) => {
    await open(page);
    await page.keyboard.press('4');
    await enter(page, 'restore');
    await page.getByTestId('restore-report').waitFor();
    await enter(page, 'restore-confirm');
    await expect(page.getByText('before-restore.json')).toBeVisible();
    await enter(page, 'put-back');
    await expect(page.getByTestId('put-back')).toBeEnabled();
  });

  test('music: a table is imported, and a part of the map is played', async ({ page }) => {
    await open(page, 'own');
    await page.keyboard.press('2');
    await enter(page, 'import-csv');
    await expect(page.getByTestId('import-report')).toBeVisible();
    await tabTo(page, 'library-tab-own');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect(page.getByTestId('map-points')).toBeVisible();
    await tabTo(page, 'map-pleasant');
    await page.keyboard.press('ArrowDown');
    await expect(page.getByTestId('map-pleasant')).not.toHaveValue('any');
  });
});
