import { expect, open, test } from './helpers';

test('the theme follows the choice, or the system', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await open(page);
  await page.getByTestId('nav-settings').click();
  const root = page.locator('html');
  await expect(root).toHaveAttribute('data-theme', 'dark');
  await page.getByTestId('theme-light').click();
  await expect(root).toHaveAttribute('data-theme', 'light');
  await page.getByTestId('theme-system').click();
  await expect(root).toHaveAttribute('data-theme', 'dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await expect(root).toHaveAttribute('data-theme', 'light');
});

test('settings are kept', async ({ page }) => {
  await open(page);
  await page.getByTestId('nav-settings').click();
  await page.getByTestId('camera-at-start').click();
  await expect(page.getByTestId('close-when-away')).toHaveAttribute('aria-checked', 'true');
  await page.getByTestId('close-when-away').click();
  await page.getByTestId('camera-choice').selectOption('cam-1');
  await page.getByTestId('pace').fill('0.8');
  await page.getByTestId('look-rate-batterySaver').click();
  await page.getByTestId('nav-now').click();
  await page.getByTestId('nav-settings').click();
  await expect(page.getByTestId('camera-at-start')).toHaveAttribute('aria-checked', 'true');
  await expect(page.getByTestId('close-when-away')).toHaveAttribute('aria-checked', 'false');
  await expect(page.getByTestId('camera-choice')).toHaveValue('cam-1');
  await expect(page.getByTestId('pace')).toHaveValue('0.8');
  await expect(page.getByTestId('look-rate-batterySaver')).toHaveAttribute('aria-checked', 'true');
});

test('an export shows its path, or its error', async ({ page }) => {
  await open(page);
  await page.getByTestId('nav-settings').click();
  await page.getByTestId('export').click();
  await expect(page.getByText('Saved to attune-export.json')).toBeVisible();
  await open(page, 'error');
  await page.getByTestId('nav-settings').click();
  await page.getByTestId('export').click();
  await expect(page.getByTestId('failure')).toContainText('The file could not be written');
  await page.getByTestId('failure-action').click();
  await expect(page.getByTestId('failure')).toBeHidden();
});

test('a backup is looked at, restored, and put back', async ({ page }) => {
  await open(page);
  const moods = async () => {
    await page.getByTestId('nav-history').click();
    await expect(page.getByTestId('history-row').first()).toBeVisible();
    const count = await page.getByTestId('history-row').count();
    await page.getByTestId('nav-settings').click();
    return count;
  };
  const before = await moods();
  await page.getByTestId('restore').click();
  const report = page.getByTestId('restore-report');
  await expect(report).toContainText('9 March 2024');
  await expect(report).toContainText('1,204');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('restore-dialog')).toBeHidden();
  expect(await moods()).toBe(before);
  await page.getByTestId('restore').click();
  await page.getByTestId('restore-confirm').click();
  await expect(page.getByText('before-restore.json')).toBeVisible();
  await expect(page.getByTestId('restore-dialog')).toBeHidden();
  await page.getByTestId('put-back').click();
  await expect(page.getByTestId('put-back')).toBeEnabled();
  expect(await moods()).toBe(before);
  await open(page, 'bad-file');
  await page.getByTestId('nav-settings').click();
  await page.getByTestId('restore').click();
  await expect(page.getByTestId('failure')).toContainText('isn’t a file that Attune has exported');
});

test('history and library are saved as tables', async ({ page }) => {
  await open(page);
  await page.getByTestId('nav-settings').click();
  await page.getByTestId('history-table').click();
  await expect(page.getByText('Saved to attune-history.csv')).toBeVisible();
  await page.getByTestId('library-table').click();
  await expect(page.getByText('Saved to attune-library.csv')).toBeVisible();
});

test('deleting everything requires typing the word, and then starts afresh', async ({ page }) => {
  await open(page);
  await page.getByTestId('nav-settings').click();
  await page.getByTestId('delete-all').click();
  const confirm = page.getByTestId('delete-all-confirm');
  await expect(confirm).toBeDisabled();
  await page.getByTestId('delete-all-word').fill('delet');
  await expect(confirm).toBeDisabled();
  await page.getByTestId('delete-all-word').fill('Delete');
  await confirm.click();
  await expect(page.getByTestId('first-start')).toBeVisible();
  await page.getByTestId('first-start-skip').click();
  await page.getByTestId('nav-history').click();
  await expect(page.getByTestId('history-empty')).toBeVisible();
});

test('an expression may choose the policy, by a table that can be changed and reset', async ({
  page,
}) => {
  await open(page);
  await page.getByTestId('nav-settings').click();
  await expect(page.getByTestId('policies-reset')).toBeHidden();
  await expect(page.getByTestId('policy-for-sadness')).toHaveValue('lift');
  await page.getByTestId('policy-for-happiness').selectOption('energise');
  await page.getByTestId('by-expression').click();
  await page.getByTestId('nav-now').click();
  await expect(page.getByTestId('policy-about')).toContainText(
    'Energise, because you look smiling',
  );
  await expect(page.getByTestId('policy-energise')).toHaveAttribute('aria-checked', 'true');

  // Choosing by hand wins, and says so in the settings.
  await page.getByTestId('policy-calm').click();
  await expect(page.getByTestId('policy-about')).toContainText('Calms things down');
  await page.getByTestId('nav-settings').click();
  await expect(page.getByTestId('by-expression')).toHaveAttribute('aria-checked', 'false');
  await page.getByTestId('policies-reset').click();
  await expect(page.getByTestId('policy-for-happiness')).toHaveValue('match');
  await expect(page.getByTestId('policies-reset')).toBeHidden();
});

test('the surprise setting is the same in both places', async ({ page }) => {
  await open(page);
  const titles = () => page.getByTestId('queue-row').allInnerTexts();
  const before = await titles();
  await page.getByTestId('surprise').fill('1');
  await expect(page.getByTestId('surprise')).toHaveAttribute('aria-valuetext', 'mostly new music');
  await expect.poll(titles).not.toEqual(before);
  await page.getByTestId('nav-settings').click();
  await expect(page.getByTestId('surprise')).toHaveValue('1');
});

test('staying in the tray is offered where there is one', async ({ page }) => {
  await open(page);
  await page.getByTestId('nav-settings').click();
  const stay = page.getByTestId('stay-in-tray');
  await expect(stay).toHaveAttribute('aria-checked', 'false');
  await stay.click();
  await expect(stay).toHaveAttribute('aria-checked', 'true');
});

test('a desktop without a tray is explained', async ({ page }) => {
  await open(page, 'lively', 'still&notray');
  await page.getByTestId('nav-settings').click();
  await expect(page.getByText('This desktop has no system tray')).toBeVisible();
  await expect(page.getByTestId('stay-in-tray')).toHaveCount(0);
});

test('starting at login and announcing tracks are switched', async ({ page }) => {
  await open(page);
  await page.getByTestId('nav-settings').click();
  for (const name of ['start-at-login', 'announce-tracks']) {
    const control = page.getByTestId(name);
    await expect(control).toHaveAttribute('aria-checked', 'false');
    await control.click();
    await expect(control).toHaveAttribute('aria-checked', 'true');
  }
});

test('where Attune cannot be started at login that is explained', async ({ page }) => {
  await open(page, 'lively', 'still&sandbox');
  await page.getByTestId('nav-settings').click();
  await expect(page.getByText('Attune can’t set this here')).toBeVisible();
  await expect(page.getByTestId('start-at-login')).toHaveCount(0);
});

test('diagnostics are shown to be copied', async ({ page }) => {
  await open(page);
  await page.getByTestId('nav-settings').click();
  await page.getByTestId('copy-diagnostics').click();
  await expect(page.getByTestId('diagnostics')).toHaveValue(/^Attune: /);
});

test('new versions are looked for in the browser, and only when asked', async ({ page }) => {
  await open(page);
  await page.getByTestId('nav-settings').click();
  await expect(page.getByText('Attune 0.1.0')).toBeVisible();
  const opened = page.waitForEvent('popup');
  await page.getByTestId('open-releases').click();
  expect((await opened).url()).toContain('releases');
});
