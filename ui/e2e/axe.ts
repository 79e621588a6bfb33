import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from './helpers';

/** The rules whose verdict a colour can change; all others say the same in both themes. */
const ABOUT_COLOURS = ['color-contrast', 'link-in-text-block'];

/**
 * Expects that axe finds nothing on what is shown, or nothing by some rules. Legacy mode stays in the page, where the usual
 * one opens another for each report, which takes four fifths of the time; what it cannot look into are frames from
 * elsewhere, of which no view here has one.
 */
async function expectNothing(page: Page, rules?: string[]): Promise<void> {
  // What is pressed is 24 px large or has room around it; off by default.
  const all = { rules: { 'target-size': { enabled: true } } };
  const only = rules ? { runOnly: { type: 'rule' as const, values: rules } } : all;
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  const { violations } = await axe.options({ resultTypes: ['violations'], ...only }).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join('\n')}`);
  expect.soft(found).toEqual([]);
}

/** Expects that what is shown is accessible, by all of axe's rules. */
export const expectAccessible = (page: Page) => expectNothing(page);

/** Expects that what is shown is readable in its colours, where the rest was looked at in other ones. */
export const expectReadable = (page: Page) => expectNothing(page, ABOUT_COLOURS);
