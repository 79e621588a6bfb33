import { expect, open, test, type Page } from './helpers';

const ROW = 44;
const body = (page: Page) => page.getByTestId('own-table').getByRole('rowgroup');

/** Opens the listener's own music with so many tracks. */
async function own(page: Page, tracks = 5000) {
  await open(page, 'own', `still&tracks=${tracks}`);
  await page.getByTestId('nav-library').click();
  await expect(page.getByTestId('own-row').first()).toContainText(/\S/);
}

const scrollTo = (page: Page, row: number) =>
  body(page).evaluate((element, top) => {
    element.scrollTo(0, top);
  }, row * ROW);

/** The rows in view, and how many of them are empty. */
const inView = (page: Page) =>
  page.getByTestId('own-row').evaluateAll((rows) => {
    const box = document
      .querySelector('[data-testid=own-table] [role=rowgroup]')
      ?.getBoundingClientRect();
    const shown = rows.filter((row) => {
      const { top, bottom } = row.getBoundingClientRect();
      return box && bottom > box.top && top < box.bottom;
    });
    return { rows: shown.length, empty: shown.filter((row) => !row.textContent.trim()).length };
  });

const filled = async (page: Page) => {
  // The fake sorts all its tracks for the first page, which takes a while for a million.
  await expect
    .poll(
      async () => {
        const { rows, empty } = await inView(page);
        return rows > 3 && empty === 0;
      },
      { timeout: 20_000 },
    )
    .toBe(true);
};

const firstInView = (page: Page) =>
  page.getByTestId('own-row').evaluateAll((rows) => {
    const top = document
      .querySelector('[data-testid=own-table] [role=rowgroup]')
      ?.getBoundingClientRect().top;
    const first = rows.find((row) => row.getBoundingClientRect().bottom > (top ?? 0) + 1);
    return Number(first?.getAttribute('aria-rowindex')) - 2;
  });

test('rows in view stay when their data changes', async ({ page }) => {
  await own(page);
  await scrollTo(page, 2000);
  await filled(page);
  await page.keyboard.press('l');
  await page.getByTestId('undo-toast').waitFor();
  expect(await inView(page)).toMatchObject({ empty: 0 });
  expect(await firstInView(page)).toBe(2000);
});

test('a new order starts at the top with all rows there', async ({ page }) => {
  await own(page);
  await scrollTo(page, 2000);
  await filled(page);
  await page.getByTestId('own-sort-year').click();
  await filled(page);
  expect(await firstInView(page)).toBe(0);
  await expect(page.getByTestId('own-row').first()).toContainText('1975');
});

test('paging with the keyboard keeps the focus where it is', async ({ page }) => {
  await own(page);
  await page.getByTestId('own-about').first().focus();
  const about = await page.getByTestId('own-about').first().innerText();
  for (let i = 0; i < 4; i += 1) {
    const before = await body(page).evaluate((element) => element.scrollTop);
    await page.keyboard.press('PageDown');
    await expect
      .poll(() => body(page).evaluate((element) => element.scrollTop))
      .toBeGreaterThan(before);
  }
  await filled(page);
  expect(await firstInView(page)).toBeGreaterThan(10);
  await expect(page.locator(':focus')).toHaveText(about);
});

test('a million tracks can be scrolled to the last row, by wheel and scroll bar', async ({
  page,
}) => {
  test.slow();
  await own(page, 1_000_000);
  await expect(page.getByTestId('library-total')).toHaveText('1,000,000 tracks');
  await body(page).evaluate((element) => {
    element.scrollTo(0, element.scrollHeight);
  });
  await expect(page.locator('[data-testid=own-row][aria-rowindex="1000001"]')).toBeInViewport();
  await filled(page);
  const last = await firstInView(page);
  await body(page).hover();
  await page.mouse.wheel(0, -ROW * 5);
  await expect.poll(() => firstInView(page)).toBe(last - 5);
  await body(page).evaluate((element) => {
    element.scrollTo(0, element.scrollHeight / 2);
  });
  await filled(page);
  expect(Math.abs((await firstInView(page)) - 500_000)).toBeLessThan(1000);
});

test('the library keeps its tab, its search and its place between visits', async ({ page }) => {
  await own(page);
  await page.getByTestId('library-search').fill('silver');
  await expect(page.getByTestId('library-total')).not.toHaveText('5,000 tracks');
  await page.getByTestId('own-sort-year').click();
  await scrollTo(page, 100);
  await filled(page);
  await page.getByTestId('nav-now').click();
  await page.getByTestId('nav-library').click();
  await expect(page.getByTestId('library-search')).toHaveValue('silver');
  await filled(page);
  expect(await firstInView(page)).toBe(100);
  await page.getByTestId('library-tab-map').click();
  await page.getByTestId('nav-now').click();
  await page.getByTestId('nav-library').click();
  await expect(page.getByTestId('map-plane')).toBeVisible();
});
