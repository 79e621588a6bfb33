import { test as bare } from '@playwright/test';
import { expect, open, test, type Page } from './helpers';

async function settings(page: Page, spotify = 'out') {
  await open(page, 'lively', `still&spotify=${spotify}`);
  await page.getByTestId('nav-settings').click();
}

async function atClientId(page: Page) {
  await settings(page);
  await page.getByTestId('spotify-set-up').click();
  await page.getByTestId('spotify-next').click();
  await page.getByTestId('spotify-next').click();
}

test('the wizard explains why and how, and takes the client ID', async ({ page }) => {
  await settings(page);
  await page.getByTestId('spotify-set-up').click();
  const wizard = page.getByTestId('spotify-wizard');
  await expect(wizard).toContainText('five people');
  await expect(page.getByTestId('spotify-step')).toHaveText('Step 1 of 3');
  await page.getByTestId('spotify-next').click();
  await expect(page.getByTestId('spotify-redirect')).toHaveValue('http://127.0.0.1');
  await expect(wizard).toContainText('don’t share it');
  await page.getByTestId('spotify-next').click();
  await expect(page.getByTestId('spotify-client-id')).toBeFocused();
  await page.getByTestId('spotify-sign-in').click();
  await expect(page.getByTestId('spotify-no-id')).toHaveText('Enter your client ID first.');
  await expect(page.getByTestId('spotify-client-id')).toBeFocused();
  await page.getByTestId('spotify-client-id').fill('0123abcd');
  await page.getByTestId('spotify-client-id').press('Enter');
  await expect(page.getByTestId('spotify-browser')).toBeVisible();
  await expect(wizard).toBeHidden();
  await expect(page.getByTestId('spotify-account')).toContainText('Signed in as Mia');
});

test('the buttons of the wizard stay where they are', async ({ page }) => {
  await settings(page);
  await page.getByTestId('spotify-set-up').click();
  const height = async () => (await page.getByTestId('spotify-wizard').boundingBox())?.height;
  const first = await height();
  await page.getByTestId('spotify-next').click();
  expect(await height()).toBe(first);
  await page.getByTestId('spotify-next').click();
  expect(await height()).toBe(first);
});

test('the test tells causes apart', async ({ page }) => {
  await atClientId(page);
  const outcome = page.getByTestId('spotify-outcome');
  for (const [id, result, words] of [
    ['wrong', 'wrongClientId', 'doesn’t recognise this client ID'],
    ['free', 'ownerNotPremium', 'doesn’t have Premium'],
    ['stranger', 'notAllowListed', 'User Management'],
    ['offline', 'offline', 'can’t be reached'],
    ['0123abcd', 'needsSignIn', 'Sign in to check'],
  ] as const) {
    await page.getByTestId('spotify-client-id').fill(id);
    await expect(outcome).toBeHidden();
    await page.getByTestId('spotify-check').click();
    await expect(outcome).toHaveAttribute('data-result', result);
    await expect(outcome).toContainText(words);
  }
});

test('a sign-in can be cancelled, and a refusal is shown beside the button', async ({ page }) => {
  await atClientId(page);
  await page.getByTestId('spotify-client-id').fill('slow');
  await page.getByTestId('spotify-sign-in').click();
  await expect(page.getByTestId('spotify-address')).toHaveValue(/^https:/);
  await page.getByTestId('spotify-cancel').click();
  await expect(page.getByTestId('spotify-sign-in')).toBeEnabled();
  await page.getByTestId('spotify-client-id').fill('denied');
  await page.getByTestId('spotify-sign-in').click();
  await expect(page.getByTestId('spotify-sign-in-failed')).toContainText('choose Agree');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('spotify-wizard')).toBeHidden();
});

test('notices about the account are shown', async ({ page }) => {
  await settings(page, 'session');
  await expect(page.getByTestId('spotify-session-only')).toContainText(
    'until you close Attune. This system doesn’t have one.',
  );
  await settings(page, 'ending');
  await expect(page.getByTestId('spotify-ends-soon')).toContainText('Sign in again');
  await settings(page, 'waiting');
  await expect(page.getByTestId('spotify-waiting')).toContainText('has asked Attune to wait until');
  await settings(page, 'in');
  await expect(page.getByTestId('spotify-ends')).toContainText('ends this sign-in on');
  await page.getByTestId('spotify-look').click();
  await expect(page.getByTestId('spotify-device')).toHaveCount(2);
  await page.getByTestId('spotify-choose').click();
  await expect(page.getByTestId('spotify-device').last()).toContainText('playing here');
  await expect(page.getByText('Works with your plan.')).toBeVisible();
  await page.getByTestId('spotify-sign-out').click();
  await page.getByTestId('spotify-leave-confirm').click();
  await expect(page.getByTestId('spotify-set-up')).toBeVisible();
});

test('Spotify music can be added and removed as a session catalogue', async ({ page }) => {
  await settings(page, 'in');
  await page.getByTestId('spotify-own-bring').click();
  await expect(page.getByTestId('spotify-own')).toContainText('31 tracks');
  await page.getByTestId('nav-library').click();
  await expect(page.locator('[data-testid=catalogue][data-id=spotify]')).toContainText(
    'until you close Attune',
  );
  await page.getByTestId('nav-settings').click();
  await page.getByTestId('spotify-own-end').click();
  await page.getByTestId('nav-library').click();
  await expect(page.locator('[data-testid=catalogue][data-id=spotify]')).toBeHidden();
});

test('a playlist is previewed before it is made, and updated the second time', async ({ page }) => {
  await open(page);
  await expect(page.getByTestId('make-playlist')).toBeHidden();
  await open(page, 'lively', 'still&spotify=in');
  for (const exists of ['false', 'true']) {
    await page.getByTestId('make-playlist').click();
    await expect(page.getByTestId('playlist-name')).toHaveValue('Attune · {mood}');
    await page.getByTestId('playlist-look').click();
    await expect(page.getByTestId('playlist-plan')).toHaveAttribute('data-exists', exists);
    await expect(page.getByTestId('playlist-plan')).toContainText('Attune · calm');
    await expect(page.getByTestId('playlist-missed')).toContainText('1 track wasn’t found');
    await expect(page.getByTestId('spotify-attribution')).toContainText('from Spotify');
    await page.getByTestId('playlist-make').click();
    await expect(page.getByTestId('playlist-made')).toContainText(
      exists === 'true' ? 'now has' : 'is now in your Spotify account',
    );
    await page.getByTestId('playlist-close').click();
    await expect(page.getByTestId('playlist-dialog')).toBeHidden();
  }
});

/** Asks for music in the listener's Spotify apps. */
async function connect(page: Page, spotify: string) {
  await open(page, 'lively', `still&spotify=${spotify}`);
  await page.getByTestId('player-kind').selectOption('spotify');
  await page.getByTestId('player-play').click();
}

test('without an open Spotify app one is opened, waited for and then used', async ({ page }) => {
  await connect(page, 'closed');
  const problem = page.getByTestId('connect-problem');
  await expect(problem).toContainText('No Spotify app is active');
  await expect(page.getByTestId('connect-get')).toHaveText('Get Spotify free');
  await expect(page.getByTestId('spotify-attribution-open')).toHaveText('Open Spotify');
  await page.getByTestId('connect-look').click();
  await expect(problem).toContainText('No Spotify app is open');
  await page.getByTestId('connect-open').click();
  await expect(problem).toContainText('Waiting for Spotify');
  await page.getByTestId('connect-stop').click();
  await expect(page.getByTestId('connect-open')).toBeVisible();
  await page.getByTestId('connect-open').click();
  await expect(page.getByTestId('connect-trouble')).toBeHidden({ timeout: 15_000 });
  await expect(page.getByTestId('player-play')).toHaveAccessibleName('Pause');
});

test('one of several Spotify apps can be chosen', async ({ page }) => {
  await connect(page, 'idle');
  await page.getByTestId('connect-look').click();
  await expect(page.getByTestId('connect-device')).toHaveText([
    'Play on Kitchen',
    'Play on Laptop',
  ]);
  await page.getByTestId('connect-device').last().click();
  await expect(page.getByTestId('connect-trouble')).toBeHidden();
  await expect(page.getByTestId('player-play')).toHaveAccessibleName('Pause');
  await page.getByTestId('nav-settings').click();
  await page.getByTestId('spotify-look').click();
  await expect(page.getByTestId('spotify-device').last()).toContainText('playing here');
});

// It asks for something outside on purpose, which here is answered in place of Spotify.
bare('the embedded player comes when it is switched on, in a sandbox', async ({ page }) => {
  await page.route('https://open.spotify.com/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>x</title>' }),
  );
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await open(page, 'lively', 'still&seed=1');
  const frame = page.getByTestId('embed-frame');
  await expect(frame).toBeHidden();
  expect(asked.filter((url) => url.includes('spotify'))).toEqual([]);
  await page.getByTestId('nav-settings').click();
  await page.getByTestId('spotify-embed').click();
  await page.getByTestId('nav-now').click();
  // Not every track has an identifier there: go on to one that has.
  for (let i = 0; i < 5 && !(await frame.isVisible()); i += 1) {
    await page.getByTestId('next').click();
  }
  await expect(frame).toHaveAttribute('src', /^https:\/\/open\.spotify\.com\/embed\/track\/\w+$/);
  await expect(frame).toHaveAttribute('sandbox', 'allow-scripts allow-same-origin');
  await expect(page.getByTestId('embed-link')).toHaveText('Listen on Spotify');
  await expect(page.frameLocator('[data-testid=embed-frame]').locator('html')).toBeAttached();
});

test('where a sign-in is missing there is a button for it', async ({ page }) => {
  await open(page, 'error', 'still');
  await page
    .getByTestId('banner')
    .filter({ hasText: 'sign-in has ended' })
    .getByTestId('banner-act')
    .click();
  await expect(page.getByTestId('spotify-wizard')).toBeVisible();
});
