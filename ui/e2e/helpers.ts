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
