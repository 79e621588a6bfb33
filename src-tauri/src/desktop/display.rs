//! Whether there is a display to open a window on. Asked before anything else: the libraries below end the program with a
//! backtrace where there is none.

/// Ends the program with code 1 and a sentence where no window can be opened.
pub(crate) fn require() {
    if !is_there() {
        eprintln!(
            "Attune opens a window and needs a desktop for it, and no display can be opened here: start it in a \
             graphical session, or run it under Xvfb (xvfb-run attune)."
        );
        std::process::exit(1);
    }
}

/// Opens the display as the window library would; that this was done already is no trouble for it.
#[cfg(target_os = "linux")]
fn is_there() -> bool {
    gtk::init().is_ok()
}

/// These systems always have one.
#[cfg(not(target_os = "linux"))]
fn is_there() -> bool {
    true
}
