import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import Toast from './Toast.svelte';

const props = { text: 'Liked “Linen”.', action: 'Undo', testid: 'toast' };

it('is announced politely, and an error at once', () => {
  const { unmount } = render(Toast, { ...props, onaction: vi.fn() });
  expect(screen.getByRole('status').textContent).toContain('Liked “Linen”.');
  unmount();
  render(Toast, { ...props, alert: true, onaction: vi.fn() });
  expect(screen.getByRole('alert')).toBeTruthy();
});

it('has one action', async () => {
  const onaction = vi.fn();
  render(Toast, { ...props, onaction });
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
  expect(onaction).toHaveBeenCalledOnce();
});
