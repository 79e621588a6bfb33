//! Frames from cameras and files, face detection and expression recognition.
