import type { PlaylistPurpose, SpotifyCheck, SpotifyControl } from '../api/backend';
import { count } from './count';

/** The words about Spotify. “User Management” is the name of a page there. */
export const spotify = {
  title: 'Spotify',
  off: 'Not signed in',
  about:
    'Mood playlists, your own music in the queue, playing in your Spotify apps. Attune works without it.',
  asking: 'Asking your keyring for your sign-in…',
  setUp: 'Set up…',
  signIn: 'Sign in',
  otherId: 'Other client id…',
  waiting: (time: string) =>
    `Spotify asks Attune to wait until ${time}. The rest of Attune goes on.`,
  wizard: {
    title: 'Set up Spotify',
    step: (at: number, of: number) => `Step ${at} of ${of}`,
    back: 'Back',
    next: 'Next',
    why: 'Why an app of your own?',
    whyLines: [
      'Spotify lets a new app serve five listeners, and only while its owner has Premium. An app for everybody needs a registered business.',
      'So Attune ships with none. You make your own in a few minutes, and need Premium for it. It costs nothing more.',
      'Only you use it: what Attune asks goes from this computer to Spotify and nowhere else.',
    ],
    make: 'Make the app',
    steps: [
      'Open Spotify’s developer dashboard, sign in, and choose “Create app”. Name and description are yours to choose.',
      'As “Redirect URI” enter exactly this address, without a port:',
      'Choose “Web API”, agree, and save.',
      'Under “User Management” add the name and e-mail address of each account that will use it, yours too.',
      'Copy the “Client ID”. Attune needs no client secret: never give it one.',
    ],
    dashboard: 'Open the dashboard',
    redirect: 'Redirect URI',
    copy: 'Copy',
    copied: 'Copied',
    copyByHand: 'Selected: copy it with Ctrl C',
    enter: 'Enter the client id',
    clientId: 'Client ID',
    clientIdHint: '32 letters and digits',
    test: 'Test',
    testing: 'Asking Spotify…',
    signIn: 'Sign in with Spotify',
    browser: 'Your browser shows Spotify’s page. Agree there, then come back.',
    browserNot: 'If no page has opened, copy this address into a browser:',
    address: 'Address of the sign-in page',
    cancel: 'Cancel',
  },
  check: {
    works: (name: string | null) =>
      name === null ? 'It works.' : `It works. Signed in as ${name}.`,
    needsSignIn: 'Spotify knows this client id. The rest shows when you sign in.',
    wrongClientId: 'Spotify does not know this client id. Copy it again from your app’s page.',
    ownerNotPremium:
      'The account that made the app has no Premium, so Spotify refuses every call. After subscribing it can take hours.',
    notAllowListed:
      'This account is not on your app’s list. Add it in the dashboard under “User Management”.',
    offline: 'Spotify cannot be reached. Check the network and test again.',
  } satisfies Record<Exclude<SpotifyCheck['result'], 'other'>, unknown>,
  account: {
    as: (name: string) => `Signed in as ${name}`,
    signedIn: 'Signed in',
    app: (id: string) => `Your app: ${id}`,
    test: 'Test',
    ends: (day: string) => `By Spotify’s rules this sign-in ends on ${day}.`,
    endsSoon: (day: string) =>
      `Your sign-in ends on ${day}, by Spotify’s rules. Sign in again to go on.`,
    again: 'Sign in again',
    session: 'Your keyring could not be used, so you stay signed in until you close Attune.',
    sessionWhy: {
      keyring_locked: 'It is locked: unlock it, then sign in again to be remembered.',
      keyring_silent: 'It does not answer; it may be waiting for your password.',
      keyring_unavailable: 'This system offers none.',
      keyring_unusable: 'It holds something else under Attune’s name: remove that there.',
    } as Readonly<Record<string, string>>,
    signOut: 'Sign out…',
    signOutAsk: 'Sign out of Spotify?',
    signOutSays:
      'The sign-in, your client id and all that Attune noted about Spotify go from this computer. Your playlists stay in your account.',
    signOutDo: 'Sign out',
    permissions: 'Take back the permission at Spotify',
  },
  plan: {
    title: 'Playlists and your own music',
    works: 'Work on every plan.',
    control: 'Playing in your Spotify apps',
    use: 'Play the queue in my Spotify apps',
    controls: {
      untried: 'Needs Premium. Not tried yet: Spotify does not tell apps which plan you have.',
      works: 'Works with your plan.',
      needsPremium: 'Not on your plan: needs Premium. Playlists and links work.',
    } satisfies Record<SpotifyControl, string>,
  },
  own: {
    title: 'Your own music in the queue',
    about:
      'Liked, top and recent tracks whose mood Attune’s catalogues know. Until you close Attune; nothing of them is kept or learned.',
    bring: 'Use it',
    end: 'Stop using it',
    bringing: 'Asking Spotify…',
    found: (known: number, unknown: number) =>
      `${count(known, 'track', 'tracks')} in the queue’s reach; of ${count(unknown, 'other', 'others')} no mood is known.`,
    none: 'None of your tracks is known to Attune’s catalogues. Import one that has them.',
    here: 'from Spotify, until you close Attune',
  },
  devices: {
    title: 'Devices',
    about: 'Open Spotify apps. Choose where the music goes on.',
    show: 'Show devices',
    again: 'Look again',
    looking: 'Looking…',
    none: 'No Spotify app is open.',
    open: 'Open Spotify',
    get: 'Get Spotify free',
    waiting: 'Waiting for Spotify to open. Music goes on there by itself.',
    here: 'plays here',
    choose: (name: string) => `Play on ${name}`,
    locked: 'cannot be steered',
  },
  playlist: {
    button: 'Make a Spotify playlist',
    title: 'Spotify playlist from this queue',
    purpose: 'For',
    purposes: {
      mood: (word: string) => `the mood: ${word}`,
      policy: (name: string) => `the policy: ${name}`,
    } satisfies Record<PlaylistPurpose, (name: string) => string>,
    name: 'Name',
    description: 'Description',
    pattern: '{mood} stands for the mood or policy.',
    look: 'Look what will happen',
    looking: 'Looking for the tracks on Spotify…',
    willMake: (name: string, tracks: number) =>
      `A new private playlist “${name}” with ${count(tracks, 'track', 'tracks')}.`,
    willUpdate: (name: string, tracks: number) =>
      `The tracks of your playlist “${name}” are replaced by these ${count(tracks, 'track', 'tracks')}. Its name, description and cover stay.`,
    nothing: 'None of these tracks was found on Spotify, so there is nothing to put in a playlist.',
    missed: (n: number) => `${count(n, 'track was', 'tracks were')} not found on Spotify`,
    byNames: 'found by its names',
    back: 'Back',
    make: 'Make the playlist',
    update: 'Replace its tracks',
    making: 'Writing the playlist…',
    made: (name: string, tracks: number) =>
      `“${name}” is in your Spotify account, with ${count(tracks, 'track', 'tracks')}.`,
    updated: (name: string, tracks: number) =>
      `“${name}” now has these ${count(tracks, 'track', 'tracks')}.`,
    open: 'Listen on Spotify',
    close: 'Close',
  },
  attribution: { from: 'Titles and artists from Spotify.', open: 'Open Spotify' },
  embed: {
    title: 'Spotify’s embedded player',
    about:
      'Shows Spotify’s own player for a track that Spotify has. It loads from open.spotify.com, which then sees your address.',
    frame: (title: string) => `Spotify’s player: ${title}`,
    loading: 'Loading Spotify’s player…',
    offline: 'There is no network, so Spotify’s player cannot be shown.',
    preview: 'Plays about 30 seconds here. For the whole track open it in Spotify.',
    link: 'Listen on Spotify',
  },
};

/** Sentences by error code. */
export const spotifyErrors = {
  browser_not_opened: 'Your browser could not be opened. Copy the address into it yourself.',
  keyring_unavailable: 'This system offers no keyring, so a sign-in lasts until you close Attune.',
  keyring_locked:
    'Your keyring is locked, so Attune cannot get at the sign-in kept there. Unlock it, then start Attune again.',
  keyring_silent:
    'Your keyring does not answer; it may be waiting for your password. Unlock it, then start Attune again.',
  keyring_unusable:
    'Your keyring holds something else under Attune’s name. Remove that there, then sign in again.',
  playlist_not_planned: 'Look first at what will happen, then make the playlist.',
  spotify_ends_soon:
    'Your Spotify sign-in ends within two weeks, by Spotify’s rules. Sign in again in the settings.',
  spotify_not_signed_in: 'You are not signed in to Spotify. Sign in in the settings.',
  spotify_sign_in_ended:
    'Your Spotify sign-in has ended. Sign in again in the settings; the rest of Attune works without it.',
  spotify_wrong_client_id: spotify.check.wrongClientId,
  spotify_denied: 'Spotify was not allowed to share with Attune. Sign in again and choose Agree.',
  spotify_sign_in_timeout: 'The sign-in was not finished in two minutes. Start it again.',
  spotify_owner_not_premium: spotify.check.ownerNotPremium,
  spotify_not_allow_listed: spotify.check.notAllowListed,
  spotify_playlist_not_owned: 'This playlist belongs to another account, so it was left as it is.',
  spotify_premium_required:
    'Controlling playback needs Spotify Premium. Playlists and links work without it.',
  spotify_no_active_device: 'No Spotify app is active. Open Spotify, or choose a device.',
  spotify_device_gone: 'This device is not there any more. Choose another one.',
  spotify_rate_limited: 'Spotify asks Attune to wait. The settings say until when.',
  spotify_quota_exceeded:
    'Your Spotify app has used up its calls for now. The settings say until when.',
  spotify_offline:
    'Spotify cannot be reached. Check the network; the rest of Attune works without it.',
};
