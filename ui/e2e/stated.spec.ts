import { expectAccessible } from './axe';
import { expect, open, test, type Page } from './helpers';

async function learned(page: Page) {
  await page.getByTestId('nav-settings').click();
  await page.getByTestId('open-learned').click();
}

const row = (page: Page, name: string) =>
  page.locator(`[data-testid="stated-row"][data-name="${name}"]`);

test('preferences can be stated, are shown apart from learned ones, and can be retracted', async ({
  page,
}) => {
  await open(page);
  await learned(page);
  const part = page.getByTestId('learned-stated');
  await expect(part).toContainText('Nothing yet.');
  await expect(page.getByTestId('learned-stated-forget')).toBeHidden();
  await page.getByTestId('stated-change').click();

  await row(page, 'jazz').first().getByTestId('stated-like').click();
  await row(page, '1990').getByTestId('stated-ratherNot').click();
  await row(page, 'fr').getByTestId('stated-like').click();
  await expect(page.getByTestId('stated-said-like')).toContainText('Jazz');
  await expect(page.getByTestId('stated-said-like')).toContainText('Songs in French');
  await expect(page.getByTestId('stated-said-ratherNot')).toContainText('Music from the 1990s');
  await expect(page.getByTestId('learned-taste')).not.toContainText('Music from the 1990s');

  // The other answer replaces the first; the same one takes it back.
  const jazz = row(page, 'jazz').first();
  await jazz.getByTestId('stated-ratherNot').click();
  await expect(jazz.getByTestId('stated-like')).toHaveAttribute('aria-pressed', 'false');
  await expect(page.getByTestId('stated-said-ratherNot')).toContainText('Jazz');
  await jazz.getByTestId('stated-ratherNot').click();
  await expect(page.getByTestId('stated-said-ratherNot')).not.toContainText('Jazz');
});

test('a genre family expands into its genres, and artists can be searched', async ({ page }) => {
  await open(page);
  await learned(page);
  await page.getByTestId('stated-change').click();
  await page.getByTestId('stated-open-electronic').click();
  await expect(page.getByTestId('stated-open-electronic')).toHaveAttribute('aria-expanded', 'true');
  await page.getByTestId('stated-words').getByRole('button', { name: 'Like: House' }).click();
  await expect(page.getByTestId('stated-said-like')).toContainText('House');

  await page.getByTestId('stated-search').fill('mira');
  await page.getByRole('button', { name: 'Like: Mira Holm' }).click();
  await page.getByTestId('stated-search').fill('nobody of that name');
  await expect(page.getByTestId('telling')).toContainText(
    'No artists in your library match “nobody of that name”',
  );
  await page.getByTestId('stated-search').fill('');
  await expect(page.getByTestId('stated-artists')).toContainText('Mira Holm');
});

test('clearing affects only this section and can be undone', async ({ page }) => {
  await open(page);
  await learned(page);
  await page.getByTestId('stated-change').click();
  await row(page, 'soul').first().getByTestId('stated-like').click();
  await page.getByTestId('learned-stated-forget').click();
  await expect(page.getByTestId('learned-stated')).toContainText('Nothing yet.');
  await expect(page.getByTestId('likes')).toBeVisible();
  await expect(page.getByTestId('undo-toast')).toContainText('Cleared what you told Attune');
  await page.getByTestId('undo-toast-action').click();
  await expect(page.getByTestId('stated-said-like')).toContainText('Soul');
});

test('the form works with the keyboard and is accessible', async ({ page }) => {
  await open(page);
  await learned(page);
  await page.getByTestId('stated-change').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('telling')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByTestId('stated-search')).toBeFocused();
  await page.keyboard.type('june');
  await expect(page.getByTestId('stated-artists')).toContainText('June & Ferris');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(page.getByTestId('stated-said-like')).toContainText('June & Ferris');
  await expectAccessible(page);
});

test('on first start it is an optional step', async ({ page }) => {
  await open(page, 'first');
  for (let card = 1; card < 3; card += 1) await page.getByTestId('first-start-next').click();
  const card = page.getByTestId('first-start');
  await expect(card).toContainText('Pick a few you love');
  await card
    .getByTestId('taste-chip')
    .filter({ hasText: /^Folk$/ })
    .click();
  await page.getByTestId('first-start-done').click();
  await learned(page);
  await expect(page.getByTestId('stated-said-like')).toContainText('Folk');
});

test('learned preferences say where a stated one is part of them', async ({ page }) => {
  await open(page);
  await learned(page);
  const artist = page.getByTestId('leaning').filter({ hasText: 'Mira Holm' });
  await expect(artist).not.toContainText('you said');
  await page.getByTestId('stated-change').click();
  await page.getByTestId('stated-search').fill('mira');
  await page.getByRole('button', { name: 'Like: Mira Holm' }).click();
  await expect(artist).toContainText('you said you like it');
  await expect(page.getByTestId('leaning').first()).not.toContainText('you said');
});

test('after deleting everything nothing is stated', async ({ page }) => {
  await open(page);
  await learned(page);
  await page.getByTestId('stated-change').click();
  await row(page, 'pop').first().getByTestId('stated-like').click();
  await page.getByTestId('nav-settings').click();
  await page.getByTestId('delete-all').click();
  await page.getByTestId('delete-all-word').fill('delete');
  await page.getByTestId('delete-all-confirm').click();
  await page.getByTestId('first-start-skip').click();
  await learned(page);
  await expect(page.getByTestId('learned-stated')).toContainText('Nothing yet.');
});
