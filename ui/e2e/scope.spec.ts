import { expect, open, test, type Page } from './helpers';

/** Whether anything is drawn on the scope. */
async function isDrawn(page: Page): Promise<boolean> {
  return page.getByTestId('scope').evaluate((canvas: HTMLCanvasElement) => {
    const pen = canvas.getContext('2d');
    if (!pen || canvas.width === 0) return false;
    return pen.getImageData(0, 0, canvas.width, canvas.height).data.some((byte) => byte > 0);
  });
}

test('what this computer plays is drawn at the foot of the plane, and only that', async ({
  page,
}) => {
  await open(page, 'lively', 'still&player=local');
  await expect(page.getByTestId('scope')).toHaveCount(0);
  await page.getByTestId('player-play').click();
  await expect.poll(() => isDrawn(page)).toBe(true);
  await page.getByTestId('player-play').click();
  await expect(page.getByTestId('scope')).toHaveCount(0);
  await open(page, 'lively', 'still&player=spotify&spotify=in');
  await page.getByTestId('player-play').click();
  await expect(page.getByTestId('player-play')).toHaveAccessibleName('Pause');
  await expect(page.getByTestId('scope')).toHaveCount(0);
});

test('nothing moves for those who want less motion, from when they say so', async ({ page }) => {
  await open(page, 'lively', 'still&player=local');
  await page.getByTestId('player-play').click();
  await expect(page.getByTestId('scope')).toBeVisible();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await expect(page.getByTestId('scope')).toHaveCount(0);
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await expect(page.getByTestId('scope')).toBeVisible();
});

for (const [width, height] of [
  [380, 760],
  [1120, 760],
  [1920, 1080],
] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`it stays inside the plane and lets presses through, ${width} px, ${colorScheme}`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme });
      await open(page, 'lively', 'still&player=local');
      await page.getByTestId('player-play').click();
      await expect.poll(() => isDrawn(page)).toBe(true);
      const [plane, scope] = [
        await page.getByTestId('plane').boundingBox(),
        await page.getByTestId('scope').boundingBox(),
      ];
      if (!plane || !scope) throw new Error('they are not on the screen');
      expect(scope.x).toBeGreaterThanOrEqual(plane.x);
      expect(scope.x + scope.width).toBeLessThanOrEqual(plane.x + plane.width);
      expect(scope.y + scope.height).toBeLessThanOrEqual(plane.y + plane.height);
      const pressable = await page
        .getByTestId('scope')
        .evaluate((canvas) => getComputedStyle(canvas).pointerEvents);
      expect(pressable).toBe('none');
    });
  }
}
