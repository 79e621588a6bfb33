import { expect, open, test, type Page } from './helpers';

async function dialog(page: Page, extra = 'still') {
  await open(page, 'lively', extra);
  await page.getByTestId('nav-settings').click();
  await page.getByTestId('add-server').click();
}

async function fill(page: Page, address: string, password = 'sesame') {
  await page.getByTestId('server-address').fill(address);
  await page.getByTestId('server-listener').fill('mia');
  await page.getByTestId('server-secret').fill(password);
}

test('a server is tested, added and read', async ({ page }) => {
  await dialog(page);
  await expect(page.getByTestId('server-address')).toBeFocused();
  await expect(page.getByTestId('server-address')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('server-missing')).toHaveText('Enter the address of your server.');
  await fill(page, 'http://192.168.1.9:4533');
  await page.getByTestId('server-name').fill('Attic');
  await page.getByTestId('server-test').click();
  await expect(page.getByTestId('server-outcome')).toContainText('It works');
  await expect(page.getByTestId('server')).toHaveCount(0);
  await page.getByTestId('server-add').click();
  await expect(page.getByTestId('server-dialog')).toBeHidden();
  const server = page.getByTestId('server');
  await expect(server.getByTestId('server-scan')).toContainText(/Reading [\d,]+ of 1,204 songs/);
  await expect(server).toContainText('Attic');
  await expect(server.getByTestId('server-found')).toHaveText('1,204 new');
  await expect(server).toHaveAttribute('data-songs', '1204');
});

for (const [address, password, is, says] of [
  ['http://nowhere.example', 'sesame', 'wrongAddress', 'no music server at this address'],
  ['http://192.168.1.9', 'wrong', 'wrongPassword', 'does not accept this name and password'],
  ['http://old.example', 'sesame', 'version', 'too old'],
] as const) {
  test(`a test tells ${is} from the rest, and nothing is added`, async ({ page }) => {
    await dialog(page);
    await fill(page, address, password);
    await page.getByTestId('server-add').click();
    const outcome = page.getByTestId('server-outcome');
    await expect(outcome).toHaveAttribute('data-is', is);
    await expect(outcome).toContainText(says);
    await expect(page.getByTestId('server-dialog')).toBeVisible();
    await page.getByTestId('server-secret').fill('another');
    await expect(outcome).toBeHidden();
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('server')).toHaveCount(0);
  });
}

test('an unknown certificate is shown and asked about', async ({ page }) => {
  await dialog(page);
  await fill(page, 'https://self-signed.example');
  await page.getByTestId('server-add').click();
  await expect(page.getByTestId('server-outcome')).toContainText('Is this your server?');
  await expect(page.getByTestId('server-fingerprint')).toHaveText(
    /^([0-9A-F]{2}:){31}[0-9A-F]{2}$/,
  );
  await expect(page.getByTestId('server')).toHaveCount(0);
  await page.getByTestId('server-accept').click();
  await expect(page.getByTestId('server')).toBeVisible();
});

test('what was accepted for one address does not hold for another', async ({ page }) => {
  await dialog(page);
  await fill(page, 'https://self-signed.example');
  await page.getByTestId('server-test').click();
  await page.getByTestId('server-accept').click();
  await expect(page.getByTestId('server-outcome')).toHaveAttribute('data-is', 'works');
  await page.getByTestId('server-address').fill('https://self-signed.example.org');
  await page.getByTestId('server-test').click();
  await expect(page.getByTestId('server-outcome')).toHaveAttribute('data-is', 'certificate');
});

test('a password is sent unprotected only once that is allowed', async ({ page }) => {
  await dialog(page);
  await fill(page, 'http://plain.example');
  await page.getByTestId('server-add').click();
  await expect(page.getByTestId('server-outcome')).toContainText('others on the network');
  await page.getByTestId('server-plain').click();
  await expect(page.getByTestId('server')).toBeVisible();
});

test('an API key needs no name, and a password that is not kept is told', async ({ page }) => {
  await dialog(page);
  await page.getByTestId('server-with-apiKey').click();
  await expect(page.getByTestId('server-listener')).toHaveCount(0);
  await page.getByTestId('server-address').fill('https://keyless.example');
  await page.getByTestId('server-secret').fill('k-123');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('server')).toContainText('with an API key');
  await expect(page.getByTestId('server-unsaved')).toContainText('after a restart');
});

test('nothing is told to a server until that is switched on', async ({ page }) => {
  await open(page, 'lively', 'still&servers=home');
  await page.getByTestId('nav-settings').click();
  for (const name of ['server-scrobbles', 'server-stars']) {
    await expect(page.getByTestId(name)).toHaveAttribute('aria-checked', 'false');
    await page.getByTestId(name).click();
    await expect(page.getByTestId(name)).toHaveAttribute('aria-checked', 'true');
  }
});

test('a reading is stopped, and its failure is told with what to do', async ({ page }) => {
  await open(page, 'lively', 'still&servers=home');
  await page.getByTestId('nav-settings').click();
  await page.getByTestId('server-check').click();
  await page.getByTestId('server-stop').click();
  await expect(page.getByTestId('server-found')).toContainText('Stopped');
  await open(page, 'lively', 'still&servers=failed');
  await page.getByTestId('nav-settings').click();
  await expect(page.getByTestId('server-problem')).toContainText('cannot be reached');
  await page.getByTestId('server-more').click();
  await page.getByTestId('server-test-again').click();
  await expect(page.getByTestId('server-outcome')).toHaveAttribute('data-is', 'wrongAddress');
});

test('the space for songs is chosen, and a server is removed after a question', async ({
  page,
}) => {
  await open(page, 'lively', 'still&servers=home');
  await page.getByTestId('nav-settings').click();
  await expect(page.getByText('312 MB of 2 GB in use')).toBeVisible();
  await page.getByTestId('server-cache').selectOption('5000');
  await expect(page.getByText('312 MB of 5 GB in use')).toBeVisible();
  await page.getByTestId('server-more').click();
  await page.getByTestId('server-remove').click();
  await expect(page.getByTestId('remove-server')).toContainText('Nothing changes on the server');
  await page.getByTestId('remove-server-confirm').click();
  await expect(page.getByTestId('server')).toHaveCount(0);
  await expect(page.getByTestId('server-cache')).toHaveCount(0);
});

test('signing in again asks for the password only', async ({ page }) => {
  await open(page, 'lively', 'still&servers=home');
  await page.getByTestId('nav-settings').click();
  await page.getByTestId('server-more').click();
  await page.getByTestId('server-sign-in').click();
  await expect(page.getByTestId('server-secret')).toBeFocused();
  await expect(page.getByTestId('server-address')).toHaveValue('http://192.168.1.2:4533');
  await page.getByTestId('server-secret').fill('sesame');
  await page.getByTestId('server-add').click();
  await expect(page.getByTestId('server-dialog')).toBeHidden();
  await expect(page.getByTestId('server')).toHaveCount(1);
});

test('a password that is missing is asked for beside what it says', async ({ page }) => {
  await open(page, 'lively', 'still&servers=locked');
  await page.getByTestId('nav-settings').click();
  await expect(page.getByTestId('server-problem')).toContainText('not in the keyring');
  await page.getByTestId('server-mend').click();
  await page.getByTestId('server-secret').fill('sesame');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('server-dialog')).toBeHidden();
  await expect(page.getByTestId('server-problem')).toHaveCount(0);
});

test('a question is in view in a small window', async ({ page }) => {
  await page.setViewportSize({ width: 380, height: 560 });
  await dialog(page);
  await fill(page, 'https://self-signed.example');
  await page.getByTestId('server-test').click();
  await expect(page.getByTestId('server-accept')).toBeInViewport();
});

test('the first start offers a server', async ({ page }) => {
  await open(page, 'first');
  await page.getByTestId('first-start-next').click();
  await page.getByTestId('first-add-server').click();
  await fill(page, 'http://192.168.1.9:4533');
  await page.getByTestId('server-add').click();
  await expect(page.getByTestId('server-dialog')).toBeHidden();
  await expect(page.getByTestId('first-server')).toContainText('192.168.1.9:4533');
  await expect(page.getByTestId('first-server')).toContainText('1,204 songs');
  await expect(page.getByTestId('first-start-step')).toContainText('2 of 3');
});
