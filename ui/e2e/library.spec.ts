import { expect, open, test } from './helpers';

test.beforeEach(async ({ page }) => {
  await open(page);
  await page.getByTestId('nav-library').click();
});

test('an import shows its progress, then what it skipped', async ({ page }) => {
  await page.getByTestId('import-csv').click();
  await expect(page.getByTestId('import-csv')).toBeDisabled();
  await expect(page.getByRole('progressbar')).toBeVisible();
  const report = page.getByTestId('import-report');
  await expect(report).toContainText('1,287 tracks from songs-from-last-summer.csv');
  await expect(report).toContainText('31 duplicate rows were merged');
  await expect(page.getByTestId('import-bad-rows')).toContainText('2 rows were skipped');
  await expect(page.getByTestId('import-lost-values')).toContainText('1 value was left out');
  await expect(report).toContainText('valence 7.3 is not between 0 and 1');
  await expect(page.getByTestId('library-total')).toHaveText('1,487 tracks');
  await page.getByTestId('import-report-close').click();
  await expect(report).toBeHidden();
});

test('a file without a valid row says what to do', async ({ page }) => {
  await open(page, 'bad-file');
  await page.getByTestId('nav-library').click();
  await page.getByTestId('import-csv').click();
  await expect(page.getByTestId('import-report')).toContainText(
    'None of the rows could be imported.',
  );
});

test('searching and sorting narrow and order the list', async ({ page }) => {
  const rows = page.getByTestId('library-row');
  await page.getByTestId('library-search').fill('mira holm');
  await expect(page.getByTestId('library-total')).toHaveText('3 tracks');
  await expect(rows).toHaveCount(3);
  await page.getByTestId('library-sort-year').click();
  await expect(rows.first()).toContainText('2016');
  await page.getByTestId('library-sort-year').click();
  await expect(rows.first()).toContainText('2021');
  await page.getByTestId('library-search').fill('zzz');
  await page.getByTestId('library-no-match').getByRole('button').click();
  await expect(page.getByTestId('library-total')).toHaveText('200 tracks');
});

test('a long list scrolls to its end with few rows on the page', async ({ page }) => {
  await page.getByTestId('import-csv').click();
  await expect(page.getByTestId('library-total')).toHaveText('1,487 tracks');
  await page.getByTestId('library-sort-title').click();
  const body = page.getByRole('rowgroup');
  await body.evaluate((element) => element.scrollTo(0, element.scrollHeight));
  await expect(page.getByText('A Letter, Unsent')).toBeVisible();
  expect(await page.getByTestId('library-row').count()).toBeLessThan(60);
});

test('a catalogue can be turned off, and removed after confirmation', async ({ page }) => {
  await page.getByTestId('catalogue-toggle').click();
  await expect(page.getByTestId('catalogue-toggle')).toHaveAttribute('aria-checked', 'true');
  await page.getByTestId('catalogue-remove').click();
  await page.getByTestId('remove-catalogue').getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByTestId('catalogue')).toHaveCount(2);
  await page.getByTestId('catalogue-remove').click();
  await page.getByTestId('remove-catalogue-confirm').click();
  await expect(page.getByTestId('catalogue')).toHaveCount(1);
  await expect(page.getByTestId('library-total')).toHaveText('40 tracks');
});

test('a catalogue row has its mood in words and can be played', async ({ page }) => {
  await open(page);
  await page.getByTestId('nav-library').click();
  await page.getByTestId('library-search').fill('salt and pine');
  await expect(page.getByTestId('library-row')).toHaveCount(1);
  const row = page.getByTestId('library-row');
  await expect(row).toContainText(/calm|energetic|bright|in the middle/);
  await expect(row).not.toContainText(/[+−]0\.\d/);
  const title = await row.locator('.title .one-line').innerText();
  await row.getByTestId('library-more').click();
  await expect(page.getByTestId('menu-listen')).toHaveText('Listen on Spotify');
  await page.getByTestId('menu-next').click();
  await expect(page.getByTestId('toast-text')).toContainText('1 track plays next.');
  await row.dblclick();
  await expect(row).toHaveAttribute('aria-current', 'true');
  await expect(row.getByTestId('playing-mark')).toBeVisible();
  await page.getByTestId('nav-now').click();
  await expect(page.getByTestId('current-title')).toHaveText(title);
});

test('an import that this computer cannot play says so', async ({ page }) => {
  await open(page, 'lively', 'still&player=local');
  await page.getByTestId('nav-library').click();
  await page.getByTestId('import-csv').click();
  await expect(page.getByTestId('import-not-here')).toContainText('have no files');
  await page.getByTestId('import-list').click();
  await expect(page.getByTestId('import-not-here')).toBeHidden();
  await expect(page.getByTestId('player-kind')).toHaveValue('list');
});

test('a narrow window scrolls to a list that fills it', async ({ page }) => {
  await page.setViewportSize({ width: 380, height: 780 });
  await open(page);
  await page.getByTestId('nav-library').click();
  const table = page.getByTestId('library-table');
  await table.evaluate((element) => element.scrollIntoView());
  const box = await table.boundingBox();
  expect(box?.height ?? 0).toBeGreaterThan(500);
  expect(await page.getByTestId('library-row').count()).toBeGreaterThan(8);
});

test('moods are whole in a window of the usual size', async ({ page }) => {
  const cut = await page
    .getByTestId('library-row')
    .locator('.mood .one-line')
    .evaluateAll((words) =>
      words.filter((e) => e.scrollWidth > e.clientWidth).map((e) => e.textContent),
    );
  expect(cut).toEqual([]);
});
