import { test as lenient } from '@playwright/test';
import { expect, open, test, type Page } from './helpers';
import { withoutInvented } from './invented';
import { cutOff, sticksOut } from './measured';
import { STATES } from './states';

/** The languages besides English: their tags, their names, and the headings of the settings and the history. */
const LANGUAGES = [
  ['de', 'Deutsch', 'Einstellungen', 'Verlauf'],
  ['fr', 'Français', 'Réglages', 'Historique'],
  ['es', 'Español', 'Ajustes', 'Historial'],
  ['pt-BR', 'Português (Brasil)', 'Configurações', 'Histórico'],
  ['hi', 'हिन्दी', 'सेटिंग', 'इतिहास'],
  ['ta', 'தமிழ்', 'அமைப்புகள்', 'வரலாறு'],
  ['ja', '日本語', '設定', '履歴'],
  ['zh-Hans', '简体中文', '设置', '历史'],
  ['ar', 'العربية', 'الإعدادات', 'السجل'],
] as const;

/** What is walked in each language: the views, and what has the longest or the narrowest texts. */
const WALKED = [
  'now',
  'not sure',
  'a menu',
  'all reasons',
  'library',
  'own music',
  'a track’s page',
  'history',
  'a week',
  'a month',
  'settings',
  'a backup to restore',
  'a backup restored',
  'what was learned',
  'volume and output',
  'signed in to Spotify',
  'first start',
  'the music card',
  'the taste card',
];

const SIZES = [
  [1120, 740],
  [380, 780],
] as const;

const soft = expect.configure({ soft: true });

/** Where pictures of what was walked go; none are taken without it. */
const pictures = process.env['ATTUNE_E2E_PICTURES'];

test('languages are chosen in the settings and show at once', async ({ page }) => {
  await open(page);
  await page.getByTestId('nav-settings').click();
  const language = page.getByTestId('language');
  const names = LANGUAGES.map(([, name]) => name);
  await expect(language.locator('option')).toHaveText(['System (English)', 'English', ...names]);
  await language.focus();
  for (const [tag, , settings, history] of LANGUAGES) {
    await language.selectOption(tag);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(settings);
    await expect(page.locator('html')).toHaveAttribute('lang', tag);
    await expect(language).toBeFocused();
    await expect(page.getByTestId('nav-history')).toHaveText(history);
  }
  await language.selectOption('en');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Settings');
});

// The browser says in its console what it could not load.
lenient('texts that cannot be loaded leave the window as it is, and say so', async ({ page }) => {
  await open(page);
  await page.getByTestId('nav-settings').click();
  await page.route(/\/fr-[^/]*\.js/, (route) => route.abort());
  await page.getByTestId('language').selectOption('fr');
  await expect(page.getByRole('alert')).toContainText('Something went wrong');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Settings');
});

test('a start speaks the language chosen last before the settings are read', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('language', 'fr'));
  const said: string[] = [];
  await page.exposeFunction('note', (text: string) => {
    said.push(text);
  });
  await page.addInitScript(() => {
    new MutationObserver(() => {
      const text = document.querySelector('.wait')?.textContent;
      if (text) {
        (window as unknown as { note: (text: string) => Promise<void> }).note(text).catch(() => {});
      }
    }).observe(document, { childList: true, subtree: true });
  });
  await open(page);
  expect(new Set(said)).toEqual(new Set(['Chargement…']));
});

/** Gives the system another language, as its settings do while the window is open. */
async function systemSpeaks(page: Page, tag: string): Promise<void> {
  await page.evaluate((tag) => {
    Object.defineProperty(navigator, 'languages', { value: [tag], configurable: true });
    window.dispatchEvent(new Event('languagechange'));
  }, tag);
  await expect(page.locator('html')).toHaveAttribute('lang', tag);
}

test('on a system in another language the window starts in it', async ({ browser, baseURL }) => {
  for (const [tag, , , history] of LANGUAGES) {
    const context = await browser.newContext({ locale: tag, baseURL: baseURL ?? '' });
    const page = await context.newPage();
    await open(page);
    await expect(page.locator('html')).toHaveAttribute('lang', tag);
    await expect(page.getByTestId('nav-history')).toHaveText(history);
    await context.close();
  }
});

test('what senses takes two lines at most in a window of the usual size', async ({ page }) => {
  await open(page);
  // Those whose letters Inter has: without its font a script is drawn as boxes.
  for (const tag of ['en', 'de', 'fr', 'es', 'pt-BR']) {
    await systemSpeaks(page, tag);
    const lines = () =>
      page
        .locator('[data-testid$=-state]')
        .evaluateAll((all) => new Set(all.map((e) => e.getBoundingClientRect().top)).size);
    await expect.poll(lines, { message: tag }).toBeLessThanOrEqual(2);
  }
});

// Each is opened once; the languages and widths change under it, which a listener can see happen, too.
for (const name of WALKED) {
  test(`in no language and width anything is cut off: ${name}`, async ({ page }) => {
    test.setTimeout(180_000);
    const { situation, reach } = STATES[name] ?? { situation: name };
    await open(page, situation);
    await reach?.(page);
    for (const [tag] of LANGUAGES) {
      await systemSpeaks(page, tag);
      for (const [width, height] of SIZES) {
        await page.setViewportSize({ width, height });
        const where = `${tag}, ${width} pixels`;
        if (pictures !== undefined) {
          await page.screenshot({ path: `${pictures}/${tag}-${width}-${name}.png` });
        }
        // A menu is placed anew after the size of the window has changed.
        await soft.poll(() => sticksOut(page), { message: where }).toEqual([]);
        // Names are cut off where they are too long, and have their dots.
        const cut = (await cutOff(page)).filter((text) => withoutInvented(text) === text);
        expect.soft(cut, where).toEqual([]);
      }
    }
  });
}

test.describe('from right to left', () => {
  test.use({ locale: 'ar' });

  test('letters that join are not spaced, and Latin names stay whole at their beginning', async ({
    page,
  }) => {
    await open(page, 'own');
    await page.getByTestId('nav-library').click();
    const style = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => {
          const { letterSpacing, direction, textAlign } = getComputedStyle(element);
          return { letterSpacing, direction, textAlign };
        });
    expect(['normal', '0px']).toContain((await style('h1')).letterSpacing);
    expect(await style('.album > [dir=auto]')).toMatchObject({
      direction: 'ltr',
      textAlign: 'right',
    });
  });
});
