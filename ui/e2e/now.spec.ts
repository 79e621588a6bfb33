import { expect, middleOf, open, place, test, type Page } from './helpers';

test('dragging the dot sets the mood, and undo restores it', async ({ page }) => {
  await open(page);
  await expect(page.getByTestId('headline')).toHaveText('You may look calm');
  const plane = await page.getByTestId('plane').boundingBox();
  if (!plane) throw new Error('no plane');
  const dot = await middleOf(page, 'plane-dot');

  await page.mouse.move(dot.x, dot.y);
  await page.mouse.down();
  await page.mouse.move(plane.x + plane.width * 0.5, plane.y + plane.height * 0.5, { steps: 4 });
  await page.mouse.move(plane.x + plane.width * 0.9, plane.y + plane.height * 0.4, { steps: 4 });
  await page.mouse.up();

  await expect(page.getByTestId('undo-pill')).toContainText('Set by you');
  await expect(page.getByTestId('undo-pill')).toContainText('14 min left');
  await expect(page.getByTestId('headline')).toHaveText('You’re feeling cheerful');
  const { valence, arousal } = await place(page);
  expect(valence).toBeCloseTo(0.8, 1);
  expect(arousal).toBeCloseTo(0.2, 1);

  await page.getByTestId('undo-correction').click();
  await expect(page.getByTestId('undo-pill')).toBeHidden();
  await expect(page.getByTestId('headline')).toHaveText('You may look calm');
});

test('while the dot is dragged its word is beside it and in the headline', async ({ page }) => {
  await open(page);
  const plane = await page.getByTestId('plane').boundingBox();
  const dot = await middleOf(page, 'plane-dot');
  if (!plane) throw new Error('no plane');
  await page.mouse.move(dot.x, dot.y);
  await page.mouse.down();
  await page.mouse.move(plane.x + plane.width * 0.2, plane.y + plane.height * 0.4, { steps: 4 });
  await expect(page.getByTestId('draft-pill')).toContainText('upset');
  await expect(page.getByTestId('draft-pill')).toContainText('Let go to set');
  await expect(page.getByTestId('headline')).toHaveText('You’re feeling upset');
  await expect(page.getByText('cheerful', { exact: true })).toBeVisible();
  await page.mouse.up();
  await expect(page.getByTestId('draft-pill')).toBeHidden();
});

test('no control moves when the track changes or its reasons are shown', async ({ page }) => {
  await open(page);
  const places = async () => {
    const boxes = ['like', 'next', 'more'].map((id) => page.getByTestId(id).boundingBox());
    return (await Promise.all(boxes)).map((box) => [box?.x, box?.y]);
  };
  const before = await places();
  await page.getByTestId('current-terms').click();
  expect(await places()).toEqual(before);
  await page.getByTestId('current-terms').click();
  const title = page.getByTestId('current-title');
  for (let i = 0; i < 4; i += 1) {
    const shown = await title.innerText();
    await page.getByTestId('next').click();
    await expect(title).not.toHaveText(shown);
    expect(await places()).toEqual(before);
  }
});

test('holding starts beside the dot, and a drag on the plane then moves the ring', async ({
  page,
}) => {
  await open(page);
  const mood = await place(page);
  await page.getByTestId('policy-hold').click();
  const ring = page.getByTestId('hold-ring');
  await expect(ring).toBeVisible();
  expect((await place(page, 'hold-ring')).valence).toBeGreaterThan(mood.valence + 0.1);
  const plane = await page.getByTestId('plane').boundingBox();
  if (!plane) throw new Error('no plane');
  await page.mouse.move(plane.x + plane.width * 0.3, plane.y + plane.height * 0.3);
  await page.mouse.down();
  await page.mouse.up();
  await expect.poll(async () => (await place(page, 'hold-ring')).valence).toBeCloseTo(-0.4, 1);
  expect(await place(page)).toEqual(mood);
  await expect(page.getByTestId('undo-pill')).toBeHidden();
});

test('a mood that the music does not follow yet is shown beside the one it follows', async ({
  page,
}) => {
  await open(page, 'settling');
  await expect(page.getByTestId('settled-ring')).toBeVisible();
  await expect(page.getByTestId('settled-hint')).toContainText(
    /Music still follows neutral · changes in about \d+ s/,
  );
  await open(page);
  await expect(page.getByTestId('settled-ring')).toBeHidden();
});

test('a drag that leaves the plane ends on its edge', async ({ page }) => {
  await open(page);
  const dot = await middleOf(page, 'plane-dot');
  await page.mouse.move(dot.x, dot.y);
  await page.mouse.down();
  await page.mouse.move(4, 4, { steps: 5 });
  await page.mouse.up();
  await expect(page.getByTestId('undo-pill')).toBeVisible();
  expect(await place(page)).toEqual({ valence: -1, arousal: 1 });
});

test('the dot works with the keyboard', async ({ page }) => {
  await open(page);
  const dot = page.getByTestId('plane-dot');
  const before = await place(page);
  await dot.focus();
  for (let i = 0; i < 3; i += 1) await page.keyboard.press('ArrowUp');
  expect((await place(page)).arousal).toBeCloseTo(before.arousal + 0.15, 3);
  await expect(page.getByTestId('draft-hint')).toBeVisible();
  await expect(page.getByTestId('undo-pill')).toBeHidden();

  await page.keyboard.press('Escape');
  expect(await place(page)).toEqual(before);

  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('undo-pill')).toBeVisible();
  expect((await place(page)).valence).toBeCloseTo(before.valence + 0.05, 3);
});

test('a policy shows its path and changes the queue', async ({ page }) => {
  await open(page);
  const rows = page.getByTestId('queue-row');
  const before = await rows.allInnerTexts();
  await expect(page.getByTestId('policy-path')).toBeHidden();
  await page.getByTestId('policy-energise').click();
  await expect(page.getByTestId('policy-energise')).toHaveAttribute('aria-checked', 'true');
  await expect(page.getByTestId('policy-goal')).toBeVisible();
  await expect(page.getByTestId('policy-path')).toContainText('goal');
  await expect(page.getByTestId('policy-there')).toHaveText('· 5 songs to go');
  await expect.poll(() => rows.allInnerTexts()).not.toEqual(before);

  await page.keyboard.press('ArrowRight');
  await expect(page.getByTestId('policy-hold')).toBeFocused();
  await expect(page.getByTestId('hold-ring')).toBeVisible();
  await page.getByTestId('hold-ring').focus();
  const held = await place(page, 'hold-ring');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect
    .poll(async () => (await place(page, 'hold-ring')).arousal)
    .toBeCloseTo(held.arousal - 0.05, 3);
});

test('hovering a track highlights it on the plane', async ({ page }) => {
  await open(page);
  await expect(page.getByTestId('lit-point')).toBeHidden();
  await page.getByTestId('queue-row').nth(1).hover();
  await expect(page.getByTestId('lit-point')).toBeVisible();
  await page.getByTestId('headline').hover();
  await expect(page.getByTestId('lit-point')).toBeHidden();
});

test('feedback on a track takes effect and can be undone', async ({ page }) => {
  await open(page);
  const title = page.getByTestId('current-title');
  const first = await title.innerText();

  await page.getByTestId('like').click();
  await expect(page.getByTestId('like')).toHaveAttribute('aria-pressed', 'true');
  await page.getByTestId('like').click();
  await expect(page.getByTestId('like')).toHaveAttribute('aria-pressed', 'false');

  await page.getByTestId('never').click();
  await expect(title).not.toHaveText(first);
  await expect(page.getByTestId('undo-toast')).toContainText(`“${first}” won’t play again.`);
  await page.getByTestId('undo-toast-action').click();
  await expect(title).toHaveText(first);
  // Two more actions wait below it.
  await expect(page.getByTestId('undo-toast')).toContainText('Undone. Undo removing the like of');
  await page.getByTestId('undo-toast-action').click();
  await expect(page.getByTestId('like')).toHaveAttribute('aria-pressed', 'true');
  await page.getByTestId('undo-toast-action').click();
  await expect(page.getByTestId('like')).toHaveAttribute('aria-pressed', 'false');
  await expect(page.getByTestId('undo-toast')).toBeHidden();
});

test('the undo toast shows for a while, and not again for a new snapshot of the queue', async ({
  page,
}) => {
  await page.clock.install({ time: new Date(2026, 2, 11, 15, 0) });
  await open(page);
  await page.getByTestId('next').click();
  await expect(page.getByTestId('undo-toast')).toContainText('Skipped');
  await page.clock.runFor(5000);
  await page.getByTestId('policy-calm').click();
  await page.clock.runFor(4000);
  await expect(page.getByTestId('undo-toast')).toBeHidden();
  await page.getByTestId('policy-match').click();
  await expect(page.getByTestId('undo-toast')).toBeHidden();
});

const dragging = (page: Page, file: string) => (type: string) =>
  page.evaluate(
    ([name, path]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(['x'], path));
      window.dispatchEvent(new DragEvent(name, { dataTransfer, cancelable: true }));
    },
    [type, file] as const,
  );

test('a picture dropped on the window is read', async ({ page }) => {
  await open(page, 'off');
  const drag = dragging(page, 'me.png');
  await drag('dragover');
  await expect(page.getByTestId('drop-target')).toBeVisible();
  await drag('dragleave');
  await expect(page.getByTestId('drop-target')).toBeHidden();
  await drag('dragover');
  await drag('drop');
  await expect(page.getByTestId('drop-target')).toBeHidden();
  await expect(page.getByTestId('headline')).toHaveText('You may look cheerful');
});

test('a dropped CSV is imported, and an unusable file is refused in plain words', async ({
  page,
}) => {
  await open(page);
  await dragging(page, 'notes.txt')('drop');
  await expect(page.getByTestId('toast-text')).toContainText(
    'Attune can’t use notes.txt. It opens music, playlists, folders, CSV files and photos.',
  );
  await expect(page.getByTestId('failure')).toBeHidden();
  await dragging(page, 'songs.csv')('drop');
  await expect(page.getByTestId('nav-library')).toHaveAttribute('aria-current', 'page');
  await expect(page.getByTestId('import-report')).toContainText('1,287 tracks');
});

test('a dropped playlist is shown among the own music', async ({ page }) => {
  await open(page, 'own');
  await dragging(page, 'drive.m3u8')('drop');
  await expect(page.getByTestId('nav-library')).toHaveAttribute('aria-current', 'page');
  await expect(page.getByTestId('playlist')).toContainText('For the drive');
});

test('the mark on the plane goes with its row', async ({ page }) => {
  await open(page);
  // A focused row that goes does not say that it lost the focus.
  await page.getByTestId('queue-row').first().getByTestId('row-why').focus();
  await expect(page.getByTestId('lit-point')).toBeVisible();
  await page.keyboard.press('n');
  await expect(page.getByTestId('lit-point')).toBeHidden();
});

test('a pinned track stays', async ({ page }) => {
  await open(page);
  const row = page.getByTestId('queue-row').nth(2);
  const id = (await row.getAttribute('data-track')) ?? '';
  await row.hover();
  await row.getByTestId('row-pin').click();
  await expect(row.getByTestId('row-pin')).toHaveAttribute('aria-pressed', 'true');
  await page.getByTestId('policy-energise').click();
  await expect(page.getByTestId('policy-goal')).toBeVisible();
  await expect(row).toHaveAttribute('data-track', id);
});

test('the camera can be paused and started, and its state is always in words', async ({ page }) => {
  await open(page);
  const state = page.getByTestId('camera-state');
  await expect(state).toContainText('Camera on');
  await page.getByTestId('camera-toggle').click();
  await expect(state).toContainText('Camera closed');
  await page.getByTestId('camera-toggle').click();
  await expect(state).toContainText('Starting camera');
  await expect(state).toHaveAttribute('data-state', 'on');
});

test('a camera failure is explained once, and the rest keeps working', async ({ page }) => {
  await open(page, 'no-camera');
  await page.getByTestId('camera-toggle').click();
  await expect(page.getByTestId('camera-error')).toContainText('No camera was found');
  await expect(page.getByTestId('camera-toggle')).toHaveText('Retry');
  await expect(page.getByTestId('failure')).toBeHidden();
  await expect(page.getByTestId('queue-row').first()).toBeVisible();
});

for (const [reason, words] of [
  ['tooDark', 'More light from the front helps'],
  ['severalFaces', 'when you’re alone'],
  ['hidden', 'Look towards the camera'],
] as const) {
  test(`when Attune is not sure because of ${reason} it says what to do`, async ({ page }) => {
    await open(page, 'notsure', `reason=${reason}&still`);
    await expect(page.getByTestId('headline')).toHaveText('Not sure');
    await expect(page.getByTestId('sureness')).toContainText(words);
    await expect(page.getByTestId('sureness')).toContainText('The music stays as it is.');
  });
}

test('when Attune is not sure it says so, and why', async ({ page }) => {
  await open(page, 'notsure');
  await expect(page.getByTestId('headline')).toHaveText('Not sure');
  await expect(page.getByTestId('sureness')).toContainText('No face in view');
  await expect(page.getByTestId('blob')).toHaveAttribute('data-unsure', 'true');
});

test('an unplugged camera is waited for and comes back by itself', async ({ page }) => {
  await page.clock.install({ time: new Date(2026, 2, 11, 15, 0) });
  await open(page, 'camera-waiting');
  await expect(page.getByTestId('camera-state')).toContainText(
    'Built-in camera disconnected, waiting for it',
  );
  await expect(page.getByTestId('camera-error')).toContainText('starts again as soon as');
  await expect(page.getByTestId('camera-toggle')).toHaveText('Pause');
  await page.clock.runFor(6000);
  await expect(page.getByTestId('camera-state')).toContainText('Camera on');
  await expect(page.getByTestId('camera-error')).toBeHidden();
});

test('a camera that another program has is waited for and comes on by itself', async ({ page }) => {
  await page.clock.install({ time: new Date(2026, 2, 11, 15, 0) });
  await open(page, 'camera-busy');
  await expect(page.getByTestId('camera-state')).toHaveText('Camera in use, waiting for it');
  await expect(page.getByTestId('camera-error')).toContainText('Another program');
  await expect(page.getByTestId('camera-toggle')).toHaveText('Pause');
  await page.clock.runFor(6000);
  await expect(page.getByTestId('camera-state')).toContainText('Camera on');
});

test('a camera that was closed while the listener was away comes back, and says so', async ({
  page,
}) => {
  await page.clock.install({ time: new Date(2026, 2, 11, 15, 0) });
  await open(page, 'camera-away');
  await expect(page.getByTestId('camera-state')).toContainText('Camera closed while you were away');
  await expect(page.getByTestId('camera-toggle')).toHaveText('Start camera');
  await page.clock.runFor(6000);
  await expect(page.getByTestId('camera-state')).toContainText(
    'Camera on again after you were away',
  );
  await page.getByTestId('camera-toggle').click();
  await expect(page.getByTestId('camera-state')).toContainText('Camera closed');
});

test('a picture can be chosen and read', async ({ page }) => {
  await open(page, 'off');
  await expect(page.getByTestId('headline')).toHaveText('How are you?');
  await page.getByTestId('use-picture').click();
  await expect(page.getByTestId('headline')).toHaveText('You may look cheerful');
});

test('without music there is a link to the library', async ({ page }) => {
  await open(page, 'empty');
  await expect(page.getByTestId('queue-empty')).toBeVisible();
  await page.getByTestId('to-library').click();
  await page.getByTestId('starter-toggle').click();
  await page.getByTestId('nav-now').click();
  await expect(page.getByTestId('current-title')).toBeVisible();
});

test('notices are worded by their code and can be dismissed', async ({ page }) => {
  await open(page, 'error');
  const banners = page.getByTestId('banner');
  await expect(banners.nth(0)).toContainText('The expression model is damaged');
  // A code without a translation speaks for itself.
  await expect(banners.nth(1)).toContainText('A catalogue could not be read');
  await page.getByTestId('banner-close').first().click();
  await expect(banners).toHaveCount(2);
});

test('relative times are updated', async ({ page }) => {
  await page.clock.install({ time: new Date(2026, 2, 11, 15, 0) });
  await open(page);
  await page.clock.runFor(70_000);
  await expect(page.getByTestId('sureness')).toContainText('seen 1 min ago');
});

test('hiding the window is reported, and showing it fetches again', async ({ page }) => {
  await open(page, 'lively', '');
  const hide = (hidden: boolean) =>
    page.evaluate((value) => {
      Object.defineProperty(document, 'hidden', { value, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    }, hidden);
  await hide(true);
  const before = await place(page);
  await page.waitForTimeout(2500);
  expect(await place(page)).toEqual(before);
  await hide(false);
  await expect.poll(() => place(page)).not.toEqual(before);
});
