import { expect, test, type Page } from './helpers';

async function open(page: Page, extra = '') {
  await page.setViewportSize({ width: 400, height: 112 });
  await page.goto(`/?fake=lively&still&window=mini${extra}`);
  await expect(page.getByTestId('mini')).toBeVisible();
}

test('it shows the track and the mood, and fits', async ({ page }) => {
  await open(page);
  await expect(page.getByTestId('mini-title')).not.toBeEmpty();
  await expect(page.getByTestId('mini-mood')).toContainText('You may look');
  const over = await page.evaluate(() => {
    const { scrollWidth, scrollHeight } = document.documentElement;
    return [scrollWidth - innerWidth, scrollHeight - innerHeight];
  });
  expect(over.every((pixels) => pixels <= 0)).toBe(true);
});

test('without a player only the next track is offered', async ({ page }) => {
  await open(page);
  await expect(page.getByTestId('player-play')).toHaveCount(0);
  const title = await page.getByTestId('mini-title').innerText();
  await page.getByTestId('player-next').click();
  await expect(page.getByTestId('mini-title')).not.toHaveText(title);
});

test('buttons and shortcuts control playback and lead back', async ({ page }) => {
  await open(page, '&player=local');
  await page.getByTestId('player-play').click();
  await expect(page.getByTestId('player-play')).toHaveAccessibleName('Pause');
  await page.getByTestId('mini-title').click();
  await page.keyboard.press('Space');
  await expect(page.getByTestId('player-play')).toHaveAccessibleName('Play');
  const title = await page.getByTestId('mini-title').innerText();
  await page.keyboard.press('n');
  await expect(page.getByTestId('mini-title')).not.toHaveText(title);
  await page.keyboard.press('m');
  await expect(page.getByTestId('headline')).toBeVisible();
  await expect(page.getByTestId('player-mini')).toBeVisible();
});

test('a hairline shows how far the track is', async ({ page }) => {
  await open(page, '&player=local');
  await expect(page.getByTestId('mini-progress')).toHaveCount(0);
  await page.getByTestId('player-play').click();
  for (let i = 0; i < 8; i += 1) await page.keyboard.press('ArrowRight');
  const width = async () => (await page.getByTestId('mini-progress').boundingBox())?.width ?? 0;
  await expect.poll(width).toBeGreaterThan(50);
  expect(await width()).toBeLessThan(200);
});

test('it opens from the player bar', async ({ page }) => {
  await page.goto('/?fake=lively&still');
  await page.getByTestId('player-mini').click();
  await expect(page.getByTestId('mini')).toBeVisible();
  await page.getByTestId('mini-back').click();
  await expect(page.getByTestId('headline')).toBeVisible();
});

test('music from Spotify is attributed, with a link', async ({ page }) => {
  await open(page);
  await expect(page.getByTestId('mini-spotify')).toHaveCount(0);
  await open(page, '&player=spotify&spotify=in');
  await expect(page.getByTestId('mini-spotify')).toHaveText('Open Spotify');
});

test('the mood opens a plane whose dot corrects it', async ({ page }) => {
  await open(page);
  await expect(page.getByTestId('mini-plane')).toHaveCount(0);
  await page.setViewportSize({ width: 400, height: 288 });
  await page.getByTestId('mini-mood').click();
  const box = await page.getByTestId('mini-plane').boundingBox();
  expect(box?.width).toBe(160);
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(288);
  const dot = page.getByTestId('mini-dot');
  await dot.focus();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('mini-mood')).toContainText('You’re feeling');
  await page.getByTestId('mini-mood').focus();
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('mini-plane')).toHaveCount(0);
});
