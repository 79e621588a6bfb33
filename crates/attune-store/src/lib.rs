//! SQLite history, feedback and library; settings file.
