import { expect, it } from 'vitest';
import { embedUrl, spotifyId } from './spotify';

it('only valid identifiers get into a URL', () => {
  expect(spotifyId('spotify:track:4uLU6hMCjMI75M1A2tKUQC')).toBe('4uLU6hMCjMI75M1A2tKUQC');
  for (const id of ['name:a|b', 'spotify:track:', 'spotify:track:a/../b', 'spotify:album:a']) {
    expect(spotifyId(id)).toBeNull();
  }
  expect(embedUrl('a1')).toBe('https://open.spotify.com/embed/track/a1');
});
