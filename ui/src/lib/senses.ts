import type { AffectEstimate, Modality, SenseView } from '../api/backend';
import { t } from '../i18n';
import { agoText } from './time';

/** Whether its device is open, being opened or waited for. */
export function isSensing({ state }: SenseView): boolean {
  return state === 'on' || state === 'starting' || state === 'waiting';
}

/** A sense's state in words: the state itself, then what it found, or why it found nothing. */
export function senseWords(view: SenseView, now: number): string[] {
  const { sense, state, gap, heartRate, confidence, battery, reopened, reportedAt } = view;
  const words = t.senses;
  const parts = [words.state[sense][state]];
  if (state === 'on' && reopened) parts.push(words.reopened);
  if (heartRate !== null) {
    parts.push(words.beats(heartRate));
    if (confidence !== null) parts.push(words.signal[signalOf(confidence)]);
    if (state === 'off' && reportedAt !== null) parts.push(agoText(reportedAt, now));
  }
  if (gap !== null) parts.push(words.gap[gap]);
  else if (view.tone !== null && reportedAt !== null && state !== 'failed')
    parts.push(words.sounded(soundedLike(view.tone), agoText(reportedAt, now)));
  if (battery !== null) parts.push(words.battery(battery));
  return parts;
}

/** How sure a pulse by camera is from which share of its half minute on. */
const CLEAR_SIGNAL = 0.6;
const FAIR_SIGNAL = 0.3;

function signalOf(confidence: number): 'clear' | 'fair' | 'weak' {
  if (confidence >= CLEAR_SIGNAL) return 'clear';
  return confidence >= FAIR_SIGNAL ? 'fair' : 'weak';
}

/** A tone differs from an even one from here on. */
const CLEAR = 0.2;
/** Valence is worth a word where its spread is below this. */
const SURE_OF_VALENCE = 0.4;

/** A tone in words: how energetic it is, and how pleasant where that is known. */
export function soundedLike({ valence, arousal, sd_valence }: AffectEstimate): string {
  const { lively, calm, even, pleasant, unpleasant, and } = t.senses.tone;
  const energy = arousal > CLEAR ? lively : arousal < -CLEAR ? calm : even;
  if (sd_valence > SURE_OF_VALENCE || Math.abs(valence) < CLEAR) return energy;
  return and(energy, valence > 0 ? pleasant : unpleasant);
}

/** The mood in words, by whose word it is. */
export function moodTitle(source: Modality | null, word: string): string {
  return source === 'you' ? t.mood.youSaid(word) : t.mood.may[source ?? 'face'](word);
}
