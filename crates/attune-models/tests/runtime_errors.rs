//! Wrong libraries in the place of ONNX Runtime. One test in a process of its own, since a process keeps the first
//! library that works.
#![cfg(target_os = "linux")]

use attune_core::ErrorCode;
use attune_models::{Runtime, runtime};
use std::fs;
use std::path::Path;

#[test]
fn a_wrong_library_is_an_error_and_the_right_one_still_loads() {
    let dir = tempfile::tempdir().unwrap();
    let place = dir.path().join("libonnxruntime.so");
    let code = |path: &Path| Runtime::load(path).unwrap_err().code();
    assert_eq!(code(&place), ErrorCode::RuntimeMissing);
    fs::write(&place, "").unwrap();
    assert_eq!(code(&place), ErrorCode::RuntimeIncompatible);
    fs::write(&place, vec![b'x'; 100_000]).unwrap();
    assert_eq!(code(&place), ErrorCode::RuntimeIncompatible);
    fs::write(&place, "\0https://mobile.events.data.microsoft.com/OneCollector/1.0/\0").unwrap();
    assert_eq!(code(&place), ErrorCode::RuntimeReports, "without the switch");
    // A library that loads, but is another one.
    let maps = fs::read_to_string("/proc/self/maps").unwrap();
    let other =
        maps.lines().filter_map(|l| l.split_whitespace().last()).find(|l| l.contains("/libc.so")).unwrap();
    assert_eq!(code(Path::new(other)), ErrorCode::RuntimeIncompatible);

    let Ok(real) = runtime::find(None) else {
        println!("skipped: no library in this checkout");
        return;
    };
    let bytes = fs::read(&real).unwrap();
    fs::write(&place, &bytes[..bytes.len() * 2 / 3]).unwrap();
    assert_eq!(code(&place), ErrorCode::RuntimeIncompatible);
    Runtime::load(&real).unwrap();
    // From now on every path gives the library that works.
    Runtime::load(&place).unwrap();
}
