import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import MenuButton from './MenuButton.svelte';

const frame = () => new Promise((done) => setTimeout(done, 60));

/** The window's landmark, in which menus are rendered. */
const main = document.createElement('main');
beforeEach(() => document.body.append(main));
afterEach(() => main.remove());

function shown() {
  const [play, remove] = [vi.fn(), vi.fn()];
  render(MenuButton, {
    label: 'More options',
    testid: 'more',
    items: [
      { icon: 'play', label: 'Play', testid: 'play', act: play },
      { icon: 'out', label: 'Remove', testid: 'remove', rule: true, act: remove },
    ],
  });
  return { play, remove, button: screen.getByRole('button', { name: 'More options' }) };
}

it('says that it opens a menu, and whether it is open', async () => {
  const { button } = shown();
  expect(button.getAttribute('aria-haspopup')).toBe('menu');
  expect(button.getAttribute('aria-expanded')).toBe('false');
  button.focus();
  await userEvent.keyboard('{Enter}');
  const items = await screen.findAllByRole('menuitem', { hidden: true });
  expect(button.getAttribute('aria-expanded')).toBe('true');
  expect(items.map((item) => item.textContent.trim())).toEqual(['Play', 'Remove']);
});

it('acts by keyboard once it is closed, and has the focus back by then', async () => {
  const { remove, play, button } = shown();
  let focused: Element | null = null;
  remove.mockImplementation(() => (focused = document.activeElement));
  button.focus();
  await userEvent.keyboard('{Enter}');
  await frame();
  await userEvent.keyboard('{ArrowDown}{Enter}');
  await frame();
  expect(remove).toHaveBeenCalledOnce();
  expect(play).not.toHaveBeenCalled();
  expect(focused).toBe(button);
  expect(screen.queryByRole('menu')).toBeNull();
});

it('closes on Escape without doing anything', async () => {
  const { remove, play, button } = shown();
  button.focus();
  await userEvent.keyboard('{Enter}');
  await frame();
  await userEvent.keyboard('{Escape}');
  await frame();
  expect([remove.mock.calls.length, play.mock.calls.length]).toEqual([0, 0]);
  expect(document.activeElement).toBe(button);
});
