import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import PlaneDot from './PlaneDot.svelte';

function shown(immediate = false) {
  const onset = vi.fn();
  const ondraft = vi.fn();
  const value = { valence: 0.5, arousal: 0 };
  render(PlaneDot, { value, label: 'Mood', testid: 'dot', immediate, onset, ondraft });
  screen.getByRole('slider', { name: 'Mood' }).focus();
  return { onset, ondraft, dot: screen.getByRole('slider') };
}

it('says its value in words', () => {
  expect(shown().dot.getAttribute('aria-valuetext')).toBe('pleasant');
});

it('moves with the arrow keys and sets with Enter', async () => {
  const { onset, dot } = shown();
  await userEvent.keyboard('{ArrowUp}{ArrowUp}{ArrowLeft}');
  expect([dot.dataset['valence'], dot.dataset['arousal']]).toEqual(['0.450', '0.100']);
  expect(onset).not.toHaveBeenCalled();
  await userEvent.keyboard('{Enter}');
  expect(onset).toHaveBeenCalledExactlyOnceWith({ valence: 0.45, arousal: 0.1 });
});

it('goes back on Escape, and when it loses the focus', async () => {
  const { onset, ondraft, dot } = shown();
  await userEvent.keyboard('{ArrowUp}{Escape}');
  expect(dot.dataset['arousal']).toBe('0.000');
  await userEvent.keyboard('{ArrowUp}');
  await userEvent.tab();
  expect(ondraft).toHaveBeenLastCalledWith(null, false);
  expect(onset).not.toHaveBeenCalled();
});

it('sets at once where the form has its own way to confirm', async () => {
  const { onset } = shown(true);
  await userEvent.keyboard('{ArrowDown}');
  expect(onset).toHaveBeenCalledExactlyOnceWith({ valence: 0.5, arousal: -0.05 });
});
