//! A program that starts itself anew, for the sake of variables that a library reads from the environment.

/// Puts this program in its own place, with the same arguments and these variables set.
///
/// To be called in `main` before anything else: a program cannot change its environment safely while it runs. It comes
/// back only where a program cannot take the place of another one (Windows) or that fails; then nothing has happened.
pub fn start_again_with(variables: &[(&str, &str)]) {
    #[cfg(unix)]
    {
        use std::env;
        use std::os::unix::process::CommandExt as _;
        let Ok(program) = env::current_exe() else { return };
        let mut arguments = env::args_os();
        let mut again = std::process::Command::new(program);
        if let Some(name) = arguments.next() {
            again.arg0(name);
        }
        drop(again.args(arguments).envs(variables.iter().copied()).exec());
    }
    #[cfg(not(unix))]
    let _ = variables;
}
