import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { focusedByKeyboard, followFocusOrigin } from './focusOrigin';

let stop: () => void;
beforeEach(() => {
  document.body.innerHTML = '<button>One</button><button>Two</button>';
  stop = followFocusOrigin();
});
afterEach(async () => {
  // As it is at the start: files share what a module keeps.
  await userEvent.tab();
  stop();
});

const button = () => document.querySelector('button') as HTMLElement;

it('is the pointer after a click, whatever is typed then', async () => {
  await userEvent.click(button());
  expect(focusedByKeyboard()).toBe(false);
  await userEvent.keyboard('n');
  expect(focusedByKeyboard()).toBe(false);
});

it('is the keyboard once Tab moved the focus', async () => {
  await userEvent.click(button());
  await userEvent.tab();
  expect(focusedByKeyboard()).toBe(true);
});

it('is the pointer when what the keyboard focused is clicked', async () => {
  await userEvent.tab();
  await userEvent.click(document.activeElement as HTMLElement);
  expect(focusedByKeyboard()).toBe(false);
});
