import { expect, test } from 'vitest';
import { en } from './en';

const PAGES = import.meta.glob<string>('../../../docs/guide/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The texts of a catalogue that take no values, without the mark of what asks for more. */
function texts(part: unknown): string[] {
  if (typeof part === 'string') return [part.replace(/…$/, '')];
  if (typeof part !== 'object' || part === null) return [];
  return Object.values(part).flatMap(texts);
}

/** What a page quotes from the window: text in italics, a way through menus by its steps. */
function quoted(page: string): string[] {
  const italics = page.replace(/\*\*/g, '').matchAll(/\*([^*\n]+(?:\n[^*\n]+)?)\*/g);
  return [...italics].flatMap(([, text = '']) => text.replace(/\s+/g, ' ').split(' → '));
}

test.each(Object.entries(PAGES))('what %s quotes stands in the window', (_, page) => {
  const known = new Set(texts(en));
  expect(quoted(page).filter((text) => !known.has(text))).toEqual([]);
});

test('the guide quotes', () => {
  expect(Object.values(PAGES).flatMap(quoted).length).toBeGreaterThan(30);
});
