import type { PlaylistPurpose, SpotifyCheck, SpotifyControl } from '../api/backend';
import { count } from './count';

/** Texts about Spotify, in English. “User Management” is the name of a page of Spotify’s. */
export const spotify = {
  title: 'Spotify',
  off: 'Not signed in',
  about:
    'Make playlists for your mood, use your Spotify music in the queue and play in your Spotify apps. Attune works without it.',
  asking: 'Checking your keyring for a saved sign-in…',
  setUp: 'Set up…',
  signIn: 'Sign in',
  otherId: 'Use another client ID…',
  waiting: (time: string) =>
    `Spotify has asked Attune to wait until ${time}. Everything else keeps working.`,
  wizard: {
    title: 'Set up Spotify',
    step: (at: number, of: number) => `Step ${at} of ${of}`,
    back: 'Back',
    next: 'Next',
    why: 'Why you need your own Spotify app',
    whyLines: [
      'Spotify limits a new app to five people, and only while its owner has Premium. An app for everyone requires a registered business.',
      'So Attune doesn’t come with one. You create your own in a few minutes. You need Premium for it, but it costs nothing extra.',
      'Only you use it: Attune’s requests go from this computer to Spotify and nowhere else.',
    ],
    make: 'Create the app',
    steps: [
      'Open Spotify’s developer dashboard, sign in and choose “Create app”. Pick any name and description.',
      'Under “Redirect URI”, enter exactly this address, without a port:',
      'Select “Web API”, accept the terms and save.',
      'Under “User Management”, add the name and email address of each account that will use it, including yours.',
      'Copy the “Client ID”. Attune doesn’t need the client secret, so don’t share it.',
    ],
    dashboard: 'Open the dashboard',
    redirect: 'Redirect URI',
    copy: 'Copy',
    copied: 'Copied',
    copyByHand: 'Press Ctrl+C to copy the selected text',
    enter: 'Enter the client ID',
    clientId: 'Client ID',
    clientIdHint: '32 letters and digits',
    noClientId: 'Enter your client ID first.',
    test: 'Test',
    testing: 'Checking with Spotify…',
    signIn: 'Sign in with Spotify',
    browser: 'Continue in your browser: agree on Spotify’s page, then come back here.',
    browserNot: 'If no page opened, copy this address into a browser:',
    address: 'Sign-in page address',
    cancel: 'Cancel',
  },
  check: {
    works: (name: string | null) =>
      name === null ? 'Everything works.' : `Everything works. Signed in as ${name}.`,
    needsSignIn: 'The client ID is valid. Sign in to check the rest.',
    wrongClientId: 'Spotify doesn’t recognise this client ID. Copy it again from your app’s page.',
    ownerNotPremium:
      'The account that owns the app doesn’t have Premium, so Spotify refuses every request. After subscribing, it can take a few hours to work.',
    notAllowListed:
      'This account isn’t on your app’s list. Add it in the dashboard under “User Management”.',
    offline: 'Spotify can’t be reached. Check your connection and test again.',
  } satisfies Record<Exclude<SpotifyCheck['result'], 'other'>, unknown>,
  account: {
    as: (name: string) => `Signed in as ${name}`,
    signedIn: 'Signed in',
    app: (id: string) => `Your app: ${id}`,
    test: 'Test',
    ends: (day: string) => `Spotify ends this sign-in on ${day}.`,
    endsSoon: (day: string) => `Spotify ends your sign-in on ${day}. Sign in again to continue.`,
    again: 'Sign in again',
    session: 'Your keyring couldn’t be used, so you’ll stay signed in only until you close Attune.',
    sessionWhy: {
      keyring_dismissed:
        'Its question for your password was closed or couldn’t be shown. Sign in again to be asked once more.',
      keyring_locked: 'It’s locked. Unlock it, then sign in again to stay signed in.',
      keyring_silent: 'It isn’t responding. It may be waiting for your password.',
      keyring_unavailable: 'This system doesn’t have one.',
      keyring_unusable:
        'It has a different entry under Attune’s name. Delete that entry, then sign in again.',
    } as Readonly<Record<string, string>>,
    signOut: 'Sign out…',
    signOutTitle: 'Sign out of Spotify?',
    signOutBody:
      'Your sign-in, your client ID and everything else Attune stores about Spotify are deleted from this computer. Your playlists stay in your account.',
    signOutDo: 'Sign out',
    permissions: 'Remove Attune’s access on Spotify’s website',
  },
  plan: {
    title: 'Playlists and your own music',
    works: 'Available on every plan.',
    control: 'Playing in your Spotify apps',
    use: 'Play the queue in my Spotify apps',
    controls: {
      untried:
        'Requires Premium. Attune hasn’t tried it yet, and Spotify doesn’t tell apps which plan you have.',
      works: 'Works with your plan.',
      needsPremium: 'Requires Premium, which your plan doesn’t include. Playlists and links work.',
    } satisfies Record<SpotifyControl, string>,
  },
  own: {
    title: 'Your Spotify music in the queue',
    about:
      'Uses those of your liked, top and recent tracks that are also in Attune’s catalogues. They stay until you close Attune; nothing about them is stored or learned.',
    bring: 'Use',
    end: 'Stop using',
    bringing: 'Getting your tracks…',
    found: (known: number, unknown: number) =>
      `Using ${count(known, 'track', 'tracks')}. Attune doesn’t know the mood of ${count(unknown, 'other', 'others')}.`,
    none: 'None of your tracks are in Attune’s catalogues. Import a catalogue that has them.',
    here: 'from Spotify, until you close Attune',
  },
  devices: {
    title: 'Devices',
    about: 'Your open Spotify apps. Choose where the music plays.',
    show: 'Show devices',
    again: 'Refresh',
    looking: 'Looking for devices…',
    none: 'No Spotify app is open.',
    open: 'Open Spotify',
    get: 'Get Spotify free',
    waiting: 'Waiting for Spotify to open. The music then starts there automatically.',
    here: 'playing here',
    choose: (name: string) => `Play on ${name}`,
    locked: 'can’t be controlled',
  },
  playlist: {
    button: 'Make a Spotify playlist',
    title: 'Make a Spotify playlist from this queue',
    purpose: 'Playlist for',
    purposes: {
      mood: (word: string) => `the mood: ${word}`,
      policy: (name: string) => `the mode: ${name}`,
    } satisfies Record<PlaylistPurpose, (name: string) => string>,
    name: 'Name',
    description: 'Description',
    pattern: '{mood} is replaced with the mood or mode.',
    preview: 'Preview',
    looking: 'Looking for the tracks on Spotify…',
    willMake: (name: string, tracks: number) =>
      `This makes a new private playlist “${name}” with ${count(tracks, 'track', 'tracks')}.`,
    willUpdate: (name: string, tracks: number) =>
      `This replaces the tracks of your playlist “${name}” with ${tracks === 1 ? 'this track' : `these ${tracks} tracks`}. Its name, description and cover stay the same.`,
    nothing: 'None of these tracks were found on Spotify, so there’s nothing to put in a playlist.',
    missed: (n: number) => `${count(n, 'track wasn’t', 'tracks weren’t')} found on Spotify`,
    byNames: 'matched by title and artist',
    back: 'Back',
    make: 'Make playlist',
    update: 'Replace tracks',
    making: 'Saving the playlist…',
    made: (name: string, tracks: number) =>
      `“${name}” is now in your Spotify account, with ${count(tracks, 'track', 'tracks')}.`,
    updated: (name: string, tracks: number) =>
      `“${name}” now has ${count(tracks, 'track', 'tracks')}.`,
    open: 'Listen on Spotify',
    close: 'Close',
  },
  attribution: { from: 'Titles and artists from Spotify.', open: 'Open Spotify' },
  embed: {
    title: 'Embedded Spotify player',
    about:
      'Shows Spotify’s own player for tracks that are on Spotify. It loads from open.spotify.com, which then sees your IP address.',
    frame: (title: string) => `Spotify player: ${title}`,
    loading: 'Loading the Spotify player…',
    offline: 'You’re offline, so the Spotify player can’t be shown.',
    preview: 'Plays a preview of about 30 seconds. Open the track in Spotify to hear all of it.',
    link: 'Listen on Spotify',
  },
};

/** Spotify’s errors by code. */
export const spotifyErrors = {
  browser_not_opened: 'Your browser couldn’t be opened. Copy the address into it yourself.',
  keyring_unavailable:
    'This system doesn’t have a keyring, so you’ll stay signed in only until you close Attune.',
  keyring_dismissed:
    'The keyring’s question for its password was closed or couldn’t be shown, so Attune can’t read the sign-in stored there. Restart Attune or sign in again to be asked once more.',
  keyring_locked:
    'Your keyring is locked, so Attune can’t read the sign-in stored there. Unlock it, then restart Attune.',
  keyring_silent:
    'Your keyring isn’t responding. It may be waiting for your password. Unlock it, then restart Attune.',
  keyring_unusable:
    'Your keyring has a different entry under Attune’s name. Delete that entry, then sign in again.',
  playlist_not_planned: 'Preview the playlist first, then make it.',
  spotify_ends_soon:
    'Spotify ends your sign-in within two weeks. Sign in again in Settings to continue.',
  spotify_not_signed_in: 'You’re not signed in to Spotify.',
  spotify_sign_in_ended: 'Your Spotify sign-in has ended. Everything else works.',
  spotify_wrong_client_id: spotify.check.wrongClientId,
  spotify_denied: 'Attune wasn’t given access to Spotify. Sign in again and choose Agree.',
  spotify_sign_in_timeout: 'Signing in took longer than two minutes. Try again.',
  spotify_owner_not_premium: spotify.check.ownerNotPremium,
  spotify_not_allow_listed: spotify.check.notAllowListed,
  spotify_playlist_not_owned: 'This playlist belongs to another account, so it wasn’t changed.',
  spotify_premium_required:
    'Controlling playback requires Spotify Premium. Playlists and links work without it.',
  spotify_no_active_device: 'No Spotify app is active. Open Spotify, or choose a device.',
  spotify_device_gone: 'This device is no longer available. Choose another one.',
  spotify_rate_limited: 'Spotify has asked Attune to wait a while. Settings shows until when.',
  spotify_quota_exceeded:
    'Your Spotify app has used up its requests for now. Settings shows when it can continue.',
  spotify_offline: 'Spotify can’t be reached. Everything else works. Check your connection.',
};
