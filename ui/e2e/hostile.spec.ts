import { expect, open, test } from './helpers';
import { STATES } from './states';

declare global {
  interface Window {
    harmed?: number;
  }
}

// The fixture of every test fails one that breaks the content policy, asks for something outside, or throws.
for (const [name, { situation, reach }] of Object.entries(STATES)) {
  test(`hostile names are text only: ${name}`, async ({ page }) => {
    await open(page, situation, 'still&hostile');
    await reach?.(page);
    const found = await page.evaluate(() => ({
      harmed: window.harmed,
      brought: document.querySelectorAll('img[src="x"], script:not([src])').length,
      wider: document.documentElement.scrollWidth - window.innerWidth,
    }));
    expect(found.harmed).toBeUndefined();
    expect(found.brought).toBe(0);
    expect(found.wider).toBeLessThanOrEqual(0);
  });
}
