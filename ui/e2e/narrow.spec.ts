import { expect, open, test } from './helpers';
import { sticksOut } from './measured';

test.use({ viewport: { width: 380, height: 780 } });

test('the plane and the choice of music are in the first screen', async ({ page }) => {
  for (const locale of ['en', 'de', 'ta', 'ar']) {
    await page.addInitScript((tag) => {
      localStorage.setItem('language', tag);
    }, locale);
    await open(page, 'own');
    const plane = await page.getByTestId('plane').boundingBox();
    const bar = await page.getByTestId('player').boundingBox();
    expect((plane?.y ?? NaN) + (plane?.height ?? NaN), locale).toBeLessThan((bar?.y ?? NaN) - 60);
  }
});

test('senses that are off are folded away, one that senses is not', async ({ page }) => {
  await open(page);
  const more = page.getByTestId('senses-more');
  await expect(page.getByTestId('camera-state')).toBeVisible();
  await expect(page.getByTestId('voice-state')).toBeHidden();
  await more.focus();
  await page.keyboard.press('Enter');
  await expect(more).toHaveAttribute('aria-expanded', 'true');
  for (const sense of ['voice', 'pulse', 'cameraPulse']) {
    await expect(page.getByTestId(`${sense}-state`)).toBeVisible();
  }
  expect(await sticksOut(page)).toEqual([]);
  await page.getByTestId('voice-along').click();
  await page.getByTestId('sense-explanation-accept').click();
  await more.click();
  await expect(more).toHaveAttribute('aria-expanded', 'false');
  await expect(page.getByTestId('pulse-state')).toBeHidden();
  await expect(page.getByTestId('voice-state')).toBeVisible();
  await page.setViewportSize({ width: 1120, height: 740 });
  await expect(more).toBeHidden();
  await expect(page.getByTestId('pulse-state')).toBeVisible();
});

for (const [tab, row] of [
  ['own', 'own-row'],
  ['tracks', 'library-row'],
] as const) {
  test(`title and artist of a row can both be read: ${tab}`, async ({ page }) => {
    await open(page, tab === 'own' ? 'own' : 'lively');
    await page.getByTestId('nav-library').click();
    const first = page.getByTestId(row).first();
    await expect(first).toContainText(/\S/);
    const [title, artist] = [first.locator('.title .one-line'), first.locator('.artist .one-line')];
    for (const text of [title, artist]) {
      expect(await text.evaluate((e) => e.scrollWidth - e.clientWidth)).toBe(0);
    }
    const [above, below] = [await title.boundingBox(), await artist.boundingBox()];
    expect(below?.x).toBeCloseTo(above?.x ?? NaN, 0);
    expect(below?.width).toBeGreaterThan(150);
    expect(below?.y).toBeGreaterThan((above?.y ?? NaN) + 10);
  });
}
