import type { PageCameraLog } from '../src/api/fake/fakePageCamera';
import { expect, open, test } from './helpers';

// Chromium's stand-in shows a green ground with a moving disc and grants what a listener would be asked for.
test.use({
  launchOptions: {
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
      ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
      ...['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
    ],
  },
});

const log = (): PageCameraLog | undefined => window.attunePageCamera;

test('pictures go from the page’s camera to the backend, one at a time', async ({ page }) => {
  await open(page, 'page-camera');
  await page.getByTestId('camera-toggle').click();
  await expect(page.getByTestId('camera-state')).toHaveAttribute('data-state', 'on');
  await expect.poll(async () => (await page.evaluate(log))?.pictures ?? 0).toBeGreaterThan(3);
  expect((await page.evaluate(log))?.atOnce).toBe(1);

  const picture = await page.evaluate(async () => {
    const image = new Image();
    image.src = window.attunePageCamera?.picture ?? '';
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.width;
    canvas.height = image.height;
    const context = canvas.getContext('2d');
    context?.drawImage(image, 0, 0);
    const [red = 0, green = 0, blue = 0] = context?.getImageData(4, 4, 1, 1).data ?? [];
    return {
      width: image.width,
      height: image.height,
      green: green > red + 40 && green > blue + 40,
    };
  });
  expect(picture).toEqual({ width: 480, height: 360, green: true });

  await page.getByTestId('camera-toggle').click();
  await expect(page.getByTestId('camera-state')).toHaveAttribute('data-state', 'off');
  await expect.poll(async () => (await page.evaluate(log))?.ends).toEqual(['stopped']);
  const taken = (await page.evaluate(log))?.pictures;
  await page.waitForTimeout(600);
  expect((await page.evaluate(log))?.pictures).toBe(taken);
});

test('a page that is hidden closes its camera at once', async ({ page }) => {
  await open(page, 'page-camera');
  await page.getByTestId('camera-toggle').click();
  await expect.poll(async () => (await page.evaluate(log))?.pictures ?? 0).toBeGreaterThan(0);
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { value: true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await expect.poll(async () => (await page.evaluate(log))?.ends).toEqual(['lost']);
});

test.describe('on a phone', () => {
  test.use({ userAgent: 'Mozilla/5.0 (Linux; Android 16; Pixel 9; wv) AppleWebKit/537.36' });

  test('who says no is told where it can be allowed', async ({ page }) => {
    await page.addInitScript(() => {
      navigator.mediaDevices.getUserMedia = async () =>
        Promise.reject(new DOMException('', 'NotAllowedError'));
    });
    await open(page, 'page-camera');
    await page.getByTestId('camera-toggle').click();
    await expect(page.getByText('on Android: Apps, Attune, Permissions')).toBeVisible();
    await expect(page.getByTestId('camera-state')).toHaveAttribute('data-state', 'off');
  });

  test('who says yes is asked before the backend waits', async ({ page }) => {
    await open(page, 'page-camera');
    await page.getByTestId('camera-toggle').click();
    await expect(page.getByTestId('camera-state')).toHaveAttribute('data-state', 'on');
    expect((await page.evaluate(log))?.pictures).toBeGreaterThan(0);
  });
});
