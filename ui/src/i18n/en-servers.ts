import type { CertificateProblem } from '../api/backend';
import { count, number } from './count';

const songs = (n: number) => count(n, 'song', 'songs');
const size = (megabytes: number) =>
  megabytes < 1000 ? `${number(megabytes)} MB` : `${number(megabytes / 1000, 1)} GB`;

/** Texts about music servers of the listener's own, in English. */
export const servers = {
  title: 'Servers',
  none: 'Your music server',
  noneAbout:
    'Play music from Navidrome, Gonic, LMS, Ampache, Nextcloud Music or any other server that speaks Subsonic.',
  add: 'Add a server',
  another: 'Another server',
  anotherAbout: 'Attune connects only to the servers you add here.',
  first: {
    name: 'My server',
    about: 'Navidrome, Gonic, Nextcloud Music or another server that speaks Subsonic.',
  },
  form: {
    title: 'Add a server',
    again: (name: string) => `Sign in to ${name}`,
    address: 'Address',
    addressHint: 'https://music.example.org',
    with: 'Sign in with',
    withs: { password: 'Password', apiKey: 'API key' },
    listener: 'Your name on the server',
    password: 'Password',
    key: 'API key',
    name: 'Name in Attune (optional)',
    nameHint: 'At home',
    kept: 'It is kept in this system’s keyring.',
    test: 'Test',
    testing: 'Testing …',
    add: 'Add server',
    adding: 'Adding …',
    signIn: 'Sign in',
    missing: (field: 'address' | 'listener' | 'secret', way: 'password' | 'apiKey') => {
      if (field === 'address') return 'Enter the address of your server.';
      if (field === 'listener') return 'Enter your name on the server.';
      return way === 'apiKey' ? 'Enter the API key.' : 'Enter your password.';
    },
  },
  check: {
    works: (program: string | null) =>
      program === null ? 'It works.' : `It works. The server runs ${program}.`,
    sendsPassword: 'It accepts only the password itself, so that is what Attune sends.',
    wrongAddress: 'Check the address',
    certificate: 'Is this your server?',
    wrongPassword: 'Check name and password',
    plainPassword: 'Your password could be read',
    version: 'The server is too old or too new',
    failed: 'The server isn’t ready',
  },
  certificate: {
    problems: {
      unknown: 'No known authority vouches for the server’s certificate.',
      expired: 'The server’s certificate is out of date.',
      otherName: 'The server’s certificate was made for another address.',
      changed:
        'The server shows another certificate than the one you accepted. If you didn’t replace it, someone may be between you and your server.',
      other: 'The server’s certificate can’t be verified.',
    } satisfies Record<CertificateProblem, string>,
    compare:
      'Compare this SHA-256 fingerprint with the one your server shows. Accept it only if they are the same.',
    fingerprint: 'Fingerprint',
    accept: 'They are the same. Accept',
  },
  plain: {
    about:
      'This server accepts only the password itself, and the connection isn’t encrypted: others on the network could read it. An address that begins with https:// avoids that.',
    send: 'Send it anyway',
  },
  songs,
  loaded: (n: number) => `${songs(n)} on this computer`,
  readAt: (day: string, time: string) => `last read: ${day}, ${time}`,
  neverRead: 'not read to the end yet',
  as: (listener: string) => `as ${listener}`,
  asKey: 'with an API key',
  waits: 'Waiting for another server',
  reading: (read: number, total: number | null) =>
    total === null ? `Reading · ${songs(read)}` : `Reading ${number(read)} of ${songs(total)}`,
  stops: 'Stopping …',
  readingLabel: 'Reading progress',
  stop: 'Stop reading',
  found: {
    same: 'Nothing has changed.',
    changes: (added: number, changed: number, removed: number) =>
      Object.entries({ new: added, changed, gone: removed })
        .filter(([, n]) => n > 0)
        .map(([word, n]) => `${number(n)} ${word}`)
        .join(', '),
    stopped: 'Stopped. What was read is kept.',
  },
  scan: 'Check for changes',
  more: (name: string) => `More for ${name}`,
  scanAgain: 'Read everything again',
  test: 'Test the connection',
  signInAgain: 'Sign in again',
  unsaved: 'Your password couldn’t be saved, so you’ll be asked for it after a restart.',
  scrobbles: 'Tell it what you play',
  scrobblesAbout: 'The server counts plays and can pass them on, for example to Last.fm.',
  stars: 'Tell it what you like',
  starsAbout: 'A song you like here gets a star there.',
  tell: (what: string, name: string) => `${name}: ${what}`,
  cache: 'Space for loaded songs',
  cacheAbout: (used: number, limit: number) =>
    `${size(used)} of ${size(limit)} in use. Songs heard longest ago make room for new ones; loaded songs play without the server.`,
  size,
  remove: 'Remove',
  removeTitle: (name: string) => `Remove ${name}?`,
  removeBody:
    'Attune forgets its songs, what it learned by listening to them, loaded files and your password. Nothing changes on the server.',
  removeDo: 'Remove server',
};
