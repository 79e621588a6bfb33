import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import Segmented from './Segmented.svelte';

const OPTIONS = [
  { name: 'one', label: 'One' },
  { name: 'two', label: 'Two' },
  { name: 'three', label: 'Three' },
] as const;

function shown(value: 'one' | 'two' | 'three') {
  const onchange = vi.fn();
  render(Segmented, { label: 'Number', options: OPTIONS, value, onchange, testid: 'number' });
  return onchange;
}

it('is a radio group of which only the chosen option is a tab stop', () => {
  shown('two');
  expect(screen.getByRole('radiogroup', { name: 'Number' })).toBeTruthy();
  const stops = screen.getAllByRole('radio').map((radio) => radio.tabIndex);
  expect(stops).toEqual([-1, 0, -1]);
  expect(screen.getByRole('radio', { checked: true }).textContent.trim()).toBe('Two');
});

it('moves with the arrow keys, around its ends', async () => {
  const onchange = shown('three');
  await userEvent.tab();
  await userEvent.keyboard('{ArrowRight}');
  expect(onchange).toHaveBeenLastCalledWith('one');
  await userEvent.keyboard('{ArrowLeft}');
  expect(onchange).toHaveBeenLastCalledWith('two');
});

it('is chosen from by pointer', async () => {
  const onchange = shown('one');
  await userEvent.click(screen.getByRole('radio', { name: 'Three' }));
  expect(onchange).toHaveBeenCalledExactlyOnceWith('three');
});
