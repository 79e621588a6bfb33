import type { CatalogueInfo, LibraryRow } from '../bindings';
import { seeded } from './random';
import type { Scenario } from './scenario';

type DemoRow = [
  title: string,
  artist: string,
  year: number,
  genre: string,
  valence: number,
  arousal: number,
];

// Invented for the fake: none of these exists.
const ROWS: DemoRow[] = [
  ['Harbour at Six', 'Mira Holm', 2019, 'folk', 0.42, -0.48],
  ['Slow Lanterns', 'The Paper Orchard', 2021, 'ambient', 0.3, -0.66],
  ['Linen', 'Aud Vester', 2017, 'piano', 0.24, -0.72],
  ['Half a Mile of Rain', 'Tobias Quill', 2015, 'folk', -0.08, -0.52],
  ['Window Seat', 'June & Ferris', 2022, 'indie', 0.52, -0.22],
  ['Orange Peel', 'Little Atlas', 2020, 'pop', 0.7, 0.2],
  ['Carousel, Closed', 'Aud Vester', 2018, 'piano', -0.34, -0.46],
  ['Good Company', 'The Saturday Line', 2016, 'soul', 0.68, 0.08],
  ['Kite String', 'Little Atlas', 2023, 'pop', 0.74, 0.44],
  ['Second Breakfast', 'Oskar Bloom Trio', 2014, 'jazz', 0.56, -0.1],
  ['Night Bus North', 'Velvet Meridian', 2019, 'electronic', -0.12, -0.2],
  ['Salt and Pine', 'Mira Holm', 2021, 'folk', 0.36, -0.4],
  ['Everything Upstairs', 'Nadia Castell', 2018, 'pop', 0.46, 0.6],
  ['Static Garden', 'Velvet Meridian', 2022, 'electronic', 0.05, 0.32],
  ['Run the Corridor', 'Redshift Parade', 2020, 'rock', 0.2, 0.82],
  ['Copper Moon', 'Ilse Tanager', 2013, 'ambient', 0.16, -0.58],
  ['Plain Bread', 'Tobias Quill', 2017, 'folk', 0.34, -0.3],
  ['Long Way Down the Hill', 'Redshift Parade', 2016, 'rock', -0.42, 0.52],
  ['Not This Again', 'Paper Teeth', 2021, 'punk', -0.58, 0.74],
  ['Under the Awning', 'Oskar Bloom Trio', 2015, 'jazz', 0.28, -0.34],
  ['A Letter, Unsent', 'Nadia Castell', 2014, 'pop', -0.5, -0.28],
  ['Sunday Wool', 'June & Ferris', 2020, 'indie', 0.48, -0.54],
  ['Brass Weather', 'The Saturday Line', 2019, 'soul', 0.62, 0.36],
  ['Tidewater Waltz', 'Ilse Tanager', 2022, 'classical', 0.12, -0.44],
  ['First Train Out', 'Halden Fields', 2018, 'country', 0.4, 0.26],
  ['Gravel', 'Paper Teeth', 2017, 'punk', -0.36, 0.66],
  ['Soft Machinery', 'Velvet Meridian', 2016, 'electronic', 0.22, 0.12],
  ['Juniper', 'Halden Fields', 2023, 'country', 0.58, -0.04],
  ['Ten Thousand Small Bells', 'Ilse Tanager', 2020, 'classical', 0.44, -0.62],
  ['Confetti Season', 'Nadia Castell', 2022, 'pop', 0.82, 0.7],
  ['The Quiet Ones', 'Mira Holm', 2016, 'folk', -0.22, -0.64],
  ['Early Light', 'The Paper Orchard', 2018, 'ambient', 0.5, -0.36],
  ['Late Fee', 'Little Atlas', 2019, 'pop', 0.3, 0.5],
  ['Iron Stairs', 'Redshift Parade', 2022, 'rock', -0.14, 0.78],
  ['Lemon Tree Road', 'Halden Fields', 2021, 'country', 0.66, 0.16],
  ['Blue Hour, Empty Pool', 'Velvet Meridian', 2020, 'electronic', -0.3, -0.12],
  ['Hold the Door', 'The Saturday Line', 2023, 'soul', 0.54, 0.48],
  ['Two Cups', 'June & Ferris', 2017, 'indie', 0.6, -0.3],
  ['Postcard from Nowhere in Particular, Sent Twice', 'Tobias Quill', 2022, 'folk', 0.1, -0.26],
  ['Glasshouse', 'Aud Vester', 2023, 'piano', 0.38, -0.56],
];

function slug(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
}

/** Every catalogue's rows, the starter's first. */
export function catalogueRows(
  catalogues: readonly CatalogueInfo[],
  { seed, names }: Scenario,
): LibraryRow[] {
  const imported = catalogues.slice(1);
  const rows = imported.flatMap(({ id, tracks }) => importedRows(id, tracks, seed));
  return [...starterRows(), ...rows].map((row) => renamed(row, names));
}

/** A row with names of that kind. */
export function renamed<Row extends Named>(row: Row, names: Scenario['names']): Row {
  if (names === 'usual') return row;
  return { ...row, ...(names === 'long' ? longNames(row) : hostileNames(row)) };
}

type Named = Pick<LibraryRow, 'title' | 'artist' | 'genre'>;

function longNames(row: Named): Named {
  const title = `${row.title}, from the Concerto in C minor: Adagio sostenuto e molto maestoso`;
  const artist = `${row.artist} & the Saint-Somewhere-in-the-Fields Philharmonic Orchestra and Choir`;
  return { title, artist, genre: 'contemporary classical crossover' };
}

/** The longest name that comes in, in letters: what a server or a table calls something is cut off or refused beyond. */
const LONGEST_NAME = 1_000;

/** Tags that run something, formats, another direction, lines, and as long as a name can be. */
function hostileNames(row: Named): Named {
  const title = `<img src=x onerror="window.harmed=1">${row.title} %s %n {0} \u202Egnp.exe\u0000\n</script>`;
  const artist = `"><script>window.harmed=1</script>${row.artist}${'\u0041'.repeat(LONGEST_NAME)}`;
  return { title, artist, genre: '{{constructor}} javascript:window.harmed=1' };
}

/** The rows of the fake's starter catalogue. */
function starterRows(): LibraryRow[] {
  return ROWS.map(([title, artist, year, genre, valence, arousal], i) => ({
    id: i % 5 === 3 ? `name:${slug(artist)}|${slug(title)}` : `spotify:track:demo${i}`,
    title,
    artist,
    year,
    genre,
    catalogue: 'starter',
    affect: { valence, arousal, sd_valence: 0.12, sd_arousal: 0.14 },
  }));
}

const FIRST =
  'Amber,Distant,Folded,Green,Hollow,Open,Paper,Second,Warm,Slow,Early,Broken,Little,Silver'.split(
    ',',
  );
const LAST =
  'Avenue,Bridges,Engines,Letters,Mornings,Rivers,Rooms,Signals,Orchards,Kites,Maps,Tides,Clocks'.split(
    ',',
  );
const ARTISTS = ['Cedar Lane', 'Ostrava Nine', 'Pia Lund', 'The Understudies', 'Wren Okafor'];

/** Rows of an invented catalogue file. */
export function importedRows(catalogue: string, count: number, seed: number): LibraryRow[] {
  const random = seeded(seed);
  const pick = (from: string[], place = Math.floor(random() * from.length)) =>
    from[place % from.length] ?? '';
  return Array.from({ length: count }, (_, i) => {
    const sd = random() < 0.2 ? 0.45 : 0.18;
    return {
      id: `name:import-${catalogue}-${i}`,
      // 14 and 13 are coprime, so there are 182 different titles.
      title: `${pick(FIRST, i)} ${pick(LAST, i)}`,
      artist: pick(ARTISTS),
      year: random() < 0.1 ? null : 1975 + Math.floor(random() * 48),
      genre: random() < 0.3 ? null : pick(['pop', 'rock', 'jazz', 'folk']),
      catalogue,
      affect: {
        valence: random() * 1.8 - 0.9,
        arousal: random() * 1.8 - 0.9,
        sd_valence: sd,
        sd_arousal: sd,
      },
    };
  });
}
