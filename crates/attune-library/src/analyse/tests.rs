//! Listening through a function that hears what the tests want.

use super::*;
use crate::scene::Scene;
use attune_core::ErrorCode;
use attune_core::{Affect, AffectEstimate};
use std::sync::atomic::{AtomicU32, Ordering};

fn request(features: u32, model: &str) -> AnalysisRequest {
    AnalysisRequest {
        versions: AnalysisVersions { features, model: model.to_owned() },
        threads: 2,
        effort: 1.0,
    }
}

fn heard() -> TrackAnalysis {
    TrackAnalysis {
        features: b"numbers".to_vec(),
        affect: Some(AffectEstimate::with_sd(Affect::new(0.5, -0.5), 0.2)),
        loudness: Some(-12.0),
        peak: Some(-6.0),
        tempo: Some(93.0),
        length_ms: Some(61_000),
    }
}

fn scene(titles: &[&str]) -> Scene {
    let scene = Scene::new();
    for (at, title) in (0_i64..).zip(titles) {
        scene.write(&format!("{title}.wav"), 3 + 2 * at as u8, title);
        scene.scan_at(Timestamp(10 + at));
    }
    scene
}

/// Runs with this function, and gives what it was asked to hear.
fn run(
    scene: &Scene,
    request: &AnalysisRequest,
    hear: impl Fn(&Job) -> Result<TrackAnalysis, NotAnalysed> + Sync,
) -> (Result<AnalyseReport, AppError>, Vec<String>) {
    let names = Mutex::new(Vec::new());
    let hear = |job: &Job, _: &dyn Fn() -> bool| {
        names.lock().unwrap().push(job.path.file_stem().unwrap().to_string_lossy().into_owned());
        hear(job)
    };
    let report = scene.library.analyse(request, &Control::new(), &|| Timestamp(99), &hear, &|_| {});
    (report, names.into_inner().unwrap())
}

#[test]
fn everything_is_heard_once_the_newest_first() {
    let scene = scene(&["a", "b", "c"]);
    let one = AnalysisRequest { threads: 1, ..request(1, "x") };
    let (report, names) = run(&scene, &one, |_| Ok(heard()));
    assert_eq!(report.unwrap(), AnalyseReport { heard: 3, ..AnalyseReport::default() });
    assert_eq!(names, ["c", "b", "a"]);
    let counts = scene.library.analysis_counts(&one.versions).unwrap();
    assert_eq!(counts, AnalysisCounts { heard: 3, failed: 0, waiting: 0 });
    assert_eq!(run(&scene, &one, |_| Ok(heard())).1, Vec::<String>::new());
    let track = &scene.library.tracks().unwrap()[0];
    assert_eq!(
        (track.tempo, track.affect.sources.as_slice()),
        (Some(93.0), &[attune_core::track::AffectSource::Audio][..])
    );
    assert!((track.affect.estimate.mean.valence - 0.5).abs() < 1e-9);
    let levels = scene.library.loudness(&track.id).unwrap();
    // The tag goes before the measurement.
    assert_eq!((levels.gain(false), levels.loudness), (Some(-7.5), Some(-12.0)));
    assert!((levels.peak(true).unwrap() - 0.501).abs() < 1e-3);
    assert_eq!(scene.library.features(&track.id).unwrap().unwrap(), b"numbers");
    // The length is that of the sound, whatever the file's head says.
    let shown = scene.library.track(&track.id).unwrap().unwrap();
    assert_eq!((track.duration_ms, shown.duration_ms), (Some(61_000), Some(61_000)));
}

#[test]
fn what_is_stale_is_heard_again_and_features_serve_a_new_model() {
    let scene = scene(&["a", "b"]);
    run(&scene, &request(1, "x"), |_| Ok(heard())).0.unwrap();
    let counts = |o: &AnalysisRequest| scene.library.analysis_counts(&o.versions).unwrap();
    assert_eq!(counts(&request(1, "y")), AnalysisCounts { heard: 0, failed: 0, waiting: 2 });
    let (_, names) = run(&scene, &request(1, "y"), |job| {
        assert_eq!(job.features, Some(b"numbers".as_slice()));
        Ok(heard())
    });
    assert_eq!(names.len(), 2);
    let (_, names) = run(&scene, &request(2, "y"), |job| {
        assert_eq!(job.features, None);
        Ok(heard())
    });
    assert_eq!(names.len(), 2);
    // Another sound in the same file is heard too; other tags are not.
    scene.write("a.wav", 77, "a");
    scene.write("b.wav", 5, "B flat");
    scene.scan();
    assert_eq!(run(&scene, &request(2, "y"), |_| Ok(heard())).1, ["a"]);
}

#[test]
fn what_cannot_be_heard_is_remembered() {
    let scene = scene(&["a", "b"]);
    let bad = || Err(NotAnalysed::File(AppError::new(ErrorCode::AudioDamaged, "No.")));
    let hear =
        |job: &Job| if job.path.ends_with("a.wav") { bad() } else { panic!("a decoder that breaks off") };
    let (report, names) = run(&scene, &request(1, "x"), hear);
    assert_eq!((report.unwrap().failed, names.len()), (2, 2));
    assert_eq!(run(&scene, &request(1, "x"), |_| Ok(heard())).1.len(), 0);
    let hearing = scene.library.track(&scene.id("a")).unwrap().unwrap().hearing;
    assert_eq!(hearing, crate::Hearing::Failed { code: ErrorCode::AudioDamaged, message: "No.".into() });
    scene.library.retry_unheard().unwrap();
    assert_eq!(run(&scene, &request(1, "x"), |_| Ok(heard())).0.unwrap().heard, 2);
}

#[test]
fn trouble_that_is_no_file_s_fault_ends_the_work() {
    let scene = scene(&["a", "b", "c"]);
    let one = AnalysisRequest { threads: 1, ..request(1, "x") };
    let (report, names) =
        run(&scene, &one, |_| Err(NotAnalysed::All(AppError::new(ErrorCode::AudioModel, "Gone."))));
    assert_eq!((report.unwrap_err().code, names.len()), (ErrorCode::AudioModel, 1));
    assert_eq!(scene.library.analysis_counts(&one.versions).unwrap().waiting, 3);
}

#[test]
fn a_cancelled_file_waits_for_the_next_time() {
    let scene = scene(&["a", "b"]);
    let control = Control::new();
    let asked = AtomicU32::new(0);
    let hear = |_: &Job, go_on: &dyn Fn() -> bool| {
        while go_on() {
            if asked.fetch_add(1, Ordering::Relaxed) == 5 {
                control.cancel();
            }
        }
        Err(NotAnalysed::File(AppError::new(ErrorCode::AudioStopped, "Stopped.")))
    };
    let report = scene.library.analyse(&request(1, "x"), &control, &|| Timestamp(1), &hear, &|_| {}).unwrap();
    assert_eq!(report, AnalyseReport { cancelled: true, ..AnalyseReport::default() });
    assert_eq!(run(&scene, &request(1, "x"), |_| Ok(heard())).0.unwrap().heard, 2);
}

#[test]
fn a_file_out_of_reach_waits() {
    let scene = scene(&["a", "b"]);
    std::fs::remove_file(scene.path("a.wav")).unwrap();
    let (report, names) = run(&scene, &request(1, "x"), |_| Ok(heard()));
    assert_eq!((report.unwrap().away, names), (1, vec!["b".to_owned()]));
}

#[test]
fn a_disk_that_fails_is_tried_again() {
    let scene = scene(&["a", "b"]);
    let hear = |job: &Job| {
        let failed = || NotAnalysed::File(AppError::new(ErrorCode::AudioUnreadable, "Input/output error."));
        if job.path.ends_with("a.wav") { Err(failed()) } else { Ok(heard()) }
    };
    let (report, names) = run(&scene, &request(1, "x"), hear);
    let wanted = AnalyseReport { heard: 1, away: 1, ..AnalyseReport::default() };
    assert_eq!((report.unwrap(), names.len()), (wanted, 2));
    assert_eq!(scene.library.track(&scene.id("a")).unwrap().unwrap().hearing, crate::Hearing::Waiting);
    assert_eq!(run(&scene, &request(1, "x"), |_| Ok(heard())).1, ["a"]);
}

/// Rows of tracks whose files are nowhere, in batches and more.
fn away(library: &Library, tracks: u32) {
    let db = library.writer();
    db.execute(
        "INSERT OR IGNORE INTO folders (id, path, added_at) VALUES (1, CAST('/nowhere' AS BLOB), 1)",
        [],
    )
    .unwrap();
    for i in 0..tracks {
        let name = format!("local:away{i}");
        let track = "INSERT INTO tracks (name, sound, found_at, title, artist, format)
                     VALUES (?1, CAST(?1 AS BLOB), 1, 'x', '', 'mp3')";
        db.execute(track, [&name]).unwrap();
        let file = "INSERT INTO files (folder, path, size, modified, track)
                    VALUES (1, CAST(?1 AS BLOB), 1, 1, last_insert_rowid())";
        db.execute(file, [&name]).unwrap();
    }
}

#[test]
fn tracks_that_are_away_are_looked_at_once_and_the_others_heard() {
    let scene = scene(&["a", "b"]);
    away(&scene.library, 600);
    let (report, mut names) = run(&scene, &request(1, "x"), |_| Ok(heard()));
    names.sort();
    assert_eq!((report.unwrap().away, names), (600, vec!["a".to_owned(), "b".to_owned()]));
}

/// Cancelled before a track that can be heard is reached, it looks at no more.
#[test]
fn passing_over_what_is_away_can_be_cancelled() {
    let library = Library::in_memory().unwrap();
    away(&library, 300);
    let control = Control::new();
    control.cancel();
    let hear = |_: &Job, _: &dyn Fn() -> bool| panic!("there is nothing to hear");
    let report = library.analyse(&request(1, "x"), &control, &|| Timestamp(1), &hear, &|_| {}).unwrap();
    assert_eq!((report.cancelled, report.away), (true, 0));
}

#[test]
fn what_is_found_meanwhile_is_heard_next_and_nothing_twice() {
    let scene = scene(&["a", "b", "c"]);
    let one = AnalysisRequest { threads: 1, ..request(1, "x") };
    let found = AtomicU32::new(0);
    let (report, names) = run(&scene, &one, |_| {
        if found.fetch_add(1, Ordering::Relaxed) == 0 {
            scene.write("d.wav", 99, "d");
            scene.scan();
        }
        Ok(heard())
    });
    assert_eq!((report.unwrap().heard, names), (4, ["c", "d", "b", "a"].map(str::to_owned).to_vec()));
}

#[test]
fn what_waits_is_counted_off_as_it_is_done() {
    let scene = scene(&["a", "b", "c"]);
    let one = AnalysisRequest { threads: 1, ..request(1, "x") };
    let waiting = Mutex::new(Vec::new());
    let progress = |p: &AnalyseProgress| waiting.lock().unwrap().push(p.waiting);
    let hear = |_: &Job, _: &dyn Fn() -> bool| Ok(heard());
    scene.library.analyse(&one, &Control::new(), &|| Timestamp(1), &hear, &progress).unwrap();
    assert_eq!(*waiting.lock().unwrap(), [2, 1, 0]);
    assert_eq!(scene.library.analysis_counts(&one.versions).unwrap().heard, 3);
    std::fs::remove_file(scene.path("b.wav")).unwrap();
    scene.scan();
    let counts = scene.library.analysis_counts(&one.versions).unwrap();
    assert_eq!(counts, AnalysisCounts { heard: 2, failed: 0, waiting: 0 });
}
