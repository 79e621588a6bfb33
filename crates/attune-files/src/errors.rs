//! The errors of those that keep something, made from what disks and databases say.

/// Makes an error type out of what disks and databases say, so that they are told apart in one way wherever something is
/// kept.
///
/// The type has the variants `Corrupt`, `ReadOnly`, `DiskFull` and `Busy`. What else is said becomes what `newer` (of the
/// format found and the one known), `database` and `file` make of it.
///
/// ```
/// use std::io;
///
/// #[derive(Debug, PartialEq)]
/// enum Failure { Newer(u32), Corrupt, ReadOnly, DiskFull, Busy, Other(String) }
///
/// attune_files::disk_errors! { Failure {
///     newer: |found, _| Self::Newer(found),
///     database: |error| Self::Other(error.to_string()),
///     file: |error| Self::Other(error.to_string()),
/// } }
///
/// assert_eq!(Failure::from(io::Error::from(io::ErrorKind::StorageFull)), Failure::DiskFull);
/// ```
#[macro_export]
macro_rules! disk_errors {
    ($name:ident { newer: $newer:expr, database: $database:expr, file: $file:expr $(,)? }) => {
        impl $name {
            /// The trouble in a listener's words; none for what they can do nothing about.
            fn of_disk(trouble: $crate::DiskTrouble) -> Option<Self> {
                match trouble {
                    $crate::DiskTrouble::Corrupt => Some(Self::Corrupt),
                    $crate::DiskTrouble::ReadOnly => Some(Self::ReadOnly),
                    $crate::DiskTrouble::Full => Some(Self::DiskFull),
                    $crate::DiskTrouble::Busy => Some(Self::Busy),
                    $crate::DiskTrouble::Other => None,
                }
            }
        }

        impl From<$crate::database::SqliteError> for $name {
            fn from(error: $crate::database::SqliteError) -> Self {
                let other: fn($crate::database::SqliteError) -> Self = $database;
                Self::of_disk($crate::DiskTrouble::from(&error)).unwrap_or_else(|| other(error))
            }
        }

        impl From<::std::io::Error> for $name {
            fn from(error: ::std::io::Error) -> Self {
                let other: fn(::std::io::Error) -> Self = $file;
                Self::of_disk($crate::DiskTrouble::from(&error)).unwrap_or_else(|| other(error))
            }
        }

        impl From<$crate::database::OpenError> for $name {
            fn from(error: $crate::database::OpenError) -> Self {
                let newer: fn(u32, u32) -> Self = $newer;
                match error {
                    $crate::database::OpenError::Newer { found, known } => newer(found, known),
                    $crate::database::OpenError::Corrupt => Self::Corrupt,
                    $crate::database::OpenError::ReadOnly => Self::ReadOnly,
                    $crate::database::OpenError::Sqlite(error) => error.into(),
                    $crate::database::OpenError::File(error) => error.into(),
                }
            }
        }
    };
}
