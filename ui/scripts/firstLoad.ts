import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** One built file: its bytes, and the files that it loads at once. */
export interface Part {
  bytes: Uint8Array | string;
  loads: string[];
}

/** A built interface's sizes, in bytes as sent with gzip. */
export interface Sizes {
  /** What the window loads before it shows, in the language whose texts are the largest. */
  first: number;
  /** All that the program carries. */
  whole: number;
}

/** Fonts are compressed in themselves; gzip would only be asked to do so again. */
const size = (name: string, { bytes }: Part) =>
  name.endsWith('.woff2') ? bytes.length : gzipSync(bytes, { level: 9 }).length;

/** The files loaded with some files, those included. */
function withAllLoaded(parts: ReadonlyMap<string, Part>, from: string[]): Set<string> {
  const found = new Set<string>();
  const open = [...from];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    open.push(...(parts.get(name)?.loads ?? []));
  }
  return found;
}

/**
 * The sizes of a built interface whose start needs some files, and after them one of some others: a catalogue of texts,
 * of which the largest counts.
 */
export function sizes(parts: ReadonlyMap<string, Part>, needed: string[], oneOf: string[]): Sizes {
  const sum = (names: Iterable<string>) => {
    let all = 0;
    for (const name of names) {
      const part = parts.get(name);
      if (part === undefined) throw new Error(`${name} was not built`);
      all += size(name, part);
    }
    return all;
  };
  const begun = withAllLoaded(parts, needed);
  const rests = oneOf.map((name) =>
    sum([...withAllLoaded(parts, [name])].filter((part) => !begun.has(part))),
  );
  return { first: sum(begun) + Math.max(0, ...rests), whole: sum(parts.keys()) };
}

const inKilobytes = (bytes: number) => `${(bytes / 1000).toFixed(0)} kB`;

/** A sentence with the sizes, or an error where the first load is larger than allowed. */
export function judge({ first, whole }: Sizes, allowed: number): string {
  const said = `first load ${inKilobytes(first)} of at most ${inKilobytes(allowed)}, all ${inKilobytes(whole)} (gzip)`;
  if (first > allowed) throw new Error(`The interface has become too large: ${said}`);
  return said;
}

/** Fails a build of which a window would load more than `allowed` bytes before it shows. */
export function firstLoad(allowed: number): Plugin {
  return {
    name: 'attune-first-load',
    apply: 'build',
    writeBundle: {
      order: 'post',
      handler(_options, bundle) {
        const parts = new Map<string, Part>();
        const needed = ['index.html'];
        const catalogues: string[] = [];
        for (const [name, built] of Object.entries(bundle)) {
          if (built.type === 'asset') {
            parts.set(name, { bytes: built.source, loads: [] });
            // Letters of other alphabets come when a text has one, and from the system where it has them.
            if (/inter-latin-wght.*\.woff2$/.test(name)) needed.push(name);
            continue;
          }
          const styles = [...(built.viteMetadata?.importedCss ?? [])];
          parts.set(name, { bytes: built.code, loads: [...built.imports, ...styles] });
          const from = built.facadeModuleId ?? '';
          if (built.isEntry || from.endsWith('/src/api/tauri.ts')) needed.push(name);
          if (/\/src\/i18n\/[a-z]{2}(-[A-Za-z]+)?\.ts$/.test(from)) catalogues.push(name);
        }
        console.log(judge(sizes(parts, needed, catalogues), allowed));
      },
    },
  };
}
