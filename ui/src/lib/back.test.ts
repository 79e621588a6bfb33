import { afterEach, describe, expect, it } from 'vitest';
import { closeOnBack } from './back';

const settled = async () => new Promise((resolve) => setTimeout(resolve, 20));
const moved = async () =>
  new Promise((resolve) => window.addEventListener('popstate', resolve, { once: true }));

describe('the back button', () => {
  const closed: string[] = [];
  const open = (name: string) => closeOnBack(() => closed.push(name));
  const press = async () => {
    const done = moved();
    window.history.back();
    await done;
  };

  afterEach(() => closed.splice(0));

  it('closes what was opened last, one thing a press', async () => {
    open('view');
    open('dialog');
    await press();
    expect(closed).toEqual(['dialog']);
    await press();
    expect(closed).toEqual(['dialog', 'view']);
  });

  it('does not close what was closed by other means', async () => {
    open('view');
    const gone = open('dialog');
    const done = moved();
    gone();
    gone();
    await done;
    expect(closed).toEqual([]);
    await press();
    expect(closed).toEqual(['view']);
  });

  it('closes the later of two that took turns', async () => {
    const first = open('library');
    first();
    open('history');
    await settled();
    await press();
    expect(closed).toEqual(['history']);
  });
});
