import type { ErrorCode } from '../api/backend';
import { ownMessage } from './en-own-message';
import { playerErrors } from './en-player';
import { senseErrors } from './en-senses';
import { spotifyErrors } from './en-spotify';

/**
 * A sentence for every error code: what happened, what still works, what to do. A code without a sentence of its own
 * (null) shows the message that came with the error. A missing code is a compile error.
 */
export const errors: Readonly<Record<ErrorCode, string | null>> = {
  ...ownMessage,
  ...senseErrors,
  camera_none:
    'No camera was found. Attune works without one: drag the dot instead. Or plug one in and retry.',
  camera_busy: 'Another program is using the camera. Close it there to use it here.',
  camera_denied:
    'Attune isn’t allowed to use the camera. Allow it in your system settings (on Android: Apps, Attune, Permissions), then retry.',
  camera_lost:
    'The camera was unplugged or stopped working. The music keeps playing, and the camera starts again as soon as it’s back.',
  camera_stuck:
    'The camera isn’t responding and may still be on. Unplug it, or choose another one. The music keeps playing.',
  calibration_needs_camera:
    'Attune needs to see your face for this. Start the camera, then try again.',
  microphone_none:
    'No microphone was found, or the chosen one isn’t connected. Attune works without one: drag the dot instead. Or plug one in and retry.',
  microphone_busy: 'Another program is using the microphone. Close it there, then retry.',
  microphone_denied:
    'Attune isn’t allowed to use the microphone. Allow it in your system settings, then retry.',
  microphone_format: 'Attune can’t use the sound of this microphone. Choose another one.',
  microphone_lost:
    'The microphone was unplugged or stopped working. The music keeps playing, and listening starts again as soon as it’s back.',
  microphone_stuck:
    'The sound system isn’t responding, and the microphone may still be on. Unplug it, or choose another one.',
  voice_model:
    'The model that reads the tone of your voice can’t be used. Everything else works. Reinstall Attune to fix this.',
  model_missing:
    'The expression model is missing, so Attune can’t read faces. Everything else works. Reinstall Attune to fix this.',
  model_corrupt:
    'The expression model is damaged, so Attune can’t read faces. Everything else works. Reinstall Attune to fix this.',
  runtime_missing:
    'A component for reading faces is missing. Everything else works: drag the dot instead. Reinstall Attune to fix this.',
  cpu_unsupported:
    'This computer’s processor can’t run the expression model. Everything else works: drag the dot instead.',
  picture_no_face:
    'No face was found in the photo, so your mood hasn’t changed. Choose another photo.',
  picture_several_faces:
    'There’s more than one face in the photo, so your mood hasn’t changed. Choose a photo of you alone.',
  picture_unclear:
    'The face in the photo is too dark, too bright, blurred, far away or covered, so your mood hasn’t changed. Choose a clearer photo.',
  picture_unreadable: 'This file isn’t a picture that Attune can read. Use JPEG, PNG or WebP.',
  csv_empty: 'The file is empty, so nothing was imported. Choose another file.',
  database_busy: 'Another copy of Attune is using your data. Close it, then try again.',
  backup_newer:
    'This file was saved by a newer version of Attune, so nothing was changed. Update Attune to restore it.',
  backup_unreadable:
    'This isn’t a file that Attune has exported, or it’s damaged. Nothing was changed. Choose another file.',
  database_newer: 'Your data was saved by a newer version of Attune. Update Attune to use it.',
  disk_full:
    'The disk is full, so nothing new is being saved. The music keeps playing. Free up some space.',
  artist_unnamed: 'This track has no artist to block. Block the track itself instead.',
  track_gone: 'This track is no longer in your library. Choose another one.',
  preference_unknown: 'Your answer couldn’t be saved. Everything else is unchanged.',
  catalogue_gone: 'This catalogue has been removed.',
  history_gone: 'This entry has been deleted.',
  ...playerErrors,
  ...spotifyErrors,
  bad_arguments: 'That couldn’t be done, and nothing was changed. Try again.',
  unexpected: 'Something went wrong, and what you see may be out of date. Try again.',
};
