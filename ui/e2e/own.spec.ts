import { expect, open, test } from './helpers';

const library = async (page: Parameters<typeof open>[0], situation: string, extra = 'still') => {
  await open(page, situation, extra);
  await page.getByTestId('nav-library').click();
};

test('without a folder the library offers to choose one, and scans it', async ({ page }) => {
  await library(page, 'lively');
  await page.getByTestId('library-tab-own').click();
  await page.getByTestId('own-no-folder').getByRole('button').click();
  await expect(page.getByTestId('toast-text')).toContainText('The queue now plays your own music');
  await expect(page.getByTestId('scan')).toBeVisible();
  await expect(page.getByTestId('own-row').first()).toBeVisible();
  await expect(page.getByTestId('library-total')).toHaveText('60 tracks');
  await expect(page.getByTestId('scan')).toBeHidden();
});

test('searching and sorting narrow and order the tracks', async ({ page }) => {
  await library(page, 'own');
  await expect(page.getByTestId('library-total')).toHaveText('600 tracks');
  await page.getByTestId('library-search').fill('riv silv');
  await expect(page.getByTestId('own-row').first()).toContainText('Silver Rivers');
  await page.getByTestId('library-search').fill('zzz');
  await page.getByTestId('own-no-match').getByRole('button').click();
  await expect(page.getByTestId('library-total')).toHaveText('600 tracks');
  await page.getByTestId('own-sort-year').click();
  await expect(page.getByTestId('own-row').first()).toContainText('1975');
  await page.getByTestId('own-sort').selectOption('sureness');
  await expect(page.getByTestId('own-sure').first()).toHaveText('fairly sure');
  await page.getByTestId('own-turn').click();
  await expect(page.getByTestId('own-sure').first()).toHaveText('not sure');
});

test('fifty thousand tracks scroll to their end with few rows on the page', async ({ page }) => {
  await library(page, 'own', 'still&tracks=50000');
  await expect(page.getByTestId('library-total')).toHaveText('50,000 tracks');
  await page
    .getByTestId('own-table')
    .getByRole('rowgroup')
    .evaluate((element) => element.scrollTo(0, element.scrollHeight));
  await expect(page.locator('[data-testid=own-row][aria-rowindex="50001"]')).toContainText('Wren');
  expect(await page.getByTestId('own-row').count()).toBeLessThan(60);
});

test('a track plays now or next, from its row and its menu', async ({ page }) => {
  await library(page, 'own');
  const title = await page.getByTestId('own-about').nth(2).innerText();
  await page.getByTestId('own-row').nth(2).click({ button: 'right' });
  await page.getByTestId('menu-next').click();
  await expect(page.getByTestId('toast-text')).toContainText('1 track plays next');
  await page.getByTestId('nav-now').click();
  await expect(page.getByTestId('queue-row').first()).toContainText(title);
});

test('the dialog of a track shows its evidence and takes a correction', async ({ page }) => {
  await library(page, 'own');
  await page.getByTestId('own-about').nth(1).click();
  const about = page.getByTestId('track-page');
  await expect(about.getByTestId('page-evidence')).toContainText('the recording itself');
  await expect(about.getByTestId('page-facts')).toContainText('A minor');
  await expect(about.getByTestId('page-said')).toHaveText('Nothing yet.');
  await about.getByTestId('page-wrong').click();
  const dialog = page.getByTestId('place-dialog');
  await dialog.getByTestId('place-dot').focus();
  for (let i = 0; i < 30; i += 1) await page.keyboard.press('ArrowUp');
  await dialog.getByTestId('place-save').click();
  await expect(about.getByTestId('page-said')).toContainText('You set its mood');
  await expect(about.getByTestId('page-mood')).toContainText('energetic');
});

test('scanning and analysis can be paused, and a disconnected folder is marked', async ({
  page,
}) => {
  await library(page, 'scanning');
  await expect(page.getByTestId('scan')).toContainText('Scanning 240 of 600 files');
  await page.getByTestId('scan-pause').click();
  await expect(page.getByTestId('scan')).toContainText('paused');
  await page.getByTestId('scan-pause').click();
  await expect(page.getByTestId('scan')).toContainText('Scanning 240');
  await page.getByTestId('listening-pause').click();
  await expect(page.getByTestId('listening')).toContainText('Analysis is paused');
  await expect(page.getByTestId('folder-away')).toHaveText('not connected');
});

test('unreadable files are listed with what to do', async ({ page }) => {
  await library(page, 'own');
  await page.getByTestId('unreadable').click();
  await expect(page.getByTestId('unreadable-file')).toHaveCount(2);
  await expect(page.getByTestId('unreadable-dialog')).toContainText('Try copying it again');
});

test('a folder is removed after confirmation', async ({ page }) => {
  await library(page, 'own');
  await page.getByTestId('folder-remove').click();
  await page.getByTestId('remove-folder-confirm').click();
  await expect(page.getByTestId('own-no-folder')).toBeVisible();
});

test('a playlist opens with its missing tracks, and lists can be exported', async ({ page }) => {
  await library(page, 'own');
  await page.getByTestId('own-files').click();
  await page.getByTestId('playlist-open').click();
  await expect(page.getByTestId('playlist')).toContainText('For the drive: 12 tracks');
  await expect(page.getByTestId('playlist')).toContainText('A song of long ago');
  await page.getByTestId('playlist-next').click();
  await expect(page.getByTestId('toast-text')).toContainText('12 tracks play next');
  await page.getByTestId('own-files').click();
  await page.getByTestId('table-save').click();
  await expect(page.getByTestId('toast-text')).toContainText('Exported 600 rows');
});

test('an area of the map can be selected by dragging, listed and played', async ({ page }) => {
  await library(page, 'own');
  await page.getByTestId('library-tab-map').click();
  const box = await page.getByTestId('map-plane').boundingBox();
  if (!box) throw new Error('no map');
  const at = (x: number, y: number) => [box.x + box.width * x, box.y + box.height * y] as const;
  await page.mouse.move(...at(0.6, 0.1));
  await page.mouse.down();
  await page.mouse.move(...at(0.95, 0.45), { steps: 4 });
  await page.mouse.up();
  await expect(page.getByTestId('map-region')).toBeVisible();
  await expect(page.getByTestId('map-chosen')).toContainText(/[0-9]+ tracks selected/);
  const first = await page.getByTestId('map-row').first().innerText();
  await page.getByTestId('map-play').click();
  await page.getByTestId('nav-now').click();
  await expect(page.getByTestId('current-title')).toContainText(first.split(' ·')[0] ?? '');
});

test('an area of the map can be selected without a mouse', async ({ page }) => {
  await library(page, 'own');
  await page.getByTestId('library-tab-map').click();
  await page.getByTestId('map-pleasant').selectOption('high');
  const wide = await page.getByTestId('map-chosen').innerText();
  await page.getByTestId('map-energy').selectOption('low');
  await expect(page.getByTestId('map-chosen')).not.toHaveText(wide);
  await page.getByTestId('map-clear').click();
  await expect(page.getByTestId('map-pleasant')).toHaveValue('all');
  await expect(page.getByTestId('map-chosen')).toBeHidden();
});

test('a point of the map says which track it is, and a press selects it', async ({ page }) => {
  await open(page, 'own');
  await page.getByTestId('nav-library').click();
  await page.getByTestId('library-tab-map').click();
  const canvas = await page.getByTestId('map-points').boundingBox();
  if (!canvas) throw new Error('no map');
  const tip = page.getByTestId('map-tip');
  // Somewhere on a line through the middle there is a point.
  let x = 0;
  for (x = 0.3; x < 0.9 && !(await tip.isVisible()); x += 0.01) {
    await page.mouse.move(canvas.x + canvas.width * x, canvas.y + canvas.height * 0.55);
  }
  await expect(tip).not.toHaveText('…');
  await page.mouse.down();
  await page.mouse.up();
  const chosen = page.getByTestId('map-row').first();
  await expect(chosen).toBeVisible();
  await expect(page.getByTestId('map-play')).toBeVisible();
});
