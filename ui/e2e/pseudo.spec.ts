import { catalogueRows } from '../src/api/fake/demo';
import { inventedTracks } from '../src/api/fake/ownTracks';
import { scenarioFrom } from '../src/api/fake/scenario';
import { startCatalogues } from '../src/api/fake/start';
import type { Locator } from '@playwright/test';
import { expect, open, test, type Page } from './helpers';
import { STATES, sticksOut } from './states';

const scenario = scenarioFrom('');
const TRACKS = [
  ...catalogueRows(startCatalogues('lively', 0, 0), scenario),
  ...inventedTracks(600, scenario.seed),
];

/** What the fake invents: names, and what a listener writes. */
const INVENTED = [
  ...TRACKS.flatMap(({ title, artist, genre }) => [title, artist, genre ?? '']),
  ...['Small Hours', 'Field Recordings of a Kitchen', 'North Window', 'Second Draft'],
  ...['Paper Kites', 'The Lanterns', 'Harbour Lights', 'Slow Window', 'my-favourites.csv'],
  ...['Long call, good news at the end.', 'Walked to the harbour before work.'],
  ...['Built-in camera', 'USB camera', 'Built-in microphone', 'Headset', 'Speakers', 'Headphones'],
  ...[
    '/home/you/Music',
    '/media/you/Old disk/Songs',
    '/local/',
    '.flac',
    '.mp3',
    '.vorbis',
    '.m4a',
  ],
  ...['At home', 'http://192.168.1.2:4533'],
];

/** What comes from elsewhere: initials on covers, dates by Intl, fingerprints. */
const FROM_ELSEWHERE = [
  /^\p{Lu}{2}$/u,
  /^\d+( \p{L}+)? – \d+ \p{L}+$/u,
  /^\p{L}+ \d{4}$/u,
  /^([\dA-F]{2}:)+[\dA-F]{2}$/,
];

/**
 * English that the Rust side still writes, by the code that writes it. Nothing may join this list; what leaves it gets a
 * code, values, and a sentence in the catalogues.
 */
const FROM_RUST = [
  // attune-store, warning.rs, and every code without a sentence of its own in `en-own-message.ts`: `AppError::message`.
  /^A catalogue could not be read\./,
  // attune-subsonic, error.rs.
  /^The server cannot be reached\./,
];

/** Texts, seen or only spoken, with what of them does not come from the catalogue: what is outside of all brackets. */
const outside = (page: Page) =>
  page.evaluate(() => {
    const found = new Set<string>();
    const note = (text: string | null) => {
      let [depth, rest] = [0, ''];
      for (const c of text ?? '') {
        if (c === '⟧') depth -= 1;
        if (depth === 0 && c !== '⟦' && c !== '⟧') rest += c;
        if (c === '⟦') depth += 1;
      }
      if (/\p{L}{2}/u.test(rest)) found.add(rest.trim());
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      // Languages are named in themselves.
      if (!node.parentElement?.closest('option[lang]')) note(node.textContent);
    }
    for (const element of document.querySelectorAll('body *')) {
      const spoken = ['aria-label', 'aria-valuetext', 'title', 'alt', 'placeholder'];
      for (const name of spoken) note(element.getAttribute(name));
    }
    return [...found];
  });

const byLength = [...new Set(INVENTED)].filter((name) => name !== '');
byLength.sort((a, b) => b.length - a.length);

/** Whether a text is none of the interface's. */
function isKnown(text: string): boolean {
  if ([...FROM_ELSEWHERE, ...FROM_RUST].some((known) => known.test(text))) return true;
  const left = byLength.reduce((rest, name) => rest.replaceAll(name, ''), text);
  return !/\p{L}{2}/u.test(left);
}

/** Texts that lie outside of what clips them, or of the button they are in. A tooltip that says all of it will do. */
const cutOff = (page: Page) =>
  page.evaluate(() => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!parent || !/⟦/.test(node.textContent ?? '')) continue;
      if (
        parent.closest('.visually-hidden, svg, option, [aria-hidden=true]') ||
        !parent.checkVisibility() ||
        parent
          .closest('[title]')
          ?.getAttribute('title')
          ?.includes(node.textContent ?? '')
      )
        continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const text = range.getBoundingClientRect();
      for (let box: Element | null = parent; box; box = box.parentElement) {
        const style = getComputedStyle(box);
        const clips =
          style.overflowX === 'hidden' || style.overflowX === 'clip' || box.tagName === 'BUTTON';
        if (style.overflowX === 'auto' || style.overflowX === 'scroll') break;
        const edge = box.getBoundingClientRect();
        if (clips && edge.width > 1 && (text.right > edge.right + 1 || text.left < edge.left - 1)) {
          found.push(`${node.textContent ?? ''} in ${box.tagName}.${box.className}`);
          break;
        }
      }
    }
    return found;
  });

for (const [width, height] of [
  [1120, 740],
  [380, 780],
] as const) {
  test.describe(`in longer words at ${width} pixels`, () => {
    test.use({ viewport: { width, height } });

    for (const [name, { situation, reach }] of Object.entries(STATES)) {
      test(`${name}: all texts are of the catalogue and none is cut off`, async ({ page }) => {
        await open(page, situation, 'still&pseudo');
        await reach?.(page);
        expect.soft((await outside(page)).filter((text) => !isKnown(text))).toEqual([]);
        expect.soft(await sticksOut(page)).toEqual([]);
        expect.soft(await cutOff(page)).toEqual([]);
      });
    }
  });
}

for (const width of [1120, 380]) {
  test.describe(`from right to left at ${width} pixels`, () => {
    test.use({ viewport: { width, height: 780 } });

    for (const name of [
      'now',
      'library',
      'a track’s page',
      'history',
      'settings',
      'what was learned',
    ]) {
      test(`${name}: nothing is cut off or sticks out`, async ({ page }) => {
        const { situation, reach } = STATES[name] ?? { situation: 'lively' };
        await open(page, situation, 'still&pseudo=rtl');
        await reach?.(page);
        expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl');
        expect.soft(await sticksOut(page)).toEqual([]);
        expect.soft(await cutOff(page)).toEqual([]);
      });
    }
  });
}

test('from right to left the window is mirrored, the plane and time are not', async ({ page }) => {
  await open(page, 'lively', 'still&pseudo=rtl');
  const leftOf = async (what: Locator) => (await what.boundingBox())?.x ?? NaN;
  const plane = page.getByTestId('plane');
  const word = (text: string) => plane.getByText(text).first();
  expect(await leftOf(page.getByTestId('nav-now'))).toBeGreaterThan(await leftOf(plane));
  expect(await leftOf(word('⟦unpleasant'))).toBeLessThan(await leftOf(word('⟦pleasant')));
  const dot = page.getByTestId('plane-dot');
  const before = Number(await dot.getAttribute('data-valence'));
  await dot.focus();
  await page.keyboard.press('ArrowRight');
  expect(Number(await dot.getAttribute('data-valence'))).toBeGreaterThan(before);
});

test('a language is chosen in the settings and shows at once', async ({ page }) => {
  await open(page);
  await page.getByTestId('nav-settings').click();
  const language = page.getByTestId('language');
  await expect(language.locator('option')).toContainText([
    'System (English)',
    'English',
    'Deutsch',
  ]);
  await language.focus();
  await language.selectOption('de');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Einstellungen');
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(language).toBeFocused();
  await page.getByTestId('nav-history').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Verlauf');
});

test.describe('on a German system', () => {
  test.use({ locale: 'de-AT' });

  test('the first start speaks German', async ({ page }) => {
    await open(page, 'first');
    await expect(page.getByRole('dialog')).toContainText('Wie geht es dir gerade?');
  });
});
