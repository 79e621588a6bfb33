import type { SleepView } from '../api/backend';
import { t } from '../i18n';

const MINUTE_MS = 60_000;

/** When the music stops, in words. */
export function sleepText({ endsAt }: SleepView, now: number): string {
  if (endsAt === null) return t.player.sleep.stopsAtEnd;
  return t.player.sleep.stopsIn(Math.max(1, Math.round((endsAt - now) / MINUTE_MS)));
}
