import { expect, open, test } from './helpers';

test('a track without a file opens on the service the listener chose last', async ({ page }) => {
  await open(page);
  await expect(page.getByTestId('listen-on')).toHaveText('Listen on Spotify');
  await page.getByTestId('listen-elsewhere').click();
  await expect(page.getByTestId('listen-on-spotify')).toHaveCount(0);
  await page.getByTestId('listen-on-deezer').click();
  await expect(page.getByTestId('listen-on')).toHaveText('Listen on Deezer');
  await page.getByTestId('listen-elsewhere').click();
  await expect(page.getByTestId('listen-on-spotify')).toBeVisible();
});

test('the first start can begin with soundscapes', async ({ page }) => {
  await open(page, 'first');
  await page.getByTestId('first-start-next').click();
  await page.getByTestId('first-soundscapes').click();
  await expect(page.getByTestId('first-start')).toHaveCount(0);
  await expect(page.getByTestId('player-kind')).toHaveValue('local');
  await expect(page.getByTestId('player-play')).toHaveAccessibleName('Pause');
});

test('a file of one’s own is played here, not looked for on a service', async ({ page }) => {
  await open(page, 'own');
  await page.getByTestId('nav-library').click();
  await page.getByTestId('own-row').first().dblclick();
  await page.getByTestId('nav-now').click();
  await expect(page.getByTestId('play-here')).toHaveText('Play on this computer');
  await expect(page.getByTestId('listen-on')).toHaveCount(0);
  await expect(page.getByTestId('listen-elsewhere')).toHaveCount(0);
  await page.getByTestId('play-here').click();
  await expect(page.getByTestId('player-kind')).toHaveValue('local');
});
