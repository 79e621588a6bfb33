use super::*;
use crate::catalogue_page::{LibraryQuery, SortedCatalogues};
use crate::view::LibrarySort;
use attune_core::ErrorCode;
use attune_core::history::HistoryEdit;
use attune_core::{Affect, Expression, ExpressionScores, FeedbackKind, Modality, Policy, Sighting, Span};
use attune_testkit::{MemoryArchive, catalogue, track};
use std::collections::HashSet;

const START: Timestamp = Timestamp(1_700_000_000_000);

fn options(starter: Vec<Track>) -> EngineOptions {
    EngineOptions { version: "test".into(), seed: 1, starter, warnings: vec![] }
}

fn engine_over(archive: &MemoryArchive) -> Engine {
    Engine::new(Box::new(archive.clone()), options(catalogue(20)), START)
}

fn engine() -> Engine {
    engine_over(&MemoryArchive::default())
}

fn titles(engine: &mut Engine, now: Timestamp) -> Vec<String> {
    let queue = engine.state(now).queue;
    queue.current.iter().chain(&queue.next).map(|e| e.title.clone()).collect()
}

fn watch(engine: &mut Engine, e: Expression, from: Timestamp, seconds: i64) -> Timestamp {
    for i in 0..seconds * 5 {
        engine.see(&Sighting::Face(ExpressionScores::certain(e)), from + Span(i * 200));
    }
    from + Span::seconds(seconds)
}

#[test]
fn there_is_music_before_anything_is_known() {
    let state = engine().state(START);
    assert!(state.queue.current.is_some());
    assert_eq!(state.queue.next.len(), ranking::QUEUE_LENGTH);
    assert!(state.queue.next.iter().all(|e| !e.reasons.is_empty()));
}

#[test]
fn the_queue_follows_the_listeners_word() {
    let mut e = engine();
    let truth = Affect::new(-0.7, -0.6);
    e.correct_mood(truth, START);
    let state = e.state(START);
    let first = state.queue.current.as_ref().unwrap();
    assert!(
        first.affect.mean.distance(truth) < 0.5,
        "nothing sounds, so the first one follows too: {first:?}"
    );
    let last = state.queue.next.last().unwrap();
    assert!(last.affect.mean.distance(truth) < 0.5, "{last:?}");
    assert_eq!(state.mood.source, Some(Modality::You));
    let events = e.drain();
    assert!(events.iter().any(|ev| matches!(ev, UiEvent::Queue(_))));
    assert!(events.iter().any(|ev| matches!(ev, UiEvent::Mood(_))));
}

#[test]
fn a_face_for_a_minute_turns_the_queue_but_a_glance_does_not() {
    let mut e = engine();
    let calm = watch(&mut e, Expression::Neutral, START, 120);
    let before = titles(&mut e, calm);
    let glance = watch(&mut e, Expression::Happiness, calm, 2);
    assert_eq!(titles(&mut e, glance), before);
    let long = watch(&mut e, Expression::Happiness, glance, 180);
    assert_ne!(titles(&mut e, long), before);
}

#[test]
fn a_picture_turns_the_queue_at_once() {
    let mut e = engine();
    watch(&mut e, Expression::Neutral, START, 60);
    let at = START + Span::seconds(60);
    e.see_picture(&Sighting::Face(ExpressionScores::certain(Expression::Sadness)), at);
    assert!(e.state(at).mood.settled.valence < -0.3);
}

#[test]
fn path_steps_from_what_is_on_to_the_goal() {
    let mut e = engine();
    e.correct_mood(Affect::new(-0.8, 0.6), START);
    e.set_policy(Policy::Calm, START);
    let state = e.state(START);
    let mut at = state.queue.current.unwrap().target;
    for entry in &state.queue.next {
        assert!(at.axis_distance(entry.target) <= attune_core::policy::MAX_STEP + 1e-9);
        at = entry.target;
    }
    assert!(at.axis_distance(state.policy.goal) < 1e-9);
    assert!(state.policy.goal.arousal <= -0.5);
}

#[test]
fn never_is_for_ever_and_can_be_undone() {
    let archive = MemoryArchive::default();
    let mut e = engine_over(&archive);
    let before = titles(&mut e, START);
    let id = e.state(START).queue.next[3].id.clone();
    e.feedback(&id, FeedbackKind::Never, START).unwrap();
    assert!(!titles(&mut e, START).contains(&before[4]));
    let mut again = engine_over(&archive);
    assert!(!titles(&mut again, START).contains(&before[4]), "kept over a restart");
    assert!(e.undo_feedback(START));
    assert_eq!(titles(&mut e, START), before);
    assert!(!e.undo_feedback(START));
    assert_eq!(titles(&mut engine_over(&archive), START), before);
}

#[test]
fn next_moves_on_without_repeating() {
    let mut e = engine();
    let mut heard = HashSet::new();
    for i in 0..30 {
        let now = START + Span::minutes(i);
        let current = e.state(now).queue.current.unwrap();
        assert!(heard.insert(current.id.clone()), "{} came twice", current.title);
        e.next_track(now);
    }
}

#[test]
fn pinned_tracks_stay_where_they_are() {
    let mut e = engine();
    let id = e.state(START).queue.next[5].id.clone();
    e.pin(&id, true);
    e.correct_mood(Affect::new(-0.9, 0.9), START);
    let queue = e.state(START).queue;
    assert_eq!(queue.next[5].id, id);
    assert_eq!(queue.next.len(), ranking::QUEUE_LENGTH);
    let distinct: HashSet<_> = queue.next.iter().map(|n| &n.id).collect();
    assert_eq!(distinct.len(), queue.next.len());
}

#[test]
fn classic_is_the_published_list() {
    let starter = vec![
        track("a", "A", 0.1, 0.1).mood_word("Happy").popularity(10).build(),
        track("b", "A", 0.1, 0.1).mood_word("Happy").popularity(90).build(),
        track("c", "C", 0.1, 0.1).mood_word("Calm").popularity(99).build(),
    ];
    let mut e = Engine::new(Box::new(MemoryArchive::default()), options(starter), START);
    e.set_policy(Policy::Classic, START);
    let mut now = watch(&mut e, Expression::Happiness, START, 60);
    now = now + Span(1);
    e.next_track(now);
    let list = titles(&mut e, now);
    assert!(list.iter().all(|t| t != "c"), "{list:?}");
}

#[test]
fn history_is_written_edited_and_deleted() {
    let mut e = engine();
    let now = watch(&mut e, Expression::Happiness, START, 120);
    e.correct_mood(Affect::new(0.2, -0.8), now);
    let all = |e: &Engine| e.history(START, START + Span::minutes(60)).unwrap();
    let entries = all(&e);
    assert!(entries.len() >= 2 && entries.len() < 6, "{} entries", entries.len());
    assert_eq!(entries.last().unwrap().source, Modality::You);
    let id = entries[0].id;
    e.edit_history(id, &HistoryEdit { affect: Some(Affect::NEUTRAL), note: Some("tea".into()) }).unwrap();
    assert_eq!(all(&e)[0].note.as_deref(), Some("tea"));
    e.delete_history(id).unwrap();
    assert!(all(&e).iter().all(|h| h.id != id));
}

#[test]
fn catalogues_come_and_go() {
    let archive = MemoryArchive::default();
    let mut e = engine_over(&archive);
    let info = e.add_catalogue("mine.csv", vec![track("Mine", "Me", 0.0, 0.0).build()], START).unwrap();
    let page = |e: &Engine, text: &str| {
        let query = LibraryQuery {
            text: text.into(),
            sort: LibrarySort::Title,
            descending: false,
            offset: 0,
            limit: 10,
        };
        SortedCatalogues::default().page(&e.catalogues(), &query)
    };
    assert_eq!(page(&e, "mine").total, 1);
    assert_eq!(page(&e, "").total, 401);
    e.enable_catalogue("starter", false, START).unwrap();
    assert_eq!(page(&e, "").total, 1);
    assert_eq!(titles(&mut e, START), ["Mine"]);
    assert!(!engine_over(&archive).settings().starter, "kept over a restart");
    e.remove_catalogue(&info.id, START).unwrap();
    assert!(e.state(START).queue.current.is_none(), "no catalogue, no queue");
    assert_eq!(e.remove_catalogue(&info.id, START).unwrap_err().code, ErrorCode::CatalogueGone);
}

#[test]
fn a_full_disk_is_shown_and_the_music_goes_on() {
    let archive = MemoryArchive::default();
    let mut e = engine_over(&archive);
    archive.set_full(true);
    e.correct_mood(Affect::new(0.8, 0.8), START);
    e.next_track(START);
    let state = e.state(START);
    assert_eq!(state.banners.len(), 1);
    assert_eq!(state.banners[0].error.code, ErrorCode::NotSavedYet);
    assert!(state.queue.current.is_some());
    e.dismiss_banner(ErrorCode::NotSavedYet);
    assert!(e.state(START).banners.is_empty());
}

#[test]
fn erasing_forgets_everything() {
    let mut e = engine();
    let fresh = e.state(START);
    let now = watch(&mut e, Expression::Anger, START, 60);
    e.add_catalogue("mine.csv", vec![track("Mine", "Me", 0.0, 0.0).build()], now).unwrap();
    e.set_policy(Policy::Lift, now);
    e.next_track(now);
    e.erase(now).unwrap();
    let state = e.state(now);
    assert_eq!(state.settings, Settings::default());
    assert_eq!(state.mood, fresh.mood);
    assert_eq!(state.catalogues.len(), 1);
    assert!(e.history(START, now + Span(1)).unwrap().is_empty());
}

#[test]
fn the_same_input_gives_the_same_events() {
    let run = || {
        let mut e = engine();
        let now = watch(&mut e, Expression::Surprise, START, 30);
        e.set_policy(Policy::Energise, now);
        e.next_track(now);
        e.drain()
    };
    assert_eq!(run(), run());
}

#[test]
fn changed_settings_leave_what_was_changed_elsewhere_meanwhile() {
    let mut e = engine();
    let before = e.settings().clone();
    e.set_volume(attune_core::player::Volume::percent(35));
    e.set_hold(Affect::new(0.3, 0.3), START);
    e.change_settings(&before, Settings { pace: 0.9, ..before.clone() }, START);
    let expected = Settings { pace: 0.9, ..e.settings().clone() };
    assert_eq!(e.settings(), &expected);
    assert_eq!((e.settings().volume.as_percent(), e.settings().policy), (35, Policy::Hold));
}

#[test]
fn a_moved_track_stays_where_it_was_put_and_undo_lets_it_go() {
    let mut e = engine();
    let ids = |e: &Engine| e.queue_view().next.into_iter().map(|t| t.id).collect::<Vec<_>>();
    let moved = ids(&e)[6].clone();
    e.move_in_queue(&moved, 1, START);
    assert_eq!(ids(&e)[1], moved);
    e.set_policy(Policy::Energise, START);
    assert_eq!(ids(&e)[1], moved, "also when the others are ranked again");
    e.move_in_queue(&moved, 1000, START);
    assert_eq!(ids(&e).last(), Some(&moved));
    assert_eq!(e.queue_view().undo_depth, 1, "moving it on is not a second action");
    e.undo_feedback(START);
    assert!(e.queue_view().next.iter().all(|t| !t.pinned));
    e.move_in_queue(&attune_core::TrackId("unknown".into()), 0, START);
}

#[test]
fn a_moment_can_be_added_and_what_was_heard_is_told_with_its_time() {
    let mut e = engine();
    let later = START + Span::minutes(9);
    e.add_moment(START, Affect::new(-0.7, 0.6), Some(" Late train. ".into()), later).unwrap();
    e.add_moment(later + Span::minutes(60), Affect::new(0.5, 0.0), Some(" ".into()), later).unwrap();
    let entries = e.history(START, later + Span(1)).unwrap();
    assert_eq!(entries[0].note.as_deref(), Some("Late train."));
    assert_eq!((entries[1].at, entries[1].note.as_deref()), (later.0 as f64, None), "never in the future");
    assert!(entries.iter().all(|entry| entry.source == Modality::You));

    let heard = e.queue_view().current.unwrap();
    e.feedback(&heard.id, FeedbackKind::Liked, later).unwrap();
    e.feedback(&heard.id, FeedbackKind::Finished, later).unwrap();
    let played = e.played(START, later + Span(1));
    assert_eq!(played.len(), 1);
    assert_eq!((&played[0].track.title, played[0].at), (&heard.title, later.0 as f64));
    assert!(e.played(START, later).is_empty());
}

#[test]
fn what_was_restored_is_taken_up_at_once_and_what_is_at_hand_stays() {
    let archive = MemoryArchive::default();
    let mut e = engine_over(&archive);
    e.set_shelf(OWN_MUSIC, "Your music", catalogue(3), START);
    e.set_session_shelf("visiting", "Visiting", vec![track("Guest", "Visitor", 0.0, 0.0).build()], START);
    e.add_catalogue("old.csv", catalogue(2), START).unwrap();
    e.correct_mood(Affect::new(0.9, 0.9), START);
    e.add_moment(START, Affect::NEUTRAL, Some("old".into()), START).unwrap();
    e.settings.player = attune_core::player::PlayerKind::Spotify;
    e.play(START).unwrap();
    e.drain();

    let liked = e.state(START).queue.current.unwrap().id;
    let feedback = attune_core::Feedback::new(liked.clone(), FeedbackKind::Liked, START);
    let backup = attune_core::backup::Backup {
        settings: Settings { policy: Policy::Lift, starter: false, ..Settings::default() },
        feedback: vec![feedback],
        ..Default::default()
    };
    archive.set_full(true);
    assert_eq!(e.restore(&backup, START).unwrap_err().code, ErrorCode::DiskFull);
    assert!(e.drain().is_empty(), "nothing has changed");
    archive.set_full(false);
    e.restore(&backup, START).unwrap();

    let state = e.state(START);
    let shelves: Vec<_> = state.catalogues.iter().map(|c| (c.id.as_str(), c.enabled)).collect();
    assert_eq!(shelves, [("starter", false), (OWN_MUSIC, true), ("visiting", true)]);
    assert_eq!(
        (state.settings.policy, state.playback.active, state.mood.source),
        (Policy::Lift, false, None)
    );
    assert_eq!(e.taste().hearts[0].id, liked);
    assert_eq!(e.history(Timestamp(0), START + Span(1)).unwrap(), []);
    assert_eq!(archive.feedback().unwrap(), backup.feedback);
    let events = e.drain();
    let told = |wanted: fn(&UiEvent) -> bool| assert!(events.iter().any(wanted), "{events:?}");
    told(|event| matches!(event, UiEvent::Settings(_)));
    told(|event| matches!(event, UiEvent::Catalogues(_)));
    told(|event| matches!(event, UiEvent::History));
    told(|event| matches!(event, UiEvent::Taste));
    told(|event| matches!(event, UiEvent::Queue(_)));
    // What is said from now on goes where the backup is.
    e.save_settings(Settings { policy: Policy::Match, ..e.settings().clone() }, START);
    assert_eq!(archive.settings().policy, Policy::Match);
}

#[test]
fn the_library_is_listed_with_hearts_and_plays() {
    let mut e = engine();
    let track = e.state(START).queue.current.unwrap().id;
    e.set_session_shelf(
        "visiting",
        "Visiting",
        vec![attune_testkit::track("Guest", "Visitor", 0.0, 0.0).build()],
        START,
    );
    let none = e.listing();
    assert!(none.liked.is_empty() && none.plays.is_empty());
    e.feedback(&track, FeedbackKind::Liked, START).unwrap();
    let listing = e.listing();
    assert!(listing.liked.contains(&track));
    let names: Vec<_> =
        listing.catalogues.iter().map(|(info, tracks)| (info.id.as_str(), tracks.len())).collect();
    assert_eq!(names, [("starter", 400)]);
}
