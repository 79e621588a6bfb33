/** The form of a noun that a number asks for, besides the one for most numbers. */
export type Forms = Partial<Record<Exclude<Intl.LDMLPluralRule, 'one' | 'other'>, string>>;

/** What a catalogue needs to build its sentences, by the rules of its language. */
export interface Grammar {
  /** A number with the language's separators, and at most so many digits behind the point. */
  number: (n: number, digits?: 0 | 1) => string;
  /** The form that fits a number: "track" or "tracks". */
  plural: (n: number, one: string, other: string, forms?: Forms) => string;
  /** A number with its noun: "1 track", "1,487 tracks". */
  count: (n: number, one: string, other: string, forms?: Forms) => string;
  /** A list with "and" before the last. */
  list: (words: Iterable<string>) => string;
  /** A list without "and": "dark, very calm". */
  series: (words: Iterable<string>) => string;
  /** A share in [0, 1] in percent. */
  percent: (share: number) => string;
  /** The name of a language by its code; undefined for a code that is none. */
  language: (code: string) => string | undefined;
}

/** The comma of languages that have one of their own. `Intl` offers no list that has commas alone in each of them. */
const COMMA: Readonly<Record<string, string>> = { ar: '، ', ja: '、', zh: '，' };

const kept = new Map<string, Grammar>();

function build(tag: string): Grammar {
  const [rules, and] = [new Intl.PluralRules(tag), new Intl.ListFormat(tag)];
  const comma = COMMA[new Intl.Locale(tag).language] ?? ', ';
  const share = new Intl.NumberFormat(tag, { style: 'percent' });
  const languages = new Intl.DisplayNames(tag, { type: 'language', fallback: 'none' });
  const [whole, tenths] = [0, 1].map(
    (maximumFractionDigits) => new Intl.NumberFormat(tag, { maximumFractionDigits }),
  ) as [Intl.NumberFormat, Intl.NumberFormat];
  const number: Grammar['number'] = (n, digits = 0) => (digits === 0 ? whole : tenths).format(n);
  const plural: Grammar['plural'] = (n, one, other, forms = {}) =>
    ({ ...forms, one, other })[rules.select(n)] ?? other;
  return {
    number,
    plural,
    count: (n, one, other, forms) => `${number(n)} ${plural(n, one, other, forms)}`,
    list: (words) => and.format(words),
    series: (words) => [...words].join(comma),
    percent: (n) => share.format(n),
    language: (code) => (/^[a-z]{2,3}$/.test(code) ? languages.of(code) : undefined),
  };
}

/** The grammar of a language by its BCP 47 tag. */
export function grammar(tag: string): Grammar {
  const known = kept.get(tag) ?? build(tag);
  kept.set(tag, known);
  return known;
}
