//! Scenarios across crates: scripted sightings, the real engine, the real store, the starter catalogue.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod afternoon;
mod bad_frames;
mod bad_models;
mod keeping;
#[cfg(target_os = "linux")]
mod keyring;
mod killed;
#[cfg(target_arch = "x86_64")]
mod old_processor;
mod onnx;
mod restless;
mod small_disk;

use attune_core::{Expression, ExpressionScores, Sighting, Span, Timestamp};
use attune_session::{Engine, EngineOptions};
use attune_store::Store;
use std::path::Path;

/// A Tuesday in 2023.
const START: Timestamp = Timestamp(1_700_000_000_000);

fn options() -> EngineOptions {
    EngineOptions {
        version: "test".into(),
        seed: 11,
        starter: attune_catalogue::starter::tracks(),
        warnings: vec![],
    }
}

/// An engine over a data folder.
fn engine_in(folder: &Path) -> Engine {
    let (store, warnings) = Store::open(folder).expect("the store opens");
    assert_eq!(warnings, []);
    Engine::new(Box::new(store), options(), START)
}

/// Somebody shows an expression five times a second; gives the time afterwards.
fn watch(engine: &mut Engine, expression: Expression, from: Timestamp, seconds: i64) -> Timestamp {
    for i in 0..seconds * 5 {
        let scores = ExpressionScores::certain(expression);
        engine.see(&Sighting::Face(scores), from + Span(i * 200));
    }
    from + Span::seconds(seconds)
}
