//! `attune-cli data`: everything that is kept, as a backup and as tables.

use attune_app::export::{Cells, Exported, KeptData};
use attune_app::print;
use attune_app::restore::BackupReport;
use attune_core::AppError;
use clap::{Args, Subcommand};
use serde_json::json;
use std::path::PathBuf;

/// What to do with what is kept.
#[derive(Debug, Args)]
pub(crate) struct OwnData {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Write everything that is kept to a file, as JSON
    Export(Export),
    /// Put such a file in place of what is kept; close Attune before
    Restore(Restore),
    /// Write the moods and what was played to a table (CSV)
    History(Table),
    /// Write the tracks of all catalogues to a table (CSV), which can be imported again
    Library(Table),
}

#[derive(Debug, Args)]
struct Export {
    /// The file to write
    file: PathBuf,
    #[command(flatten)]
    kept: Kept,
}

#[derive(Debug, Args)]
struct Restore {
    /// The file that an export has written
    file: PathBuf,
    /// Only show what the file holds
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    kept: Kept,
}

#[derive(Debug, Args)]
struct Table {
    /// The file to write
    file: PathBuf,
    /// Write texts as they are, also those that a spreadsheet takes for formulas
    #[arg(long)]
    raw: bool,
    #[command(flatten)]
    kept: Kept,
}

#[derive(Debug, Args)]
struct Kept {
    /// Where everything is kept, in place of the folder that the app uses
    #[arg(long, value_name = "FOLDER")]
    data_dir: Option<PathBuf>,
}

impl Kept {
    fn open(self) -> Result<KeptData, AppError> {
        KeptData::open(self.data_dir, env!("CARGO_PKG_VERSION"))
    }
}

impl OwnData {
    /// Fails with `export_failed` and `export_empty`, with `file_unreadable`, `backup_unreadable` and `backup_newer` for a file
    /// that cannot be restored, and with the codes of what is kept.
    pub(crate) fn run(self) -> Result<(), AppError> {
        match self.what {
            What::Export(Export { file, kept }) => {
                kept.open()?.export(Exported::Everything, &file, Cells::Raw)
            }
            What::Restore(restore) => restore.run(),
            What::History(table) => table.write(Exported::History),
            What::Library(table) => table.write(Exported::Library),
        }
    }
}

impl Table {
    fn write(self, what: Exported) -> Result<(), AppError> {
        let cells = if self.raw { Cells::Raw } else { Cells::Safe };
        self.kept.open()?.export(what, &self.file, cells)
    }
}

impl Restore {
    fn run(self) -> Result<(), AppError> {
        let report: BackupReport = KeptData::preview(&self.file)?;
        print::json(&json!({ "backup": report }))?;
        if self.dry_run {
            return Ok(());
        }
        let before = self.kept.open()?.restore(&self.file)?;
        print::json(&json!({ "before": before }))
    }
}
