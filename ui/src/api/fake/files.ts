const KINDS = {
  music: /\.(mp3|flac|ogg|opus|m4a|wav)$/i,
  playlists: /\.(m3u8?|pls|xspf)$/i,
  tables: /\.(csv|tsv)$/i,
  pictures: /\.(jpe?g|png|webp)$/i,
  folders: /\/$/,
};

type Sorted = Record<keyof typeof KINDS | 'others', string[]>;

/** Files by what their names say of their kind; a folder's ends in a slash. */
export function sorted(names: string[]): Sorted {
  const result: Sorted = {
    music: [],
    playlists: [],
    tables: [],
    pictures: [],
    folders: [],
    others: [],
  };
  const kinds = Object.keys(KINDS) as (keyof typeof KINDS)[];
  for (const name of names) {
    const kind = kinds.find((each) => KINDS[each].test(name)) ?? 'others';
    result[kind].push(name);
  }
  return result;
}
