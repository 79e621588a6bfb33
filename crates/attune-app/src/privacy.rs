//! What a program that sees and hears people does first of all.

/// To be called first in `main`, since it may start this program anew.
///
/// No library reports to anybody (see [`switch_telemetry_off`](attune_models::runtime::switch_telemetry_off)), and a crash
/// leaves no picture of this program's memory, in which pictures and sounds are while they are looked at. A debugger that
/// runs under the listener's own account can still read it.
pub fn keep_private() {
    attune_models::runtime::switch_telemetry_off();
    #[cfg(unix)]
    write_no_core();
}

/// Limits core dumps to one byte. No file can be that small, and Linux, which asks programs that collect core dumps whatever
/// other limit is set, does not ask them under this one (`do_coredump` in `fs/coredump.c`).
#[cfg(unix)]
fn write_no_core() {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    let maximum = getrlimit(Resource::Core).maximum;
    // Lowering a limit of one's own is always permitted; nothing is logged yet that could say otherwise.
    let limit = Rlimit { current: maximum.map_or(Some(1), |most| Some(most.min(1))), maximum };
    let _ = setrlimit(Resource::Core, limit);
}
