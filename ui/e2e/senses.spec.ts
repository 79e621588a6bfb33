import { expectAccessible } from './axe';
import { expect, open, test, type Page } from './helpers';

const state = (page: Page, sense: 'voice' | 'pulse' | 'cameraPulse') =>
  page.getByTestId(`${sense}-state`);

async function accept(page: Page): Promise<void> {
  await page.getByTestId('sense-explanation-accept').click();
}

test('nothing listens before it was explained, once, and accepted', async ({ page }) => {
  await open(page);
  await expect(state(page, 'voice')).toHaveText('Microphone off');
  await page.getByTestId('voice-along').click();
  const dialog = page.getByTestId('sense-explanation');
  await expect(dialog).toContainText('never from what you say');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(state(page, 'voice')).toHaveAttribute('data-state', 'off');
  await page.getByTestId('voice-along').click();
  await accept(page);
  await expect(state(page, 'voice')).toHaveAttribute('data-state', 'on');
  await page.getByTestId('voice-stop').click();
  await expect(state(page, 'voice')).toHaveAttribute('data-state', 'off');
  await page.getByTestId('voice-along').click();
  await expect(dialog).toHaveCount(0);
  await expect(state(page, 'voice')).toHaveAttribute('data-state', 'on');
});

test('saying how you feel tells how it sounded and turns the microphone off', async ({ page }) => {
  await open(page);
  await page.getByTestId('voice-once').click();
  await accept(page);
  await expect(state(page, 'voice')).toContainText('waiting for you to speak');
  await expect(state(page, 'voice')).toContainText('you sounded lively');
  await expect(state(page, 'voice')).toContainText('Microphone off');
});

test('a strap shows the pulse, and one press stops everything that senses', async ({ page }) => {
  await open(page);
  const everything = page.getByTestId('stop-sensing');
  await expect(everything).toHaveCount(0);
  await page.getByTestId('pulse-along').click();
  await accept(page);
  await expect(state(page, 'pulse')).toContainText('68 beats a minute');
  await expect(state(page, 'pulse')).toContainText('battery 80%');
  await everything.click();
  await expect(state(page, 'pulse')).toHaveText('Pulse off');
  await expect(page.getByTestId('camera-state')).toHaveAttribute('data-state', 'off');
  await expect(everything).toHaveCount(0);
});

test('the explanation is accessible, and the settings show it again', async ({ page }) => {
  await open(page);
  await page.getByTestId('pulse-along').click();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.getByTestId('nav-settings').click();
  await page.getByTestId('explain-voice').click();
  await expect(page.getByTestId('sense-explanation')).toContainText('8 seconds');
  await expect(page.getByTestId('sense-explanation-accept')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.getByTestId('microphone-choice').selectOption('mic-1');
  await expect(page.getByTestId('microphone-choice')).toHaveValue('mic-1');
  await page.getByTestId('strap-search').click();
  await page.getByTestId('strap-choice').selectOption('strap-0');
  await expect(page.getByTestId('strap-choice')).toHaveValue('strap-0');
});

test('a pulse by camera is explained, measured, told with how sure it is, and over', async ({
  page,
}) => {
  await open(page);
  await expect(state(page, 'cameraPulse')).toHaveText('Pulse by camera');
  await page.getByTestId('cameraPulse-once').click();
  await expect(page.getByTestId('sense-explanation')).toContainText('hold still');
  await accept(page);
  await expect(state(page, 'cameraPulse')).toContainText('hold still, with light on your face');
  const progress = page.getByTestId('cameraPulse-progress').getByRole('progressbar');
  await expect(progress).toHaveAttribute('aria-valuenow', /[1-9]/);
  await expect(state(page, 'cameraPulse')).toContainText('66 beats a minute');
  await expect(state(page, 'cameraPulse')).toHaveAttribute('data-state', 'off');
  await expect(state(page, 'cameraPulse')).toContainText('clear signal');
  await expect(progress).toHaveCount(0);
});

test('a measurement that is stopped says nothing', async ({ page }) => {
  await open(page);
  await page.getByTestId('cameraPulse-once').click();
  await accept(page);
  await page.getByTestId('cameraPulse-stop').click();
  await expect(state(page, 'cameraPulse')).toHaveText('Pulse by camera');
});
