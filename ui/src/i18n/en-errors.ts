/** Sentences by error code: what happened, what still works, what to do. An unknown code shows its own message. */
export const errors: Readonly<Record<string, string>> = {
  camera_none:
    'No camera was found. Attune works without one: drag the dot. Plug one in and retry.',
  camera_busy: 'Another program is using the camera. Close it there, then retry.',
  camera_denied:
    'The system does not let Attune use the camera. Allow it in the system’s privacy settings, then retry.',
  camera_gone: 'The camera was unplugged. The music goes on. Plug it in and retry.',
  camera_failed: 'The camera could not be opened. The music goes on. Retry, or choose another one.',
  model_missing: 'The expression model is missing, so faces cannot be read. Install Attune again.',
  model_corrupt: 'The expression model is damaged, so faces cannot be read. Install Attune again.',
  runtime_missing:
    'A part for reading faces is missing. Drag the dot meanwhile. Install Attune again.',
  picture_unreadable: 'This file is no picture that can be read. Try a JPEG or PNG file.',
  catalogue_unreadable:
    'The file could not be read as CSV. Nothing was changed. Check it and try again.',
  catalogue_columns:
    'The file has no title or artist column. Nothing was changed. Name them in its first line.',
  export_failed: 'The file could not be written. Nothing was lost. Choose another folder.',
  store_failed: 'Your data could not be saved. Attune goes on, but may forget this session.',
  store_newer: 'Your data was written by a newer Attune. Update Attune to use it.',
  settings_reset: 'Part of the settings could not be read and went back to their defaults.',
  open_failed: 'Spotify could not be opened. Look for the track there by its name.',
  unexpected: 'Something unexpected happened. What you see may be out of date. Try again.',
};
