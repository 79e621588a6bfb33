//! The machine that figures belong to.

use std::{env, fs, thread};

use crate::exec::Exec;

/// One line: processor, cores, system, compiler.
pub(super) fn describe() -> String {
    let information = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = model(&information).unwrap_or("unknown processor").to_owned();
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let compiler = Exec::new("rustc").arg("--version").read().unwrap_or_default();
    format!("{model}, {cores} cores, {} {}, {}", env::consts::OS, env::consts::ARCH, compiler.trim())
}

fn model(information: &str) -> Option<&str> {
    let line = information.lines().find(|line| line.starts_with("model name"))?;
    Some(line.split_once(':')?.1.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_processor_has_a_name() {
        let information = "processor\t: 0\nmodel name\t: A Processor @ 2.00GHz\nflags\t: x\n";
        assert_eq!(model(information), Some("A Processor @ 2.00GHz"));
        assert_eq!(model(""), None);
    }
}
