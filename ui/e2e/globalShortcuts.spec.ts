import type { Page } from '@playwright/test';
import { expectAccessible } from './axe';
import { expect, open, test } from './helpers';
import { sticksOut } from './measured';

/** Where pictures go; none are taken without it. */
const pictures = process.env['ATTUNE_E2E_PICTURES'];

async function settings(page: Page, desktop = 'keys') {
  await open(page, 'lively', `still&shortcuts=${desktop}`);
  await page.getByTestId('nav-settings').click();
}

test('shortcuts are off at first, and each can get other keys', async ({ page }) => {
  await settings(page);
  const toggle = page.getByTestId('global-shortcuts');
  await expect(toggle).toHaveAttribute('aria-checked', 'false');
  await expect(page.getByTestId('shortcut-next')).toBeHidden();
  await toggle.click();
  await expect(page.getByTestId('shortcut-playOrPause')).toContainText('CtrlShiftF8');
  await expect(page.getByTestId('shortcut-about-next')).toHaveText('Used by another program');
  await expect(page.getByTestId('shortcuts-reset')).toBeHidden();

  await page.getByTestId('shortcut-change-next').click();
  await page.keyboard.press('Control+Alt+n');
  await expect(page.getByTestId('shortcut-next')).toContainText('CtrlAltN');
  await expect(page.getByTestId('shortcut-about-next')).toHaveText('');
  await page.getByTestId('nav-now').click();
  await page.getByTestId('nav-settings').click();
  await expect(page.getByTestId('shortcut-next')).toContainText('CtrlAltN');

  await page.getByTestId('shortcuts-reset').click();
  await expect(page.getByTestId('shortcut-next')).toContainText('CtrlShiftF9');
  await expect(page.getByTestId('shortcuts-reset')).toBeHidden();
});

test('keys are chosen by keyboard alone, and refused in words', async ({ page }) => {
  await settings(page);
  await page.getByTestId('global-shortcuts').click();
  const [change, about] = [
    page.getByTestId('shortcut-change-mini'),
    page.getByTestId('shortcut-about-mini'),
  ];
  await change.focus();
  await page.keyboard.press('Enter');
  await expect(change).toHaveAccessibleName('Press the new keys…');
  await expect(about).toHaveText('Esc cancels, Backspace removes the shortcut.');
  // Nothing of it reaches the window, where it would pause, skip or show another view.
  for (const key of ['n', ' ', '1', 'Shift+F5']) await page.keyboard.press(key);
  await expect(about).toHaveText('Hold Ctrl, Alt or Super as well.');
  await page.keyboard.press('Control+Enter');
  await expect(about).toContainText('This key can’t be used');
  await page.keyboard.press('Control+Shift+F8');
  await expect(about).toHaveText('Already used for “Play or pause”.');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('shortcut-mini')).toContainText('CtrlShiftF12');
  await expect(change).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Backspace');
  await expect(page.getByTestId('shortcut-mini')).toContainText('None');
  // Tab leaves the choice.
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(change).toHaveAccessibleName('Change shortcut: Mini player');
  await expectAccessible(page);
});

/** Counts presses that reach the window; the fake holds the keys of shortcuts as a desktop does. */
async function countPresses(page: Page) {
  await page.evaluate(() => {
    addEventListener('keydown', ({ key }) => {
      if (key === 'F8')
        document.body.dataset['presses'] = `${document.body.dataset['presses'] ?? ''}x`;
    });
  });
  return () => page.evaluate(() => document.body.dataset['presses']?.length ?? 0);
}

test('keys that are taken reach the window only while others are chosen', async ({ page }) => {
  await settings(page);
  await page.getByTestId('global-shortcuts').click();
  const presses = await countPresses(page);
  const [change, about] = [
    page.getByTestId('shortcut-change-mini'),
    page.getByTestId('shortcut-about-mini'),
  ];
  const ways: Record<string, () => Promise<unknown>> = {
    'Esc cancels': () => page.keyboard.press('Escape'),
    'Tab leaves': () => page.keyboard.press('Tab'),
    'new keys are taken': () => page.keyboard.press('Control+Alt+m'),
    'the window is hidden': () =>
      page.evaluate(() => {
        Object.defineProperty(document, 'hidden', { value: true, configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
        Object.defineProperty(document, 'hidden', { value: false, configurable: true });
      }),
    'another view is opened': () => page.getByTestId('nav-now').click(),
  };
  for (const [way, leave] of Object.entries(ways)) {
    await change.click();
    await expect(change).toHaveAccessibleName('Press the new keys…');
    // Letting go takes a moment, in which the desktop still has the keys.
    await expect(async () => {
      await page.keyboard.press('Control+Shift+F8');
      await expect(about, way).toHaveText('Already used for “Play or pause”.', { timeout: 500 });
    }).toPass();
    await leave();
    await expect(async () => {
      const before = await presses();
      await page.keyboard.press('Control+Shift+F8');
      expect(await presses(), way).toBe(before);
    }).toPass();
  }
});

test('where the desktop chooses the keys, they are shown as it calls them', async ({ page }) => {
  await settings(page, 'portal');
  await expect(page.getByText('Your desktop asks you first')).toBeVisible();
  await page.getByTestId('global-shortcuts').click();
  await expect(page.getByTestId('shortcut-next')).toContainText('Press Ctrl+Shift+F9');
  await expect(page.getByTestId('shortcut-change-next')).toBeHidden();
});

test('a desktop without them says what to do instead', async ({ page }) => {
  await settings(page, 'none');
  await expect(page.getByText('attune --toggle-play')).toBeVisible();
  await expect(page.getByTestId('global-shortcuts')).toBeHidden();
});

test.describe('on a narrow window', () => {
  test.use({ viewport: { width: 380, height: 780 } });

  for (const language of ['en', 'de', 'ta', 'ar'])
    test(`the list fits in ${language}`, async ({ page }) => {
      await settings(page);
      await page.getByTestId('language').selectOption(language);
      await page.getByTestId('global-shortcuts').click();
      await page.getByTestId('shortcut-change-previous').click();
      await page.keyboard.press('Shift+F5');
      expect(await sticksOut(page)).toEqual([]);
      await page.getByTestId('shortcut-previous').scrollIntoViewIfNeeded();
      if (pictures) await page.screenshot({ path: `${pictures}/shortcuts-380-${language}.png` });
    });
});
