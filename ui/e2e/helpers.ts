import { test as base, expect, type Page } from '@playwright/test';

export { expect };
export type { Page };

/** Opens the window on a situation of the fake; the mood stands still. */
export async function open(page: Page, situation = 'lively', extra = 'still'): Promise<void> {
  await page.goto(`/?fake=${situation}&${extra}`);
  await expect(page.getByTestId('headline')).toBeVisible();
}

/** Where a dot says it is. */
export async function place(page: Page, dot = 'plane-dot') {
  const handle = page.getByTestId(dot);
  return {
    valence: Number(await handle.getAttribute('data-valence')),
    arousal: Number(await handle.getAttribute('data-arousal')),
  };
}

/** The middle of an element on the screen. */
export async function middleOf(page: Page, testid: string) {
  const box = await page.getByTestId(testid).boundingBox();
  if (!box) throw new Error(`${testid} is not on the screen`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Presses Tab until this part has the focus, as a person without a pointer does. */
export async function tabTo(page: Page, testid: string, key = 'Tab') {
  for (let press = 0; press < 120; press += 1) {
    const at = await page.evaluate(() => document.activeElement?.getAttribute('data-testid'));
    if (at === testid) return;
    await page.keyboard.press(key);
  }
  throw new Error(`Tab never came to ${testid}`);
}

/** Goes to a part with Tab and presses it with Enter. */
export async function enter(page: Page, testid: string) {
  await tabTo(page, testid);
  await page.keyboard.press('Enter');
}

/** Fails whatever test breaks the content policy, asks for something outside, or throws. */
export const test = base.extend<{ strict: undefined }>({
  strict: [
    async ({ page, baseURL }, use) => {
      const wrong: string[] = [];
      page.on('pageerror', (error) => wrong.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error') wrong.push(message.text());
      });
      page.on('request', (request) => {
        if (baseURL !== undefined && !request.url().startsWith(baseURL)) wrong.push(request.url());
      });
      await use(undefined);
      expect(wrong).toEqual([]);
    },
    { auto: true },
  ],
});
