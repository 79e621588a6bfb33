import type { Affect } from '../api/backend';

/** Hue and chroma of a mood; the lightness comes from the theme. */
export interface MoodColour {
  hue: number;
  chroma: number;
}

const CORNERS = [
  { valence: 1, arousal: 1, hue: 75 },
  { valence: 1, arousal: -1, hue: 185 },
  { valence: -1, arousal: -1, hue: 275 },
  { valence: -1, arousal: 1, hue: 15 },
];
const FULL_CHROMA = 0.125;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** The colour of a point on the plane: the corners' hues blended, with more chroma away from the middle. */
export function moodColour({ valence, arousal }: Affect): MoodColour {
  let x = 0;
  let y = 0;
  for (const corner of CORNERS) {
    const weight = ((1 + corner.valence * valence) * (1 + corner.arousal * arousal)) / 4;
    x += weight * Math.cos(radians(corner.hue));
    y += weight * Math.sin(radians(corner.hue));
  }
  const hue = ((Math.atan2(y, x) * 180) / Math.PI + 360) % 360;
  const distance = Math.min(1, Math.hypot(valence, arousal));
  return { hue, chroma: FULL_CHROMA * Math.sqrt(distance) };
}
