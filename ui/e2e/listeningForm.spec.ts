import { expect, test } from '@playwright/test';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The page that `attune-cli soundscape --study` writes beside its clips. */
const PAGE = '../crates/attune-evaluate/src/listening_form.html';

/** The page as it lies on a disk, with that many clips. */
async function form(clips: number): Promise<string> {
  const page = join(await mkdtemp(join(tmpdir(), 'form-')), 'index.html');
  const text = await readFile(PAGE, 'utf8');
  await writeFile(page, text.replaceAll('{{count}}', String(clips)));
  return pathToFileURL(page).href;
}

test('the listening form is filled in without a pointer, keeps what was said, and saves it', async ({
  page,
}) => {
  await page.goto(await form(3));
  const checked = page.getByRole('radio', { checked: true });
  await expect(page.getByRole('heading', { name: 'Clip 1 of 3' })).toBeVisible();
  await expect(page.locator('audio')).toHaveAttribute('src', '01.flac');
  await expect(page.getByRole('radio')).toHaveCount(81);
  await expect(page.getByText('not rated')).toBeVisible();

  // From the middle of the grid to the right and up, and against its edges.
  await page.getByRole('radio', { name: 'pleasant 5, energetic 5' }).focus();
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowUp', 'Space'])
    await page.keyboard.press(key);
  await expect(checked).toHaveAccessibleName('pleasant 7, energetic 6');
  await page.keyboard.press('n');
  await expect(page.locator('audio')).toHaveAttribute('src', '02.flac');
  await expect(checked).toHaveCount(0);
  await page.getByRole('radio', { name: 'pleasant 5, energetic 5' }).focus();
  for (let step = 0; step < 9; step += 1) await page.keyboard.press('ArrowLeft');
  for (let step = 0; step < 9; step += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(checked).toHaveAccessibleName('pleasant 1, energetic 1');
  await expect(page.getByText('2 of 3 clips rated.')).toBeVisible();
  await page.keyboard.press('b');
  await expect(checked).toHaveAccessibleName('pleasant 7, energetic 6');

  // The browser keeps it.
  await page.reload();
  await expect(page.getByText('2 of 3 clips rated.')).toBeVisible();

  // Letters of a name are no shortcuts.
  await page.getByLabel('Your name or a number').fill('');
  await page.getByLabel('Your name or a number').pressSequentially('Nb "P"');
  await expect(page.getByRole('heading', { name: 'Clip 1 of 3' })).toBeVisible();
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save ratings.csv' }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toBe('ratings.csv');
  expect(await readFile(await saved.path(), 'utf8')).toBe(
    'rater,clip,valence,arousal\n"Nb ""P""",01,7,6\n"Nb ""P""",02,1,1\n',
  );
});
