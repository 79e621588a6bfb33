import type { AppError } from '../api/backend';

/** What a command is about. A success makes earlier errors about the same out of date. */
export type Topic =
  | 'music'
  | 'track'
  | 'sound'
  | 'mood'
  | 'camera'
  | 'sense'
  | 'picture'
  | 'history'
  | 'taste'
  | 'settings'
  | 'servers'
  | 'spotify'
  | 'export'
  | 'backup'
  | 'opened';

/** An error to be shown, and what it is about where a later success can end it. */
export interface Failure {
  error: AppError;
  topic: Topic | null;
}

/** The problems that signing in to Spotify ends. */
const SIGNED_OUT: readonly string[] = ['spotify_not_signed_in', 'spotify_sign_in_ended'];

/** Whether signing in to Spotify is what helps against an error. */
export const needsSpotify = ({ code }: AppError): boolean => SIGNED_OUT.includes(code);
