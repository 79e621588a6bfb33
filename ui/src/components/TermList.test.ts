import { render, screen } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import TermList from './TermList.svelte';

it('lists the strongest terms first, whichever way they count, and the base last', () => {
  const term = (code: string, value: number) => ({ code, detail: '', value });
  const terms = [term('base', 0.4), term('flow', 0.02), term('fit', 0.2), term('recent', -0.15)];
  render(TermList, { terms, id: 'terms' });
  const lines = screen.getAllByRole('listitem').map((item) => item.textContent.trim());
  expect(lines.map((line) => line.split(/\s{2,}/)[0])).toEqual([
    'Fits your mood',
    'Played recently',
    'How well it follows the previous track',
    'Starting point the same for every track',
  ]);
  expect(lines[1]).toContain('strongly against it');
});

it('says so where nothing was weighed up', () => {
  render(TermList, { terms: [], id: 'terms' });
  expect(screen.getByTestId('terms').textContent).toContain('a fixed list');
});
