import { catalogueRows } from '../src/api/fake/demo';
import { inventedTracks } from '../src/api/fake/ownTracks';
import { scenarioFrom } from '../src/api/fake/scenario';
import { startCatalogues } from '../src/api/fake/start';

const scenario = scenarioFrom('');
const TRACKS = [
  ...catalogueRows(startCatalogues('lively', 0, 0), scenario),
  ...inventedTracks(600, scenario.seed),
];

/** What the fake invents: names, and what a listener writes. */
const INVENTED = [
  ...TRACKS.flatMap(({ title, artist, genre }) => [title, artist, genre ?? '']),
  ...['Small Hours', 'Field Recordings of a Kitchen', 'North Window', 'Second Draft'],
  ...['Paper Kites', 'The Lanterns', 'Harbour Lights', 'Slow Window', 'my-favourites.csv'],
  ...['Long call, good news at the end.', 'Walked to the harbour before work.'],
  ...['Built-in camera', 'USB camera', 'Built-in microphone', 'Headset', 'Speakers', 'Headphones'],
  ...[
    '/home/you/Music',
    '/media/you/Old disk/Songs',
    '/local/',
    '.flac',
    '.mp3',
    '.vorbis',
    '.m4a',
  ],
  ...['Streaming_History_Audio_2019.json', 'Streaming_History_Audio_2023.json'],
  ...['songs-from-last-summer.csv', '/mnt/elsewhere/A song of long ago.mp3'],
  ...['/home/you/Music/Old disc/03 track.mp3', '/home/you/Music/notes.flac'],
  ...['At home', 'http://192.168.1.2:4533'],
];

const byLength = [...new Set(INVENTED)].filter((name) => name !== '');
byLength.sort((a, b) => b.length - a.length);

/** A text without what the fake invents. */
export const withoutInvented = (text: string) =>
  byLength.reduce((rest, name) => rest.replaceAll(name, ''), text);
