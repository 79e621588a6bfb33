import AxeBuilder from '@axe-core/playwright';
import { expect, open, test, type Page } from './helpers';

const go = (view: string) => (page: Page) => page.getByTestId(`nav-${view}`).click();
async function learned(page: Page) {
  await go('settings')(page);
  await page.getByTestId('open-learned').click();
}
const STATES: Record<string, { situation: string; reach?: (page: Page) => Promise<void> }> = {
  now: { situation: 'lively' },
  'a path and a lit row': {
    situation: 'lively',
    reach: async (page) => {
      await page.getByTestId('policy-hold').click();
      await page.getByTestId('queue-row').first().hover();
    },
  },
  'all reasons': {
    situation: 'lively',
    reach: async (page) => {
      await page.getByTestId('current-terms').click();
      await page.getByTestId('row-why').first().click();
    },
  },
  'a menu': {
    situation: 'lively',
    reach: (page) => page.getByTestId('row-more').first().click(),
  },
  'placing a track': {
    situation: 'lively',
    reach: async (page) => {
      await page.getByTestId('more').click();
      await page.getByTestId('menu-place').click();
    },
  },
  'what was learned': { situation: 'lively', reach: learned },
  'nothing learned': { situation: 'empty', reach: learned },
  'a face at rest': {
    situation: 'lively',
    reach: async (page) => {
      await learned(page);
      await page.getByTestId('calibrate').click();
      await page.getByTestId('calibration-start').click();
    },
  },
  'not sure': { situation: 'notsure' },
  corrected: { situation: 'corrected' },
  'a failed camera': { situation: 'camera-failed' },
  notices: { situation: 'error' },
  'no music': { situation: 'empty' },
  library: { situation: 'lively', reach: go('library') },
  'own music': { situation: 'own', reach: go('library') },
  'own music being read': { situation: 'scanning', reach: go('library') },
  'no folder yet': {
    situation: 'lively',
    reach: async (page) => {
      await go('library')(page);
      await page.getByTestId('library-tab-own').click();
    },
  },
  'a track’s page': {
    situation: 'own',
    reach: async (page) => {
      await go('library')(page);
      await page.getByTestId('own-about').first().click();
    },
  },
  'a part of the map': {
    situation: 'own',
    reach: async (page) => {
      await go('library')(page);
      await page.getByTestId('library-tab-map').click();
      await page.getByTestId('map-pleasant').selectOption('high');
    },
  },
  'volume and output': {
    situation: 'lively',
    reach: async (page) => {
      await page.getByTestId('player-kind').selectOption('local');
      await page.getByTestId('player-sound').click();
    },
  },
  'the mini player': {
    situation: 'lively',
    reach: async (page) => {
      await page.getByTestId('player-mini').click();
      await page.getByTestId('mini').waitFor();
    },
  },
  'a server’s certificate': {
    situation: 'lively&servers=reading',
    reach: async (page) => {
      await go('settings')(page);
      await page.getByTestId('add-server').click();
      await page.getByTestId('server-address').fill('https://self-signed.example');
      await page.getByTestId('server-listener').fill('mia');
      await page.getByTestId('server-secret').fill('sesame');
      await page.getByTestId('server-test').click();
      await page.getByTestId('server-accept').waitFor();
    },
  },
  'a server that was away': { situation: 'lively&servers=failed', reach: go('settings') },
  history: { situation: 'lively', reach: go('history') },
  'a month': {
    situation: 'lively&days=20',
    reach: async (page) => {
      await go('history')(page);
      await page.getByTestId('span-month').click();
    },
  },
  'a week': {
    situation: 'lively',
    reach: async (page) => {
      await go('history')(page);
      await page.getByTestId('span-week').click();
    },
  },
  settings: { situation: 'lively', reach: go('settings') },
  'an editor': {
    situation: 'lively',
    reach: async (page) => {
      await go('history')(page);
      await page.getByTestId('history-edit').first().click();
    },
  },
  'first start': { situation: 'first' },
  'the music card': {
    situation: 'first',
    reach: (page) => page.getByTestId('first-start-next').click(),
  },
};

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [name, { situation, reach }] of Object.entries(STATES)) {
    test(`${name} is readable and labelled, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await open(page, situation);
      await reach?.(page);
      const { violations } = await new AxeBuilder({ page }).analyze();
      const found = violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join('\n')}`,
      );
      expect(found).toEqual([]);
    });
  }
}

test('with reduced motion nothing is animated', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page);
  const durations = await page.evaluate(() =>
    [...document.querySelectorAll('*')].map((e) => getComputedStyle(e).transitionDuration),
  );
  expect([...new Set(durations.flatMap((d) => d.split(', ')))]).toEqual(['0s']);
});

/** What reaches over the edges of the window. */
const sticksOut = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('main *')]
      .filter((e) => e.closest('svg') === null || e.tagName === 'svg')
      .filter((e) => {
        const { right, left, width } = e.getBoundingClientRect();
        return width > 1 && (right > innerWidth + 0.5 || left < -0.5);
      })
      .map((e) => e.outerHTML.slice(0, 120)),
  );

test.describe('on a phone', () => {
  test.use({ viewport: { width: 380, height: 780 }, hasTouch: true });

  for (const view of ['now', 'library', 'history', 'settings', 'learned']) {
    test(`${view} fits and nothing sticks out`, async ({ page }) => {
      await open(page);
      if (view === 'learned') await learned(page);
      else await page.getByTestId(`nav-${view}`).click();
      if (view === 'now') await page.getByTestId('row-why').first().click();
      expect(await sticksOut(page)).toEqual([]);
    });
  }

  test('a server fits and nothing sticks out', async ({ page }) => {
    await open(page, 'lively', 'still&long&servers=failed');
    await page.getByTestId('nav-settings').click();
    await expect(page.getByTestId('server')).toBeVisible();
    expect(await sticksOut(page)).toEqual([]);
  });

  for (const tab of ['own', 'map']) {
    test(`the library's ${tab} fits and nothing sticks out`, async ({ page }) => {
      await open(page, 'scanning');
      await page.getByTestId('nav-library').click();
      await page.getByTestId(`library-tab-${tab}`).click();
      await expect(
        page.getByTestId(tab === 'own' ? 'own-row' : 'map-points').first(),
      ).toBeVisible();
      expect(await sticksOut(page)).toEqual([]);
    });
  }

  test('the bar is at the bottom, and the last track can be scrolled above it', async ({
    page,
  }) => {
    await open(page);
    const bar = await page.getByRole('navigation').boundingBox();
    expect(bar?.y).toBeGreaterThan(700);
    const last = page.getByTestId('queue-row').last();
    await last.scrollIntoViewIfNeeded();
    const box = await last.boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0);
  });

  test('the introduction fits', async ({ page }) => {
    await open(page, 'first');
    await expect(page.getByTestId('first-start-next')).toBeInViewport();
  });
});
