function changed(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (typeof value === 'function') {
    const say = value as (...values: unknown[]) => unknown;
    return (...values: unknown[]) => changed(say(...values), change);
  }
  if (Array.isArray(value)) return value.map((part) => changed(part, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, changed(part, change)]),
  );
}

/** A catalogue with every text changed; what a function says is changed when it says it. */
export const reworded = <Texts extends object>(texts: Texts, change: (text: string) => string) =>
  changed(texts, change) as Texts;
