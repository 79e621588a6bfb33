import { afterEach, describe, expect, it } from 'vitest';
import { t } from '.';
import type { Messages } from './en';
import { LANGUAGES, OFFERED, speak } from './locale.svelte';
import { reasonText } from './reasons';

/** Why a face cannot be read, as `attune-cli look` tells it. */
const UNCLEAR = ['tooSmall', 'tooDark', 'tooBright', 'blurred', 'hidden', 'unfamiliar'] as const;

/** The reasons that the command line can give without knowing a listener, by code and what follows it. */
const REASONS: Record<string, string[]> = {
  popular: [''],
  novel: [''],
  explore: [''],
  chosen: [''],
  classic: ['Happy', 'Sad', 'Calm', 'Energetic'],
  classicTop: ['Happy', 'Sad', 'Calm', 'Energetic'],
};

/** The values in the sentences about rows of a list. */
const ROW_VALUES: Record<keyof Messages['rows']['problem'], string[]> = {
  missing: ['column'],
  longName: ['column', 'bytes'],
  noNumber: ['column', 'text'],
  outOfRange: ['column', 'text', 'low', 'high'],
  longLine: ['kib'],
  nul: [],
  notUtf8: [],
  openQuote: [],
  width: ['fields', 'columns'],
  longField: ['kib'],
  full: ['tracks'],
};

/** Stands for how a track sounds in a sentence about that. */
const SOUND = '{sound}';

const table = (kind: string, texts: Readonly<Record<string, string | null>>) =>
  Object.entries(texts).map(([code, text]) => [`${kind}.${code}`, text] as const);

/** How tracks and soundscapes sound, by the first words of a reason's detail. */
function sounds({ reasons }: Messages): Record<string, string> {
  const { sounds, probably, paces, modes, composed } = reasons;
  const all = Object.entries(sounds).flatMap(([code, sound]) => [
    [code, sound],
    [`probably ${code}`, probably(sound)],
  ]);
  const composedAll = Object.entries(paces).flatMap(([pace, first]) =>
    Object.entries(modes).map(([mode, second]) => [`${pace} ${mode}`, composed(first, second)]),
  );
  return Object.fromEntries([...all, ...composedAll]) as Record<string, string>;
}

/** The sentences about how a track sounds, by how it suits the mood. */
function fits({ reasons: { fit, suits } }: Messages): Record<string, string> {
  const suited = (Object.keys(suits) as (keyof typeof suits)[]).map((how) => [
    how,
    fit(SOUND, how, true),
  ]);
  return { ...(Object.fromEntries(suited) as object), '': fit(SOUND, null, true) };
}

function otherReasons({ reasons }: Messages): Record<string, string> {
  const said = Object.entries(REASONS).flatMap(([code, details]) =>
    details.map((detail) => [
      `${code} ${detail}`.trim(),
      reasons.name[code]?.({ detail, stated: false }, true) ?? '',
    ]),
  );
  return Object.fromEntries(said) as Record<string, string>;
}

/** What is wrong with rows of a list, with gaps for the values. */
function rows({ rows: { problem } }: Messages): Record<string, string> {
  const said = Object.entries(problem).map(([code, text]) => {
    const gaps = ROW_VALUES[code as keyof typeof ROW_VALUES].map((name) => `{${name}}`);
    const say: string | ((...values: string[]) => string) = text;
    return [code, typeof say === 'string' ? say : say(...gaps)];
  });
  return Object.fromEntries(said) as Record<string, string>;
}

/** The texts that the command line has from the window, by kind and code. */
function commandLine(texts: Messages): [string, string][] {
  const all = [
    ...table('error', texts.errors),
    ...table('fit', fits(texts)),
    ...table('gap', texts.senses.gap),
    ...table('look', texts.learned.expression),
    ...table('mood', texts.words),
    ...table('problem', texts.learned.past.problem),
    ...table('reason', otherReasons(texts)),
    ...table('row', rows(texts)),
    ...table('rowColumn', texts.rows.column),
    ...table('sound', sounds(texts)),
    ...table('unclear', Object.fromEntries(UNCLEAR.map((code) => [code, texts.mood.reason[code]]))),
  ];
  return all.flatMap(([key, text]) => (text === null ? [] : [[key, text]]));
}

/** In milliseconds: loading a language takes a busy machine a while. */
const PATIENCE = 120_000;

afterEach(() => speak('en'));

describe.each(OFFERED.filter((tag) => tag !== 'en'))('in %s', { timeout: PATIENCE }, (tag) => {
  it('the command line has the texts of the window: else run `cargo xtask bindings`', async () => {
    const texts = Object.fromEntries(commandLine(await LANGUAGES[tag].load()).sort());
    expect(Object.values(texts).filter((text) => text.trim() === '')).toEqual([]);
    const file = `../../../crates/attune-cli/texts/window/${tag}.json`;
    await expect(`${JSON.stringify(texts, null, 1)}\n`).toMatchFileSnapshot(file);
  });

  it('a reason is put together as the window does it', async () => {
    await speak(tag);
    const [parts, sentences] = [sounds(t), fits(t)];
    for (const [sound, words] of Object.entries(parts)) {
      for (const [how, sentence] of Object.entries(sentences)) {
        const reason = {
          code: 'fit',
          detail: `${sound} ${how}`.trim(),
          text: '',
          weight: 1,
          stated: false,
        };
        expect(sentence.replace(SOUND, words)).toBe(reasonText(reason, true));
      }
    }
  });
});
