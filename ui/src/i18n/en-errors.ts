import type { ErrorCode } from '../api/backend';
import { ownMessage } from './en-own-message';
import { playerErrors } from './en-player';
import { spotifyErrors } from './en-spotify';

/**
 * A sentence for every error code: what happened, what still works, what to do. A code without a sentence of its own
 * (null) shows the message that came with it. The compiler refuses a table that lacks a code.
 */
export const errors: Readonly<Record<ErrorCode, string | null>> = {
  ...ownMessage,
  camera_none:
    'No camera was found. Attune works without one: drag the dot. Plug one in and retry.',
  camera_busy: 'Another program is using the camera. Close it there, then retry.',
  camera_denied:
    'The system does not let Attune use the camera. Allow it in the system’s settings, then retry.',
  camera_lost:
    'The camera was unplugged or stopped. The music goes on. When it is back, it is opened again.',
  camera_stuck:
    'The camera does not answer, and may still be on. Unplug it, or choose another one. The music goes on.',
  calibration_needs_camera:
    'Attune has to see your face for this. Start the camera, then try again.',
  model_missing: 'The expression model is missing, so faces cannot be read. Install Attune again.',
  model_corrupt: 'The expression model is damaged, so faces cannot be read. Install Attune again.',
  runtime_missing:
    'A part for reading faces is missing. Everything else works: drag the dot. Install Attune again.',
  cpu_unsupported:
    'This computer’s processor cannot run the expression model. Everything else works: drag the dot.',
  picture_no_face: 'No face was found in the picture. The mood stays as it was.',
  picture_several_faces:
    'There is more than one face in the picture. The mood stays as it was. Choose one of you alone.',
  picture_unclear:
    'The face in the picture cannot be read well: too dark, too bright, blurred, far away or covered. The mood stays as it was.',
  csv_empty: 'The file is empty. Nothing was changed. Choose another one.',
  database_busy: 'Your data is in use by another Attune. Close it there, then try again.',
  database_newer: 'Your data was written by a newer Attune. Update Attune to use it.',
  disk_full: 'The disk is full, so nothing new is kept. The music goes on. Make some room.',
  artist_unnamed: 'Nobody is credited for this track.',
  track_gone: 'This track is no longer in any catalogue.',
  preference_unknown: 'That could not be noted. Everything else stays as it was.',
  catalogue_gone: 'This catalogue is no longer there.',
  history_gone: 'This entry is no longer there.',
  ...playerErrors,
  ...spotifyErrors,
  unexpected: 'Something unexpected happened. What you see may be out of date. Try again.',
};
