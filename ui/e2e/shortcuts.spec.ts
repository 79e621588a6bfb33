import { expect, open, test } from './helpers';

test('number keys switch views', async ({ page }) => {
  await open(page);
  for (const [key, view] of [
    ['2', 'library'],
    ['3', 'history'],
    ['4', 'settings'],
    ['1', 'now'],
  ] as const) {
    await page.keyboard.press(key);
    await expect(page.getByTestId(`nav-${view}`)).toHaveAttribute('aria-current', 'page');
  }
});

test('N skips, L likes, X blocks and U undoes', async ({ page }) => {
  await open(page);
  const title = page.getByTestId('current-title');
  const first = await title.innerText();
  await page.keyboard.press('n');
  await expect(title).not.toHaveText(first);
  await page.keyboard.press('l');
  await expect(page.getByTestId('like')).toHaveAttribute('aria-pressed', 'true');
  const second = await title.innerText();
  await page.keyboard.press('x');
  await expect(title).not.toHaveText(second);
  await page.keyboard.press('u');
  await expect(title).toHaveText(second);
  await page.keyboard.press('u');
  await expect(page.getByTestId('like')).toHaveAttribute('aria-pressed', 'false');
  await page.keyboard.press('u');
  await expect(title).toHaveText(first);
  await page.keyboard.press('u');
  await expect(title).toHaveText(first);
});

test('space does not scroll the page', async ({ page }) => {
  await open(page);
  const title = await page.getByTestId('current-title').innerText();
  await page.keyboard.press('Space');
  await expect(page.getByTestId('current-title')).toHaveText(title);
  await expect(page.getByTestId('nav-now')).toHaveAttribute('aria-current', 'page');
});

test('slash focuses the search, and letters then go into the field', async ({ page }) => {
  await open(page);
  await page.keyboard.press('/');
  await expect(page.getByTestId('library-search')).toBeFocused();
  await page.keyboard.type('lin1');
  await expect(page.getByTestId('library-search')).toHaveValue('lin1');
  await expect(page.getByTestId('nav-library')).toHaveAttribute('aria-current', 'page');
});

test('the question mark lists the shortcuts; Escape closes the list and restores the focus', async ({
  page,
}) => {
  await open(page);
  await page.getByTestId('policy-match').focus();
  await page.keyboard.press('?');
  await expect(page.getByTestId('keys-dialog')).toBeVisible();
  await page.keyboard.press('2');
  await expect(page.getByTestId('nav-now')).toHaveAttribute('aria-current', 'page');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('keys-dialog')).toBeHidden();
  await expect(page.getByTestId('policy-match')).toBeFocused();
});

test('every control can be reached with Tab and shows its focus', async ({ page }) => {
  await open(page);
  const seen = new Set<string>();
  for (let i = 0; i < 44; i += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const element = document.activeElement;
      const outline = element ? getComputedStyle(element).outlineStyle : 'none';
      return { testid: element?.getAttribute('data-testid') ?? '', outline };
    });
    if (at.testid) expect(at.outline, at.testid).toBe('solid');
    seen.add(at.testid);
  }
  const wanted = ['nav-now', 'nav-settings', 'camera-toggle', 'use-picture', 'plane-dot'];
  wanted.push('policy-match', 'listen-on', 'listen-elsewhere', 'like', 'never', 'next', 'more');
  wanted.push(
    'current-terms',
    'surprise',
    'row-why',
    'row-play',
    'row-like',
    'row-pin',
    'row-more',
  );
  for (const testid of wanted) expect([...seen]).toContain(testid);
});

test('space plays or pauses after a click, and presses a button only where Tab led', async ({
  page,
}) => {
  await open(page, 'lively', 'still&player=local');
  const title = page.getByTestId('current-title');
  const first = await title.innerText();
  await page.getByTestId('next').click();
  await expect(title).not.toHaveText(first);
  const second = await title.innerText();
  await page.keyboard.press('Space');
  await expect(page.getByTestId('player-play')).toHaveAccessibleName('Pause');
  await expect(title).toHaveText(second);

  // A button with a menu handles keys of its own.
  await page.getByTestId('more').click();
  await page.keyboard.press('Escape');
  await page.getByTestId('more').click();
  await page.mouse.click(500, 20);
  await expect(page.getByTestId('menu')).toBeHidden();
  await page.keyboard.press('Space');
  await expect(page.getByTestId('player-play')).toHaveAccessibleName('Play');
  await expect(page.getByTestId('menu')).toBeHidden();

  await page.getByTestId('never').click();
  await expect(title).not.toHaveText(second);
  const third = await title.innerText();
  await page.keyboard.press('Tab');
  await expect(page.getByTestId('next')).toBeFocused();
  await page.keyboard.press('Space');
  await expect(title).not.toHaveText(third);
});
