use super::*;
use crate::engine::EngineOptions;
use attune_core::ports::Archive as _;
use attune_core::{Affect, FeedbackKind, Settings};
use attune_testkit::{MemoryArchive, catalogue};

const START: Timestamp = Timestamp(1_700_000_000_000);
const ALL: (Timestamp, Timestamp) = (Timestamp(0), Timestamp(i64::MAX));

fn scene() -> (MemoryArchive, Engine) {
    let archive = MemoryArchive::default();
    let options = EngineOptions { version: "test".into(), seed: 1, starter: catalogue(20), warnings: vec![] };
    let engine = Engine::new(Box::new(archive.clone()), options, START);
    (archive, engine)
}

fn codes(e: &mut Engine, now: Timestamp) -> Vec<ErrorCode> {
    e.state(now).banners.iter().map(|b| b.error.code).collect()
}

fn moment(e: &mut Engine, at: Timestamp) {
    e.add_moment(at, Affect::new(0.5, 0.5), Some("a note".into()), at).unwrap();
}

#[test]
fn what_waits_is_written_by_time_and_the_banner_goes() {
    let (archive, mut e) = scene();
    archive.set_full(true);
    moment(&mut e, START);
    e.correct_mood(Affect::new(-0.4, 0.2), START + Span(1));
    let id = e.state(START).queue.next[0].id.clone();
    e.feedback(&id, FeedbackKind::Liked, START + Span(2)).unwrap();
    e.save_settings(Settings { pace: 0.875, ..e.settings().clone() }, START + Span(3));
    assert_eq!(codes(&mut e, START + Span(3)), [ErrorCode::NotSavedYet], "said once");
    assert_eq!(e.history(ALL.0, ALL.1).unwrap().len(), 2, "seen all the same");
    archive.set_full(false);
    e.tick(START + Span::seconds(9));
    assert_eq!(archive.history(ALL.0, ALL.1).unwrap().len(), 0, "not yet");
    e.tick(START + Span::seconds(11));
    let written = archive.history(ALL.0, ALL.1).unwrap();
    assert_eq!((written.len(), written[0].note.as_deref()), (2, Some("a note")));
    assert_eq!(archive.feedback().unwrap().len(), 1);
    assert!((archive.settings().pace - 0.875).abs() < 1e-9);
    assert_eq!(archive.learned().unwrap(), *e.tracker.learned());
    assert_eq!(codes(&mut e, START + Span::seconds(11)), []);
    assert_eq!(e.history(ALL.0, ALL.1).unwrap(), written, "none twice");
}

#[test]
fn a_banner_that_was_closed_comes_back_for_new_trouble_only() {
    let (archive, mut e) = scene();
    archive.set_full(true);
    moment(&mut e, START);
    e.dismiss_banner(ErrorCode::NotSavedYet);
    moment(&mut e, START + Span(1));
    e.tick(START + Span::seconds(11));
    assert_eq!(codes(&mut e, START + Span::seconds(11)), []);
    archive.set_full(false);
    e.tick(START + Span::seconds(22));
    archive.set_full(true);
    moment(&mut e, START + Span::seconds(30));
    assert_eq!(codes(&mut e, START + Span::seconds(30)), [ErrorCode::NotSavedYet]);
}

#[test]
fn entries_that_wait_can_be_changed_and_deleted() {
    let (archive, mut e) = scene();
    archive.set_full(true);
    moment(&mut e, START);
    moment(&mut e, START + Span(5));
    let ids: Vec<_> = e.history(ALL.0, ALL.1).unwrap().iter().map(|entry| entry.id).collect();
    let edit = HistoryEdit { affect: Some(Affect::new(-0.6, 0.3)), note: Some(" other ".into()) };
    e.edit_history(ids[0], &edit).unwrap();
    e.delete_history(ids[1]).unwrap();
    archive.set_full(false);
    e.tick(START + Span::seconds(11));
    let written = archive.history(ALL.0, ALL.1).unwrap();
    assert_eq!(written.len(), 1);
    assert_eq!((written[0].word, written[0].note.as_deref()), (MoodWord::Upset, Some("other")));
}

#[test]
fn a_correction_that_waited_can_be_taken_back_once_it_is_written() {
    let (archive, mut e) = scene();
    archive.set_full(true);
    e.correct_mood(Affect::new(0.5, 0.2), START);
    archive.set_full(false);
    e.tick(START + Span::seconds(11));
    assert_eq!(archive.history(ALL.0, ALL.1).unwrap().len(), 1);
    e.undo_correction(START + Span::seconds(12));
    assert_eq!(archive.history(ALL.0, ALL.1).unwrap(), []);
}

#[test]
fn what_waits_is_bounded_and_the_newest_stay() {
    let (archive, mut e) = scene();
    archive.set_full(true);
    let count = i64::try_from(LIMIT).unwrap() + 10;
    for n in 0..count {
        moment(&mut e, START + Span(n));
    }
    let waiting = e.history(ALL.0, ALL.1).unwrap();
    assert_eq!((waiting.len(), waiting[0].at as i64), (LIMIT, START.0 + 10));
    archive.set_full(false);
    e.leave(START + Span(count));
    assert_eq!(archive.history(ALL.0, ALL.1).unwrap().len(), LIMIT, "written before the session ends");
}

#[test]
fn nothing_that_waited_outlives_erasing() {
    let (archive, mut e) = scene();
    archive.set_full(true);
    moment(&mut e, START);
    archive.set_full(false);
    e.erase(START + Span(1)).unwrap();
    e.tick(START + Span::seconds(60));
    assert_eq!((archive.history(ALL.0, ALL.1).unwrap(), e.history(ALL.0, ALL.1).unwrap()), (vec![], vec![]));
}
