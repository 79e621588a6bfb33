//! Files that the listener chooses. The platform's part opens the dialog; the work on the file is done before it returns,
//! since where files have no path it is a copy that goes afterwards.

pub(crate) use crate::platform::dialogs::{folder, open, save};
pub(crate) use attune_app::FileKind;
