//! The entry as a file: in the XDG autostart folder, or as a launch agent.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The file, and what stands in it for this program.
pub(super) struct Place {
    file: PathBuf,
    text: String,
}

impl Place {
    /// The place for the program that runs; none where the system names no home, or on a phone.
    pub(super) fn of_program() -> Option<Self> {
        // What an AppImage runs lies in a folder that goes with it.
        let image = std::env::var_os("APPIMAGE").map(PathBuf::from);
        let program = image.or_else(|| std::env::current_exe().ok())?;
        let home = PathBuf::from(std::env::var_os("HOME")?);
        if cfg!(target_os = "macos") {
            let file = home.join("Library/LaunchAgents/app.attune.player.plist");
            Some(Self { file, text: agent(program.to_str()?) })
        } else if cfg!(target_os = "linux") {
            let named =
                std::env::var_os("XDG_CONFIG_HOME").map(PathBuf::from).filter(|path| path.is_absolute());
            Self::in_config(&named.unwrap_or_else(|| home.join(".config")), &program)
        } else {
            None
        }
    }

    /// The place in a folder of configuration; none for a program whose path is no text.
    fn in_config(config: &Path, program: &Path) -> Option<Self> {
        let file = config.join("autostart/app.attune.player.desktop");
        Some(Self { file, text: entry(program.to_str()?) })
    }

    /// Whether this program starts: the desktop's own settings switch an entry off by a line in it.
    pub(super) fn is_on(&self) -> bool {
        let Ok(found) = fs::read_to_string(&self.file) else { return false };
        if cfg!(target_os = "macos") {
            return found == self.text;
        }
        let off = ["Hidden=true", "X-GNOME-Autostart-enabled=false"];
        let line = |start: &str| found.lines().find(|line| line.starts_with(start)).map(str::trim_end);
        let same_program = line("Exec=").is_some_and(|exec| self.text.lines().any(|own| own == exec));
        same_program && !found.lines().any(|line| off.contains(&line.trim_end()))
    }

    /// Writes the entry, in place of one that was there.
    pub(super) fn switch_on(&self) -> io::Result<()> {
        if let Some(folder) = self.file.parent() {
            fs::create_dir_all(folder)?;
        }
        attune_files::replace(&self.file, self.text.as_bytes())
    }

    /// Removes the entry; that there is none is fine.
    pub(super) fn switch_off(&self) -> io::Result<()> {
        match fs::remove_file(&self.file) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }
}

/// A desktop entry that starts a program hidden.
fn entry(program: &str) -> String {
    format!(
        "[Desktop Entry]\nType=Application\nName=Attune\nExec={} --hidden\nIcon=attune\nTerminal=false\n\
         X-GNOME-Autostart-enabled=true\n",
        quoted(program)
    )
}

/// A word of an `Exec` line: quoted, and escaped once as such and once more as text of a desktop entry.
fn quoted(word: &str) -> String {
    let mut quoted = String::from("\"");
    for character in word.chars() {
        match character {
            '"' | '`' | '$' => quoted.extend(["\\\\", character.encode_utf8(&mut [0; 4])]),
            '\\' => quoted.push_str("\\\\\\\\"),
            '%' => quoted.push_str("%%"),
            '\n' => quoted.push_str("\\n"),
            other => quoted.push(other),
        }
    }
    quoted + "\""
}

/// A launch agent that starts a program hidden.
fn agent(program: &str) -> String {
    let program = program.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" \
         \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">\n<plist version=\"1.0\">\n<dict>\n\
         <key>Label</key>\n<string>app.attune.player</string>\n<key>ProgramArguments</key>\n<array>\n\
         <string>{program}</string>\n<string>--hidden</string>\n</array>\n<key>RunAtLoad</key>\n<true/>\n</dict>\n</plist>\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(config: &Path, program: &str) -> Place {
        Place::in_config(config, Path::new(program)).unwrap()
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn it_says_what_is_true() {
        let home = tempfile::tempdir().unwrap();
        let place = place(home.path(), "/usr/bin/attune");
        let file = home.path().join("autostart/app.attune.player.desktop");
        assert!(!place.is_on());
        place.switch_on().unwrap();
        assert!(place.is_on());
        let text = fs::read_to_string(&file).unwrap();
        assert!(text.contains("\nExec=\"/usr/bin/attune\" --hidden\n"), "{text}");

        // As the settings of desktops switch an entry off.
        for line in ["Hidden=true", "X-GNOME-Autostart-enabled=false"] {
            fs::write(&file, format!("{text}{line}\n")).unwrap();
            assert!(!place.is_on(), "{line}");
            place.switch_on().unwrap();
            assert!(place.is_on(), "switched on again");
        }
        fs::write(&file, text.replace("/usr/bin/attune", "/opt/attune")).unwrap();
        assert!(!place.is_on(), "another copy starts");
        fs::remove_file(&file).unwrap();
        assert!(!place.is_on(), "somebody removed it");
        place.switch_on().unwrap();
        place.switch_off().unwrap();
        assert!(!file.exists());
        place.switch_off().unwrap();
    }

    #[test]
    fn every_path_is_one_word_of_the_entry() {
        let odd = "/home/a b/50% \"off\" `x` $HOME \\ ü/attune";
        let wanted = "\"/home/a b/50%% \\\\\"off\\\\\" \\\\`x\\\\` \\\\$HOME \\\\\\\\ ü/attune\"";
        assert_eq!(quoted(odd), wanted);
        assert!(agent("/Apps/A&B <x>").contains("<string>/Apps/A&amp;B &lt;x&gt;</string>"));
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn where_nothing_can_be_written_it_says_so() {
        let home = tempfile::tempdir().unwrap();
        fs::write(home.path().join("autostart"), "a file in the folder's place").unwrap();
        let place = place(home.path(), "/usr/bin/attune");
        assert!(place.switch_on().is_err());
        assert!(!place.is_on());
    }
}
