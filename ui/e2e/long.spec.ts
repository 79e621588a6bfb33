import { expect, open, test, type Page } from './helpers';
import { go, learned, STATES } from './states';

/** What can be pressed but lies, in part, where nobody sees it: cut off at a side, or out of the window. */
const outOfReach = (page: Page) =>
  page.evaluate(() => {
    const cutBy = (part: Element, { left, right }: DOMRect) => {
      for (let box = part.parentElement; box; box = box.parentElement) {
        if (['visible', 'auto', 'scroll'].includes(getComputedStyle(box).overflowX)) continue;
        const edge = box.getBoundingClientRect();
        if (left < edge.left - 0.5 || right > edge.right + 0.5) return true;
      }
      return left < -0.5 || right > innerWidth + 0.5;
    };
    return [...document.querySelectorAll('button, a, select, input, [role="slider"]')]
      .map((part) => ({ part, box: part.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 1 && box.height > 1)
      .filter(({ part, box }) => cutBy(part, box))
      .map(({ part }) => part.outerHTML.slice(0, 160));
  });

const settled = async (page: Page) => {
  await page.evaluate(() => document.fonts.ready);
  return outOfReach(page);
};

/** Of the states that other tests walk, too. */
const ELSEWHERE = [
  'all reasons',
  'placing a track',
  'own music',
  'a track’s page',
  'a part of the map',
];

const PLACES: Record<string, { situation?: string; reach?: (page: Page) => Promise<void> }> = {
  now: {},
  'the menu of the track': { reach: (page) => page.getByTestId('more').click() },
  'something to undo': { reach: (page) => page.getByTestId('never').click() },
  'what was learned': {
    reach: async (page) => {
      await page.getByTestId('like').click();
      await page.getByTestId('never').click();
      await learned(page);
    },
  },
  'the bar of the own player': {
    situation: 'own',
    reach: async (page) => {
      await page.getByTestId('player-kind').selectOption('local');
    },
  },
  'the mini player': {
    situation: 'own',
    reach: async (page) => {
      await page.getByTestId('player-kind').selectOption('local');
      await page.getByTestId('player-mini').click();
      await page.getByTestId('mini').waitFor();
    },
  },
  library: { reach: go('library') },
  ...Object.fromEntries(Object.entries(STATES).filter(([name]) => ELSEWHERE.includes(name))),
};

for (const [width, height] of [
  [1120, 740],
  [920, 640],
  [380, 780],
] as const) {
  test.describe(`with names longer than their space, ${width} pixels wide`, () => {
    test.use({ viewport: { width, height } });

    for (const [name, { situation, reach }] of Object.entries(PLACES)) {
      test(`${name}: everything can be pressed`, async ({ page }) => {
        await open(page, situation, 'still&long');
        await reach?.(page);
        expect(await settled(page)).toEqual([]);
      });
    }
  });
}
