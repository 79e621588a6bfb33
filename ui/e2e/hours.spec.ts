import { expect, open, test, type Page } from './helpers';

/** Hours of moods and tracks that the page is taken through. */
const HOURS = 0.5;
/** What a page may hold more afterwards, in bytes: the limit of a watched app (2 MiB an hour). */
const GROWTH = HOURS * 2 * 1024 * 1024;

/** What the page holds, once all that can be collected is. */
async function held(page: Page) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('HeapProfiler.collectGarbage');
  await devtools.send('Performance.enable');
  const { metrics } = await devtools.send('Performance.getMetrics');
  await devtools.detach();
  const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return { nodes: of('Nodes'), listeners: of('JSEventListeners'), bytes: of('JSHeapUsedSize') };
}

/** Lets time pass in steps, each of which ends with the page drawn. */
async function pass(page: Page, minutes: number) {
  for (let minute = 0; minute < minutes; minute += 1) {
    await page.clock.runFor(60_000);
    await page.evaluate(() => document.body.offsetHeight);
  }
}

test('half an hour of moods and tracks leave no elements, listeners or memory behind', async ({
  page,
}) => {
  test.setTimeout(240_000);
  // Without the scope, whose fifteen pictures a second would be all that is waited for.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.clock.install({ time: new Date(2026, 2, 11, 9, 0) });
  await open(page, 'lively', 'player=local');
  await page.getByRole('button', { name: 'Play', exact: true }).first().click();
  await pass(page, 10);
  const before = await held(page);
  await pass(page, HOURS * 60);
  const after = await held(page);
  console.log(`before ${JSON.stringify(before)}, after ${JSON.stringify(after)}`);
  // The track that plays has more or fewer reasons to show than the one before.
  expect(Math.abs(after.nodes - before.nodes)).toBeLessThan(HOURS * 150);
  expect(Math.abs(after.listeners - before.listeners)).toBeLessThan(HOURS * 40);
  expect(after.bytes - before.bytes).toBeLessThan(GROWTH);
});
