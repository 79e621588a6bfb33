import type {
  OwnMusic,
  PlaylistMade,
  PlaylistPatterns,
  PlaylistPlan,
  PlaylistPurpose,
  SpotifyCheck,
  SpotifyDevice,
  SpotifyPlace,
  SpotifyView,
} from './bindings';

/** What the window asks about Spotify. */
export interface SpotifyBackend {
  /** How things stand; changes arrive through {@link listenSpotify}. */
  spotifyStatus(): Promise<SpotifyView>;
  spotifyCheck(clientId: string): Promise<SpotifyCheck>;
  /** Opens the browser and waits for the listener to come back; false when it was cancelled. */
  spotifySignIn(clientId: string): Promise<boolean>;
  spotifyCancelSignIn(): Promise<unknown>;
  spotifySignOut(): Promise<unknown>;
  spotifyDevices(): Promise<SpotifyDevice[]>;
  spotifyTransfer(device: string): Promise<unknown>;
  /** What would become of the queue as a playlist; changes nothing. */
  spotifyPlanPlaylist(purpose: PlaylistPurpose, patterns: PlaylistPatterns): Promise<PlaylistPlan>;
  /** Makes or updates the playlist as last planned. */
  spotifyMakePlaylist(): Promise<PlaylistMade>;
  spotifyBringOwnMusic(): Promise<OwnMusic>;
  spotifyEndOwnMusic(): Promise<unknown>;
  spotifyOpen(place: SpotifyPlace): Promise<unknown>;
  listenSpotify(cb: (view: SpotifyView) => void): Promise<() => void>;
}

/** The shelf of the listener's own music on Spotify, as a catalogue. */
export const SPOTIFY_SHELF = 'spotify';
