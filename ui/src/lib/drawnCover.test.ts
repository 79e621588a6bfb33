import { expect, it } from 'vitest';
import { drawing, initials } from './drawnCover';

it('initials are those of the first and the last word', () => {
  expect(initials('Mira Holm')).toBe('MH');
  expect(initials('The Paper Orchard')).toBe('PO');
  expect(initials('the Q')).toBe('Q');
  expect(initials('Die Ärzte von Morgen')).toBe('ÄM');
  expect(initials('The The')).toBe('T');
  expect(initials('A-ha')).toBe('AH');
  expect(initials('Les')).toBe('L');
  expect(initials('björk')).toBe('B');
  expect(initials('Árbol & 久石 譲')).toBe('Á譲');
  expect(initials('  "…" ')).toBe('♪');
  expect(initials('')).toBe('♪');
});

it('equal tracks are drawn alike, others differ', () => {
  const piece = { id: 'made:1:7:0.2:0.4', artist: 'Glass', arousal: 0.4 };
  expect(drawing(piece)).toEqual(drawing({ ...piece }));
  expect(drawing(piece).waves).not.toEqual(drawing({ ...piece, id: 'made:1:8:0.2:0.4' }).waves);
  expect(drawing(piece).initials).toBeNull();
  expect(drawing({ ...piece, id: 'own:1' })).toMatchObject({ initials: 'G', waves: [] });
});

it('waves stay in the square at any energy', () => {
  for (const arousal of [-1, 0, 1]) {
    const { waves } = drawing({ id: 'made:1:9:0:0', artist: '', arousal });
    expect(waves).toHaveLength(4);
    for (const path of waves) {
      const heights = [...path.matchAll(/\d+ (-?[\d.]+)/g)].map((found) => Number(found[1]));
      expect(Math.min(...heights)).toBeGreaterThan(0);
    }
  }
});
