//! Recordings decoded and listened to.
