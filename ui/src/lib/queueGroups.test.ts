import { expect, it } from 'vitest';
import type { QueueEntry, ReasonView } from '../api/backend';
import { captions } from './queueGroups';

const reason = (code: string, detail: string) => ({
  ...{ code, detail, stated: false, weight: 1, text: 'as the core says it' },
});
const calm = reason('fit', 'calm closeToMood');
const bright = reason('fit', 'bright closeToMood');
const folk = reason('genre', 'folk');
const track = (...reasons: ReasonView[]) => ({ reasons }) as QueueEntry;

it('a reason that many share is said once, above them', () => {
  expect(captions([track(calm), track(calm), track(bright), track(bright)])).toEqual([
    { heading: 'Calm · close to your mood', own: null },
    { heading: null, own: null },
    { heading: 'Bright · close to your mood', own: null },
    { heading: null, own: null },
  ]);
});

it('a row says what is different about it', () => {
  expect(captions([track(calm), track(bright), track(folk, calm)])).toEqual([
    { heading: 'Calm · close to your mood', own: null },
    { heading: null, own: 'it is bright, close to your mood' },
    { heading: null, own: 'you like folk' },
  ]);
});

it('other reasons become headings too', () => {
  expect(captions([track(reason('chosen', ''))])).toEqual([{ heading: 'You chose it', own: null }]);
});
