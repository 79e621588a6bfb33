import { afterEach, describe, expect, it } from 'vitest';
import type { ReasonView } from '../api/backend';
import { whyText } from '.';
import { speak, OFFERED } from './locale.svelte';
import { reasonHeading, reasonText } from './reasons';

afterEach(() => speak('en'));

const reason = (code: string, detail = '', stated = false): ReasonView => ({
  ...{ code, detail, stated, weight: 1, text: 'as the core says it' },
});

/** All codes of the core with a detail of each, in the words that the core itself has for them. */
const SAID: [ReasonView, string, string, string][] = [
  [
    reason('fit', 'warmCalm closeToMood'),
    'it is warm and calm, close to your mood',
    'er klingt warm und ruhig, nah an deiner Stimmung',
    'er warm und ruhig klingt und nah an deiner Stimmung liegt',
  ],
  [
    reason('fit', 'probably even'),
    'it is probably even and balanced',
    'er klingt wahrscheinlich ausgewogen',
    'er wahrscheinlich ausgewogen klingt',
  ],
  [
    reason('fit', 'slow minor start'),
    'it is slow and in a minor mode, an easy place to start',
    'er klingt langsam und in Moll, ein leichter Einstieg',
    'er langsam und in Moll klingt und ein leichter Einstieg ist',
  ],
  [
    reason('fit', 'slower nowMinor towardsCalmer'),
    'it is slower than the piece before and now in a minor mode, on the way to something calmer',
    'er klingt langsamer als das Stück davor und jetzt in Moll, auf dem Weg zu mehr Ruhe',
    'er langsamer als das Stück davor und jetzt in Moll klingt und auf dem Weg zu mehr Ruhe liegt',
  ],
  [reason('popular'), 'it is popular', 'er ist beliebt', 'er beliebt ist'],
  [
    reason('finished', '1'),
    'you played it to the end',
    'du hast ihn zu Ende gehört',
    'du ihn zu Ende gehört hast',
  ],
  [
    reason('finished', '4'),
    'you played it to the end 4 times',
    'du hast ihn 4-mal zu Ende gehört',
    'du ihn 4-mal zu Ende gehört hast',
  ],
  [
    reason('finished', '255'),
    'you played it to the end many times',
    'du hast ihn sehr oft zu Ende gehört',
    'du ihn sehr oft zu Ende gehört hast',
  ],
  [reason('genre', 'hipHop'), 'you like hip hop', 'du magst Hip-Hop', 'du Hip-Hop magst'],
  [
    reason('genreWord', 'folk', true),
    'you said you like folk',
    'du magst Folk, wie du gesagt hast',
    'du gesagt hast, dass du Folk magst',
  ],
  [
    reason('sound', 'dark'),
    'you like dark music',
    'du magst dunkle Musik',
    'du dunkle Musik magst',
  ],
  [
    reason('era', 'the 1990s'),
    'you like music from the 1990s',
    'du magst Musik der 1990er',
    'du Musik der 1990er magst',
  ],
  [
    reason('era', 'before 1960', true),
    'you said you like music from before 1960',
    'du magst Musik von vor 1960, wie du gesagt hast',
    'du gesagt hast, dass du Musik von vor 1960 magst',
  ],
  [
    reason('language', 'fr-CA'),
    'you like songs in French',
    'du magst Songs auf Französisch',
    'du Songs auf Französisch magst',
  ],
  [
    reason('language', 'zxx'),
    'you like instrumental music',
    'du magst Instrumentalmusik',
    'du Instrumentalmusik magst',
  ],
  [
    reason('daytime', 'calm night'),
    'you like calm music at night',
    'du magst in der Nacht ruhige Musik',
    'du in der Nacht ruhige Musik magst',
  ],
  [
    reason('classicTop', 'Happy'),
    'it is one of the most popular songs on the Happy list',
    'er gehört zu den beliebtesten der Liste „Fröhlich“',
    'er zu den beliebtesten der Liste „Fröhlich“ gehört',
  ],
];

describe('a reason', () => {
  it.each(SAID)(
    '%o is said from its code and its detail',
    async (told, english, alone, because) => {
      expect([reasonText(told), reasonText(told, true)]).toEqual([english, english]);
      await speak('de');
      expect([reasonText(told, true), reasonText(told)]).toEqual([alone, because]);
    },
  );

  it('has words for every code of the core in every language', async () => {
    const codes =
      'popular known novel explore liked rated starred finished artist genre genreWord sound era language tempo register daytime classic classicTop chosen resumed';
    for (const language of OFFERED) {
      await speak(language);
      for (const code of codes.split(' ')) {
        expect(reasonText(reason(code, 'x')), code).not.toBe('as the core says it');
      }
    }
  });

  it('keeps the words that came with it where the code or the detail is not known', () => {
    expect(reasonText(reason('brandNew'))).toBe('as the core says it');
    expect(reasonText(reason('fit', 'toString'))).toBe('as the core says it');
  });

  it('is a heading, and part of a sentence', async () => {
    const [fit, genre] = [reason('fit', 'warmCalm closeToMood'), reason('genre', 'folk')];
    expect(reasonHeading(fit)).toBe('Warm and calm · close to your mood');
    expect(reasonHeading(reason('chosen'))).toBe('You chose it');
    await speak('de');
    expect(reasonHeading(fit)).toBe('Warm und ruhig · nah an deiner Stimmung');
    expect(whyText([genre, reason('popular')])).toBe('weil du Folk magst und er beliebt ist');
  });
});
