import { expect, open, test, type Page } from './helpers';
import { STATES, type State } from './states';

/** What a finger needs, in CSS pixels, with half a pixel of rounding. */
const FINGER = 47.5;

/** Phones, upright and across. */
const SIZES = [
  [320, 640],
  [380, 780],
  [412, 915],
].flatMap(([short, long]) => [
  { width: short ?? 0, height: long ?? 0 },
  { width: long ?? 0, height: short ?? 0 },
]);

/**
 * What may be smaller, with the size it has all the same: days of a month, seven of which share the width of a phone, and
 * points of the map, which lie where the music does; what they do is also offered by a list.
 */
const SMALLER = [{ part: '.month button', width: 36, height: 44 }];

/** Controls that are smaller than a finger needs, with what they take in: a label around them, and room drawn by no line. */
const small = (page: Page) =>
  page.evaluate(
    ({ FINGER, SMALLER }) => {
      const roles = ['button', 'link', 'tab', 'radio', 'switch', 'checkbox', 'slider', 'menuitem'];
      const controls = `button, a[href], input, select, textarea, summary, ${roles.map((role) => `[role=${role}]`).join()}`;
      const number = (text: string) => Number.parseFloat(text) || 0;
      const areas = (element: Element) => {
        const box = element.getBoundingClientRect();
        const boxes = [box];
        const label = element.closest('label');
        if (label) boxes.push(label.getBoundingClientRect());
        for (const part of ['::before', '::after']) {
          const style = getComputedStyle(element, part);
          if (style.content === 'none' || style.position !== 'absolute') continue;
          if (style.pointerEvents === 'none') continue;
          const { borderLeftWidth, borderTopWidth } = getComputedStyle(element);
          boxes.push(
            new DOMRect(
              box.x + number(borderLeftWidth) + number(style.left),
              box.y + number(borderTopWidth) + number(style.top),
              number(style.width),
              number(style.height),
            ),
          );
        }
        return boxes;
      };
      const found: string[] = [];
      for (const element of document.querySelectorAll(controls)) {
        if (!element.checkVisibility({ visibilityProperty: true })) continue;
        if (element.closest('.visually-hidden, [inert]')) continue;
        // A link in a sentence is as high as its line.
        if (element.matches('p a, li a') && getComputedStyle(element).display === 'inline')
          continue;
        const own = element.getBoundingClientRect();
        if (own.width === 0) continue;
        const boxes = areas(element);
        const width =
          Math.max(...boxes.map(({ right }) => right)) - Math.min(...boxes.map(({ left }) => left));
        const height =
          Math.max(...boxes.map(({ bottom }) => bottom)) - Math.min(...boxes.map(({ top }) => top));
        const least = SMALLER.find(({ part }) => element.matches(part));
        if (width >= (least?.width ?? FINGER) && height >= (least?.height ?? FINGER)) continue;
        const name = element.getAttribute('data-testid') ?? element.outerHTML.slice(0, 100);
        found.push(`${name}: ${width.toFixed(0)} × ${height.toFixed(0)}`);
      }
      return [...new Set(found)];
    },
    { FINGER, SMALLER },
  );

/** Expects that what is shown can be pressed with a finger on every phone. */
async function expectLargeEnough(page: Page): Promise<void> {
  for (const size of SIZES) {
    await page.setViewportSize(size);
    const where = `${size.width} × ${size.height}`;
    await expect.soft.poll(() => small(page), { message: where, timeout: 3000 }).toEqual([]);
  }
}

test.use({ viewport: { width: 380, height: 780 }, hasTouch: true, isMobile: true });

for (const [name, { situation, reach }] of Object.entries(STATES)) {
  test(`a finger can press what is shown: ${name}`, async ({ page }) => {
    await open(page, situation);
    await reach?.(page);
    await expectLargeEnough(page);
  });
}

/** What only a phone's app has. */
const ON_A_PHONE: Record<string, State> = {
  now: { situation: 'lively' },
  'the plane’s sheet': {
    situation: 'corrected',
    reach: (page) => page.getByTestId('open-plane').tap(),
  },
  'the queue’s sheet': {
    situation: 'lively',
    reach: async (page) => {
      await page.getByTestId('open-queue').tap();
      await page.getByTestId('row-why').first().tap();
    },
  },
};

test.describe('in a phone’s app', () => {
  test.use({ userAgent: 'Mozilla/5.0 (Linux; Android 16; Pixel 9; wv) AppleWebKit/537.36' });

  for (const [name, { situation, reach }] of Object.entries(ON_A_PHONE)) {
    test(`a finger can press what is shown: ${name}`, async ({ page }) => {
      await open(page, situation);
      await reach?.(page);
      await expectLargeEnough(page);
    });
  }
});
