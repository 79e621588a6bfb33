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

test('choices are kept', async ({ page }) => {
  await open(page);
  await page.getByTestId('nav-settings').click();
  await page.getByTestId('camera-at-start').click();
  await page.getByTestId('camera-choice').selectOption('cam-1');
  await page.getByTestId('pace').fill('0.8');
  await page.getByTestId('nav-now').click();
  await page.getByTestId('nav-settings').click();
  await expect(page.getByTestId('camera-at-start')).toHaveAttribute('aria-checked', 'true');
  await expect(page.getByTestId('camera-choice')).toHaveValue('cam-1');
  await expect(page.getByTestId('pace')).toHaveValue('0.8');
});

test('an export says where it went, or why not', async ({ page }) => {
  await open(page);
  await page.getByTestId('nav-settings').click();
  await page.getByTestId('export').click();
  await expect(page.getByText('Written to attune-export.json')).toBeVisible();
  await open(page, 'error');
  await page.getByTestId('nav-settings').click();
  await page.getByTestId('export').click();
  await expect(page.getByTestId('failure')).toContainText('The file could not be written');
  await page.getByTestId('failure-action').click();
  await expect(page.getByTestId('failure')).toBeHidden();
});

test('deleting everything needs the word typed, and then starts afresh', async ({ page }) => {
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
