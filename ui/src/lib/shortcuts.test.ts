import { describe, expect, it } from 'vitest';
import { keyAction, takesKeys } from './shortcuts';

const press = (key: string, held = {}) =>
  keyAction({ key, ctrlKey: false, metaKey: false, altKey: false, ...held });

describe('shortcuts', () => {
  it('switch to the views in their order', () => {
    expect(press('1')).toEqual({ view: 'now' });
    expect(press('4')).toEqual({ view: 'settings' });
    expect(press('5')).toBeNull();
    expect(press('0')).toBeNull();
  });

  it('work in either case, and not with a modifier', () => {
    expect(press('N')).toBe('next');
    expect(press('l')).toBe('like');
    expect(press('l', { ctrlKey: true })).toBeNull();
    expect(press('1', { altKey: true })).toBeNull();
  });

  it('play, seek and change the volume', () => {
    expect(press(' ')).toBe('play');
    expect([press('ArrowLeft'), press('ArrowRight')]).toEqual(['back', 'forward']);
    expect([press('-'), press('+'), press('=')]).toEqual(['quieter', 'louder', 'louder']);
    expect(press('M')).toBe('mini');
  });
});

describe('elements that handle keys themselves', () => {
  function inside(html: string): HTMLElement {
    const root = document.createElement('div');
    root.innerHTML = html;
    return root.querySelector<HTMLElement>('[data-it]') ?? root;
  }

  it('are fields, and buttons only for space', () => {
    expect(takesKeys(inside('<input data-it>'), 'n')).toBe(true);
    expect(takesKeys(inside('<textarea data-it></textarea>'), '1')).toBe(true);
    expect(takesKeys(inside('<button data-it></button>'), 'n')).toBe(false);
    expect(takesKeys(inside('<button data-it></button>'), ' ')).toBe(true);
    expect(takesKeys(inside('<input type="range" data-it>'), '2')).toBe(false);
    expect(takesKeys(inside('<div role="dialog"><p data-it></p></div>'), 'x')).toBe(true);
    expect(takesKeys(document, 'x')).toBe(false);
  });

  it('are all of them below a modal dialog, also before that has the focus', () => {
    const dialog = document.createElement('div');
    dialog.setAttribute('aria-modal', 'true');
    document.body.append(dialog);
    expect(takesKeys(document.body, '2')).toBe(true);
    dialog.remove();
    expect(takesKeys(document.body, '2')).toBe(false);
  });

  it('are those that use arrow keys', () => {
    expect(takesKeys(inside('<input type="range" data-it>'), 'ArrowLeft')).toBe(true);
    expect(takesKeys(inside('<button role="slider" data-it></button>'), 'ArrowLeft')).toBe(true);
    expect(takesKeys(inside('<div role="radiogroup"><i data-it></i></div>'), 'ArrowUp')).toBe(true);
    expect(takesKeys(inside('<button data-it></button>'), 'ArrowLeft')).toBe(false);
  });
});
