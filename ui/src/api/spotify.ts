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

/** The part of the backend for Spotify. */
export interface SpotifyBackend {
  /** The connection's status; {@link listenSpotify} announces changes. */
  spotifyStatus(): Promise<SpotifyView>;
  spotifyCheck(clientId: string): Promise<SpotifyCheck>;
  /** Opens the browser and waits for the listener to come back; false when it was cancelled. */
  spotifySignIn(clientId: string): Promise<boolean>;
  spotifyCancelSignIn(): Promise<unknown>;
  spotifySignOut(): Promise<unknown>;
  spotifyDevices(): Promise<SpotifyDevice[]>;
  spotifyTransfer(device: string): Promise<unknown>;
  /** Previews the queue as a playlist; changes nothing. */
  spotifyPlanPlaylist(purpose: PlaylistPurpose, patterns: PlaylistPatterns): Promise<PlaylistPlan>;
  /** Makes or updates the playlist as last previewed. */
  spotifyMakePlaylist(): Promise<PlaylistMade>;
  spotifyBringOwnMusic(): Promise<OwnMusic>;
  spotifyEndOwnMusic(): Promise<unknown>;
  spotifyOpen(place: SpotifyPlace): Promise<unknown>;
  listenSpotify(cb: (view: SpotifyView) => void): Promise<() => void>;
}

/** The id of the session catalogue with the listener's Spotify music. */
export const SPOTIFY_SHELF = 'spotify';
