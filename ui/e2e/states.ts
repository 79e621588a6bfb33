import type { Page } from './helpers';

/** Goes to a view. */
export const go = (view: string) => (page: Page) => page.getByTestId(`nav-${view}`).click();
/** Goes to what Attune has learned. */
export async function learned(page: Page) {
  await go('settings')(page);
  await page.getByTestId('open-learned').click();
}
/** Drops something of this name on the window; a folder's ends in a slash. */
export const drop = (name: string) => (page: Page) =>
  page.evaluate((name) => {
    const event = new DragEvent('drop', { cancelable: true });
    Object.defineProperty(event, 'dataTransfer', { value: { files: [{ name }] } });
    window.dispatchEvent(event);
  }, name);
/** Something to look at: a situation of the fake, and how to get there. */
export interface State {
  situation: string;
  reach?: (page: Page) => Promise<void>;
}
/** The views and dialogs. */
export const STATES: Record<string, State> = {
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
  'a history read': {
    situation: 'lively',
    reach: async (page) => {
      await learned(page);
      await page.getByTestId('past-bring').click();
      await page.getByTestId('past-report').waitFor();
    },
  },
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
  'global shortcuts': {
    situation: 'lively',
    reach: async (page) => {
      await go('settings')(page);
      await page.getByTestId('global-shortcuts').click();
      await page.getByTestId('shortcut-change-mini').click();
    },
  },
  'an editor': {
    situation: 'lively',
    reach: async (page) => {
      await go('history')(page);
      await page.getByTestId('history-edit').first().click();
    },
  },
  'setting up Spotify': {
    situation: 'lively',
    reach: async (page) => {
      await go('settings')(page);
      await page.getByTestId('spotify-set-up').click();
    },
  },
  'the client ID': {
    situation: 'lively',
    reach: async (page) => {
      await go('settings')(page);
      await page.getByTestId('spotify-set-up').click();
      await page.getByTestId('spotify-next').click();
      await page.getByTestId('spotify-next').click();
    },
  },
  'signed in to Spotify': { situation: 'lively&spotify=in', reach: go('settings') },
  'a playlist': {
    situation: 'lively&spotify=in',
    reach: async (page) => {
      await page.getByTestId('make-playlist').click();
      await page.getByTestId('playlist-look').click();
      await page.getByTestId('playlist-make').waitFor();
    },
  },
  'deleting everything': {
    situation: 'lively',
    reach: async (page) => {
      await go('settings')(page);
      await page.getByTestId('delete-all').click();
    },
  },
  'a backup to restore': {
    situation: 'lively',
    reach: async (page) => {
      await go('settings')(page);
      await page.getByTestId('restore').click();
      await page.getByTestId('restore-report').waitFor();
    },
  },
  'a backup restored': {
    situation: 'lively',
    reach: async (page) => {
      await go('settings')(page);
      await page.getByTestId('restore').click();
      await page.getByTestId('restore-confirm').click();
      await page.getByTestId('put-back').waitFor();
    },
  },
  'a folder to add': {
    situation: 'own',
    reach: async (page) => {
      await drop('/home/you/Music/')(page);
      await page.getByTestId('folder-offer').waitFor();
    },
  },
  'a file of no use': {
    situation: 'own',
    reach: async (page) => {
      await drop('/home/you/Music')(page);
      await page.getByTestId('toast-text').waitFor();
    },
  },
  'unreadable files': {
    situation: 'own',
    reach: async (page) => {
      await go('library')(page);
      await page.getByTestId('unreadable').click();
      await page.getByTestId('unreadable-file').first().waitFor();
    },
  },
  'removing a folder': {
    situation: 'own',
    reach: async (page) => {
      await go('library')(page);
      await page.getByTestId('folder-remove').click();
      await page.getByTestId('remove-folder-confirm').waitFor();
    },
  },
  'an opened playlist': {
    situation: 'own',
    reach: async (page) => {
      await go('library')(page);
      await page.getByTestId('own-files').click();
      await page.getByTestId('playlist-open').click();
      await page.getByTestId('playlist').waitFor();
    },
  },
  'an import’s report': {
    situation: 'lively',
    reach: async (page) => {
      await go('library')(page);
      await page.getByTestId('import-csv').click();
      await page.getByTestId('import-report').waitFor();
    },
  },
  'a moment to add': {
    situation: 'lively',
    reach: async (page) => {
      await go('history')(page);
      await page.getByTestId('moment-add').click();
      await page.getByTestId('moment-save').waitFor();
    },
  },
  'a history to bring': {
    situation: 'lively',
    reach: async (page) => {
      await learned(page);
      await page.getByTestId('past-bring').click();
      await page.getByTestId('past-report').waitFor();
    },
  },
  'a voice explained': {
    situation: 'lively',
    reach: async (page) => {
      // A narrow window folds senses away that are off.
      const more = page.getByTestId('senses-more');
      if (await more.isVisible()) await more.click();
      await page.getByTestId('voice-along').click();
      await page.getByTestId('sense-explanation').waitFor();
    },
  },
  'Spotify without a device': {
    situation: 'lively&spotify=closed&player=spotify',
    reach: async (page) => {
      await page.getByTestId('player-play').click();
      await page.getByTestId('connect-problem').waitFor();
    },
  },
  'something to undo and an error': {
    situation: 'error',
    reach: async (page) => {
      await go('settings')(page);
      await page.getByTestId('export').click();
      await page.getByTestId('failure').waitFor();
      await page.keyboard.press('l');
      await page.getByTestId('undo-toast').waitFor();
    },
  },
  'the map': {
    situation: 'own',
    reach: async (page) => {
      await go('library')(page);
      await page.getByTestId('library-tab-map').click();
      await page.getByTestId('map-points').waitFor();
    },
  },
  'the shortcuts': { situation: 'lively', reach: (page) => page.keyboard.press('?') },
  'what is said outright': {
    situation: 'lively',
    reach: async (page) => {
      await learned(page);
      await page.getByTestId('stated-change').click();
    },
  },
  'first start': { situation: 'first' },
  'the music card': {
    situation: 'first',
    reach: (page) => page.getByTestId('first-start-next').click(),
  },
  'the taste card': {
    situation: 'first',
    reach: async (page) => {
      await page.getByTestId('first-start-next').click();
      await page.getByTestId('first-start-next').click();
      await page.getByTestId('taste-chip').first().waitFor();
    },
  },
};
