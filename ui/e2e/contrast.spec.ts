import { expectAccessible } from './axe';
import { expect, open, test, type Page } from './helpers';

const MODES = {
  'more contrast': { contrast: 'more' },
  'forced colours': { forcedColors: 'active' },
} as const;

const backgroundOf = (page: Page, testid: string) =>
  page.getByTestId(testid).evaluate((element) => getComputedStyle(element).backgroundColor);

for (const [name, mode] of Object.entries(MODES)) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`with ${name} all is readable and what is chosen shows, ${colorScheme}`, async ({
      page,
    }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce', ...mode });
      await open(page);
      for (const view of ['now', 'library', 'settings']) {
        await page.getByTestId(`nav-${view}`).click();
        await expectAccessible(page);
        expect(await backgroundOf(page, `nav-${view}`)).not.toBe(
          await backgroundOf(page, 'nav-history'),
        );
        if (process.env['ATTUNE_E2E_SHOTS'])
          await page.screenshot({
            path: `${process.env['ATTUNE_E2E_SHOTS']}/${name}-${colorScheme}-${view}.png`,
          });
      }
      const stay = page.getByTestId('stay-in-tray');
      const off = await backgroundOf(page, 'stay-in-tray');
      await stay.click();
      await expect(stay).toHaveAttribute('aria-checked', 'true');
      await expect.poll(() => backgroundOf(page, 'stay-in-tray')).not.toBe(off);
    });
  }
}
