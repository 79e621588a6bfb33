import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { createRawSnippet } from 'svelte';
import { expect, it, vi } from 'vitest';
import { TOASTS_ID } from '../lib/layers';
import Dialog from './Dialog.svelte';

const html = (text: string) => createRawSnippet(() => ({ render: () => text }));
const frame = () => new Promise((done) => setTimeout(done, 40));

/** Pressing somewhere away from the corner where everything lies in a document without layout. */
const press = (target: Element, keys = '[MouseLeft>]') => ({
  ...{ target, keys, coords: { clientX: 500, clientY: 500 } },
});

async function shown(content: string) {
  const onclose = vi.fn();
  const { unmount } = render(Dialog, {
    ...{ title: 'Question', testid: 'ask', onclose, children: html(content) },
  });
  await frame();
  return { onclose, unmount };
}

it('is named by its title and focuses its first field', async () => {
  await shown('<p>Name <input aria-label="Name"></p>');
  expect(screen.getByRole('dialog', { name: 'Question' })).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Name' }));
});

it('asks to be closed by its button and by Escape, and stays until it is', async () => {
  const { onclose } = await shown('<p>Really?</p>');
  await userEvent.click(screen.getByRole('button', { name: 'Close' }));
  expect(onclose).toHaveBeenCalledTimes(1);
  await userEvent.keyboard('{Escape}');
  expect(onclose).toHaveBeenCalledTimes(2);
  expect(screen.getByRole('dialog')).toBeTruthy();
});

it('is closed by a press outside, but not by one on a toast', async () => {
  const toast = document.createElement('div');
  toast.id = TOASTS_ID;
  document.body.append(toast);
  const { onclose } = await shown('<p>Really?</p>');
  await userEvent.pointer([press(toast), press(toast, '[/MouseLeft]')]);
  await frame();
  expect(onclose).not.toHaveBeenCalled();
  await userEvent.pointer([press(document.body), press(document.body, '[/MouseLeft]')]);
  await frame();
  expect(onclose).toHaveBeenCalledTimes(1);
  toast.remove();
});

it('gives the focus back', async () => {
  const button = document.createElement('button');
  document.body.append(button);
  button.focus();
  const { unmount } = await shown('<p>Really?</p>');
  expect(document.activeElement).not.toBe(button);
  unmount();
  await frame();
  expect(document.activeElement).toBe(button);
  button.remove();
});
