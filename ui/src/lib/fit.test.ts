import { expect, it } from 'vitest';
import { lacking } from './fit';

const spread = { sd_valence: 0.1, sd_arousal: 0.1 };
const track = (valence: number, arousal: number) => ({
  affect: { valence, arousal, ...spread },
  target: { valence: 0.2, arousal: 0.9 },
});

it('says what is missing when nothing is near its target', () => {
  expect(lacking([track(0.2, -0.2), track(0.4, 0.1)])).toBe('energetic');
  expect(lacking([{ ...track(0.8, -0.5), target: { valence: -0.8, arousal: -0.6 } }])).toBe('dark');
});

it('is silent when something fits, or there is nothing', () => {
  expect(lacking([track(0.2, -0.2), track(0.3, 0.7)])).toBeNull();
  expect(lacking([])).toBeNull();
  const far = Array.from({ length: 10 }, () => track(0, -0.5));
  expect(lacking([...far, track(0.2, 0.9)])).toBe('energetic');
});
