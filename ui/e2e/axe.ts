import axe, { type RunOptions } from 'axe-core';
import { expect, type Page } from './helpers';

/** The rules whose verdict a colour can change; all others say the same in both themes. */
const ABOUT_COLOURS = ['color-contrast', 'link-in-text-block'];

/**
 * Expects that axe finds nothing on what is shown, or nothing by some rules. Its program is put into a page once: to do so
 * for each look takes as long as the look. What it does not look into are frames from elsewhere, of which no view here has one.
 */
async function expectNothing(page: Page, rules?: string[]): Promise<void> {
  if (await page.evaluate(() => !('axe' in window))) await page.evaluate(axe.source);
  // What is pressed is 24 px large or has room around it; off by default.
  const all: RunOptions = { rules: { 'target-size': { enabled: true } } };
  const only: RunOptions = rules ? { runOnly: { type: 'rule', values: rules } } : all;
  const found = await page.evaluate(async (options) => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run({ ...options, resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join('\n')}`);
  }, only);
  expect.soft(found).toEqual([]);
}

/** Expects that what is shown is accessible, by all of axe's rules. */
export const expectAccessible = (page: Page) => expectNothing(page);

/** Expects that what is shown is readable in its colours, where the rest was looked at in other ones. */
export const expectReadable = (page: Page) => expectNothing(page, ABOUT_COLOURS);
