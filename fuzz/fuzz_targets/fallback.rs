//! The check `fallback` under libFuzzer, which starts from the seeds in the folder that `ATTUNE_CORPUS` names.

#![no_main]

use attune_tests::fuzz;

libfuzzer_sys::fuzz_target!(
    init: {
        if let Some(folder) = std::env::var_os("ATTUNE_CORPUS") {
            fuzz::plant("fallback", folder.as_ref()).expect("a folder to write to");
        }
    },
    |bytes: &[u8]| fuzz::check("fallback", bytes)
);
