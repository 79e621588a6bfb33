//! `cargo xtask screenshots`: pictures of the real window, for the README and for looking at.

use anyhow::{Result, bail};

use crate::{
    repo,
    setup::{self, Level},
    test::{desktop, steps::Outcome},
    ui,
};

/// Runs the part of the window tests that takes pictures.
pub(crate) fn take() -> Result<()> {
    setup::setup(Level::Test)?;
    ui::build()?;
    desktop::build_everything()?;
    match desktop::run(&["screenshots"])? {
        Outcome::Done(_) | Outcome::Flaky(..) => {
            println!("{}", repo::shown(&repo::target().join("screenshots")));
        }
        Outcome::Skipped(why) => bail!("no pictures: {why}"),
        Outcome::Failed(..) => bail!("the window could not be pictured"),
    }
    Ok(())
}
