import type { ReasonView } from '../api/backend';
import type { Sound, Suits } from './en-reasons';
import { t } from './locale.svelte';

const has = <Key extends string>(table: Record<Key, unknown>, key: string): key is Key =>
  Object.hasOwn(table, key);

/** What the detail of the reason `fit` tells: how a track sounds, in words, and how that suits the mood. */
export function fitParts(detail: string): { sound: string; how: Suits | null } | null {
  const { sounds, suits, paces, modes, probably, composed } = t.reasons;
  const hedged = detail.startsWith('probably ');
  const [first = '', second = '', third = ''] = detail.replace(/^probably /, '').split(' ');
  const suit = (code: string) => (has(suits, code) ? code : null);
  if (has(paces, first) && has(modes, second)) {
    return { sound: composed(paces[first], modes[second]), how: suit(third) };
  }
  if (!has<Sound>(sounds, first)) return null;
  return { sound: hedged ? probably(sounds[first]) : sounds[first], how: suit(second) };
}

/** A reason in words: after "because", or alone. A code without words keeps those that came with it. */
export function reasonText(reason: ReasonView, alone = false): string {
  if (reason.code !== 'fit') return t.reasons.name[reason.code]?.(reason, alone) ?? reason.text;
  const parts = fitParts(reason.detail);
  return parts === null ? reason.text : t.reasons.fit(parts.sound, parts.how, alone);
}

const upper = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);

/** A reason as a heading: "Warm and calm · close to your mood". */
export function reasonHeading(reason: ReasonView): string {
  const parts = reason.code === 'fit' ? fitParts(reason.detail) : null;
  if (parts === null) return upper(reasonText(reason, true));
  const { sound, how } = parts;
  return [upper(sound), ...(how === null ? [] : [t.reasons.suits[how]])].join(' · ');
}
