import type { Locator } from '@playwright/test';
import { expect, open, test, type Page } from './helpers';
import { withoutInvented } from './invented';
import { cutOff, spills, sticksOut } from './measured';
import { STATES } from './states';

/** What comes from elsewhere: initials on covers, dates by Intl, fingerprints. */
const FROM_ELSEWHERE = [
  /^\p{Lu}{2}$/u,
  /^\d+( \p{L}+)? – \d+ \p{L}+$/u,
  /^(\d+ )?\p{L}+ \d{4}$/u,
  /^\d+ \p{L}+ \d{4} – \d+ \p{L}+ \d{4}$/u,
  /^([\dA-F]{2}:)+[\dA-F]{2}$/,
];

/**
 * English that the Rust side still writes, by the code that writes it. Nothing may join this list; what leaves it gets a
 * code, values, and a sentence in the catalogues.
 */
const FROM_RUST = [
  // attune-store, warning.rs, and every code without a sentence of its own in `en-own-message.ts`: `AppError::message`.
  /^A catalogue could not be read\./,
  // attune-store and attune-app, whatever writes a file: `ExportFailed`.
  /^The file could not be written\./,
  // attune-library, tags.rs: why a file cannot be read.
  /^The file (contains no sound|is not music in a format that Attune knows)/,
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

/** Whether a text is none of the interface's. */
function isKnown(text: string): boolean {
  if ([...FROM_ELSEWHERE, ...FROM_RUST].some((known) => known.test(text))) return true;
  return !/\p{L}{2}/u.test(withoutInvented(text));
}

const soft = expect.configure({ soft: true });

/** Expects that every text can be read where it stands. */
async function expectWhole(page: Page, where: string): Promise<void> {
  // A menu is placed anew after the size of the window or of its text has changed.
  await soft.poll(() => sticksOut(page), { message: where }).toEqual([]);
  expect.soft(await cutOff(page, '⟦'), where).toEqual([]);
  expect.soft(await spills(page), where).toEqual([]);
}

test.describe('in longer words', () => {
  for (const [name, { situation, reach }] of Object.entries(STATES)) {
    test(`${name}: all texts are of the catalogue and none is cut off`, async ({ page }) => {
      await open(page, situation, 'still&pseudo');
      await reach?.(page);
      expect.soft((await outside(page)).filter((text) => !isKnown(text))).toEqual([]);
      await expectWhole(page, 'in a window of the usual size');
      // The same page at other sizes: to open it anew would take most of the time.
      await page.setViewportSize({ width: 1920, height: 1080 });
      await expectWhole(page, 'in a large window');
      await page.setViewportSize({ width: 1120, height: 740 });
      await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
      await expectWhole(page, 'with text twice as large');
      await page.evaluate(() => (document.documentElement.style.fontSize = ''));
      await page.setViewportSize({ width: 380, height: 780 });
      await expectWhole(page, 'in a narrow window');
      expect.soft((await outside(page)).filter((text) => !isKnown(text))).toEqual([]);
    });
  }
});

test.describe('from right to left', () => {
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
      for (const width of [1120, 380]) {
        await page.setViewportSize({ width, height: 780 });
        await soft.poll(() => sticksOut(page), { message: `${width} pixels` }).toEqual([]);
        expect.soft(await cutOff(page, '⟦'), `${width} pixels`).toEqual([]);
      }
    });
  }
});

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
