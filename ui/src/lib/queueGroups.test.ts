import { expect, it } from 'vitest';
import type { QueueEntry } from '../api/backend';
import { captions, headingText } from './queueGroups';

const reason = (code: string, text: string) => ({ code, detail: '', weight: 1, text });
const calm = 'it is calm, close to your mood';
const bright = 'it is bright, close to your mood';
const track = (...reasons: string[]) =>
  ({
    reasons: reasons.map((text) => reason(text.startsWith('it is') ? 'fit' : 'genre', text)),
  }) as QueueEntry;

it('a reason that many share is said once, above them', () => {
  expect(captions([track(calm), track(calm), track(bright), track(bright)])).toEqual([
    { heading: 'Calm · close to your mood', own: null },
    { heading: null, own: null },
    { heading: 'Bright · close to your mood', own: null },
    { heading: null, own: null },
  ]);
});

it('a row says what is different about it', () => {
  expect(captions([track(calm), track(bright), track('you like folk', calm)])).toEqual([
    { heading: 'Calm · close to your mood', own: null },
    { heading: null, own: bright },
    { heading: null, own: 'you like folk' },
  ]);
});

it('other reasons become headings too', () => {
  expect(captions([track('you chose it')])).toEqual([{ heading: 'You chose it', own: null }]);
  expect(headingText('you like it')).toBe('You like it');
});
