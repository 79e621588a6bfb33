use super::*;
use crate::engine::EngineOptions;
use crate::view::{UiEvent, UndoableAction};
use attune_core::ErrorCode;
use attune_core::Track;
use attune_core::player::{PlayStatus, PlayerEvent, PlayerKind, PlayerState, TrackEnd};
use attune_core::{Affect, Settings, Span};
use attune_testkit::{MemoryArchive, catalogue, track};
use std::collections::HashSet;

const START: Timestamp = Timestamp(1_700_000_000_000);

fn engine_over(archive: &MemoryArchive, starter: Vec<Track>) -> Engine {
    let options = EngineOptions { version: "test".into(), seed: 1, starter, warnings: vec![] };
    Engine::new(Box::new(archive.clone()), options, START)
}

fn engine() -> Engine {
    engine_over(&MemoryArchive::default(), catalogue(20))
}

/// Hears a share of the current track in a player.
fn heard(e: &mut Engine, share: f64, now: Timestamp) {
    if !e.playback.is_active() {
        e.settings.player = PlayerKind::Spotify;
        e.play(now).unwrap();
    }
    let track = e.queue.current().unwrap().choice.track.id.clone();
    let state =
        PlayerState { track: Some(track.clone()), duration_ms: Some(200_000), ..PlayerState::STOPPED };
    e.on_player(PlayerEvent::State(PlayerState { status: PlayStatus::Playing, ..state }), now);
    let end = if share < 1.0 { TrackEnd::Skipped } else { TrackEnd::Finished };
    e.on_player(PlayerEvent::Ended { track, heard_ms: (share * 200_000.0) as u32, end }, now);
}

/// Four songs by each of sixty artists, all in one place.
fn bands() -> Vec<Track> {
    (0..240).map(|n| track(&format!("Song {n}"), &format!("Band {}", n % 60), 0.1, 0.1).build()).collect()
}

fn titles(e: &mut Engine, now: Timestamp) -> Vec<String> {
    let queue = e.state(now).queue;
    queue.current.iter().chain(&queue.next).map(|t| t.title.clone()).collect()
}

#[test]
fn deeds_are_taken_back_one_after_the_other() {
    let archive = MemoryArchive::default();
    let mut e = engine_over(&archive, catalogue(20));
    let mut seen = vec![titles(&mut e, START)];
    let id = |e: &mut Engine, i: usize| e.state(START).queue.next[i].id.clone();
    let liked = id(&mut e, 1);
    e.feedback(&liked, FeedbackKind::Liked, START).unwrap();
    // A heart takes effect with the next ranking.
    e.save_settings(e.settings().clone(), START);
    seen.push(titles(&mut e, START));
    let removed = id(&mut e, 2);
    e.feedback(&removed, FeedbackKind::Removed, START).unwrap();
    seen.push(titles(&mut e, START));
    let blocked = id(&mut e, 3);
    e.feedback(&blocked, FeedbackKind::ArtistNever, START).unwrap();
    seen.push(titles(&mut e, START));
    let pinned = id(&mut e, 4);
    e.pin(&pinned, true);
    e.next_track(START);
    let actions = [
        UndoableAction::Skipped,
        UndoableAction::Pinned,
        UndoableAction::ArtistNever,
        UndoableAction::Removed,
        UndoableAction::Liked,
    ];
    for (left, action) in (1..=5_u32).rev().zip(actions) {
        let queue = e.state(START).queue;
        assert_eq!((queue.undo.unwrap().kind, queue.undo_depth), (action, left));
        assert!(e.undo_feedback(START));
        if left < 5 {
            assert_eq!(titles(&mut e, START), seen[left as usize - 1], "{action:?} taken back");
        }
    }
    assert!(!e.undo_feedback(START));
    assert_eq!(e.taste(), TasteView::default());
    assert_eq!(titles(&mut engine_over(&archive, catalogue(20)), START), seen[0]);
}

#[test]
fn what_is_removed_goes_and_stays_away_for_now() {
    let mut e = engine();
    let gone = e.state(START).queue.next[0].clone();
    e.feedback(&gone.id, FeedbackKind::Removed, START).unwrap();
    assert!(!titles(&mut e, START).contains(&gone.title));
    for i in 0..10 {
        e.next_track(START + Span::minutes(i));
        assert!(!titles(&mut e, START).contains(&gone.title));
    }
    let current = e.state(START).queue.current.unwrap();
    e.feedback(&current.id, FeedbackKind::Removed, START).unwrap();
    assert_ne!(e.state(START).queue.current.unwrap().id, current.id);
}

#[test]
fn a_blocked_artist_stays_out_over_a_restart_until_let_in() {
    let archive = MemoryArchive::default();
    let mut e = engine_over(&archive, bands());
    let blocked = e.state(START).queue.current.unwrap();
    e.feedback(&blocked.id, FeedbackKind::ArtistNever, START).unwrap();
    let plays = |e: &mut Engine| {
        let queue = e.state(START).queue;
        queue.current.iter().chain(&queue.next).any(|t| t.artist == blocked.artist)
    };
    assert!(!plays(&mut e));
    let mut again = engine_over(&archive, bands());
    assert!(!plays(&mut again));
    assert_eq!(again.taste().blocked_artists, std::slice::from_ref(&blocked.artist));
    again.allow_artist(&blocked.artist, START);
    assert!(again.taste().blocked_artists.is_empty());
    assert!(again.undo_feedback(START));
    assert_eq!(again.taste().blocked_artists, [blocked.artist]);
}

#[test]
fn an_artist_is_blocked_under_every_credit_and_let_in_by_name() {
    let credits =
        ["Kira Voss feat. Lund", "Kira Voss", "Oda with Kira Voss", "Various Artists", "Band", "Nils"];
    let tracks = credits.iter().zip(0..).map(|(artist, n)| Track::named(format!("Song {n}"), *artist));
    let mut e = engine_over(&MemoryArchive::default(), tracks.collect());
    let id = |n: usize| TrackId::from_names(&format!("Song {n}"), credits[n]);
    let hers = |e: &mut Engine| {
        let queue = e.state(START).queue;
        queue.current.iter().chain(&queue.next).filter(|t| t.artist.contains("Kira")).count()
    };
    assert_eq!(hers(&mut e), 3);
    e.feedback(&id(0), FeedbackKind::ArtistNever, START).unwrap();
    assert_eq!((hers(&mut e), e.taste().blocked_artists), (0, vec!["Kira Voss".to_owned()]));
    e.allow_artist("Kira Voss", START);
    assert_eq!(hers(&mut e), 3);
    let nobody = e.feedback(&id(3), FeedbackKind::ArtistNever, START).unwrap_err();
    assert_eq!(nobody.code, ErrorCode::ArtistUnnamed);
}

#[test]
fn a_blocked_track_can_be_let_in() {
    let mut e = engine();
    let id = e.state(START).queue.next[0].id.clone();
    e.feedback(&id, FeedbackKind::Never, START).unwrap();
    assert_eq!(e.taste().blocked_tracks.len(), 1);
    e.allow_track(&id, START);
    assert!(e.taste().blocked_tracks.is_empty());
    assert_eq!(e.taste().lessons, 0, "what was taken back teaches nothing");
}

#[test]
fn who_is_not_kept_out_is_not_let_in_and_leaves_nothing_behind() {
    let archive = MemoryArchive::default();
    let mut e = engine_over(&archive, bands());
    let before = e.state(START);
    e.allow_track(&before.queue.next[0].id, START);
    e.allow_track(&TrackId::from_names("Nothing", "Nobody"), START);
    e.allow_artist("Nobody", START);
    assert!(before.queue.undo.is_none() && e.state(START).queue.undo.is_none());
    assert!(!e.undo_feedback(START), "there is nothing to take back");
}

#[test]
fn the_wrong_mood_moves_the_track_and_can_be_forgotten_by_itself() {
    let mut e = engine();
    e.correct_mood(Affect::new(0.3, 0.3), START);
    e.next_track(START);
    let wrong = e.state(START).queue.next[0].clone();
    let lessons = e.taste().lessons;
    e.feedback(&wrong.id, FeedbackKind::WrongMood, START).unwrap();
    let placed = e.state(START).queue.next[1].clone();
    e.set_track_affect(&placed.id, Affect::new(-0.8, -0.8), START).unwrap();
    let view = e.taste();
    assert_eq!(view.lessons, lessons);
    assert_eq!(view.track_moods.iter().map(|m| m.wrong_moods).collect::<Vec<_>>(), [0, 1]);
    assert!(view.track_moods[0].affect.mean.valence < -0.4);
    assert!(view.track_moods[1].affect.sd_valence > wrong.affect.sd_valence);
    assert!(!titles(&mut e, START).contains(&wrong.title));
    e.forget_track_mood(&placed.id, START).unwrap();
    assert_eq!(e.taste().track_moods.len(), 1);
}

#[test]
fn each_part_can_be_forgotten_and_the_others_stay() {
    use FeedbackKind as K;
    let parts = [LearnedPart::Taste, LearnedPart::Likes, LearnedPart::Blocked, LearnedPart::TrackMoods];
    for part in parts {
        let archive = MemoryArchive::default();
        let mut e = engine_over(&archive, catalogue(20));
        for kind in [K::Liked, K::Never, K::ArtistNever, K::WrongMood] {
            let id = e.state(START).queue.next[2].id.clone();
            e.feedback(&id, kind, START).unwrap();
        }
        e.next_track(START);
        e.forget_learned(part, START).unwrap();
        for mut e in [e, engine_over(&archive, catalogue(20))] {
            let t = e.taste();
            assert_eq!(t.hearts.is_empty(), part == LearnedPart::Likes);
            assert_eq!(t.blocked_tracks.is_empty(), part == LearnedPart::Blocked);
            assert_eq!(t.blocked_artists.is_empty(), part == LearnedPart::Blocked);
            assert_eq!(t.track_moods.is_empty(), part == LearnedPart::TrackMoods);
            assert_eq!(e.feedback.all().all(|f| f.kind != K::Skipped), part == LearnedPart::Taste);
            assert!(e.state(START).queue.current.is_some());
        }
    }
}

#[test]
fn taste_is_the_same_after_a_restart() {
    let archive = MemoryArchive::default();
    let mut e = engine_over(&archive, bands());
    e.set_utc_offset(330);
    for i in 0..40 {
        let now = START + Span::minutes(4 * i);
        let current = e.state(now).queue.current.unwrap();
        let good = current.artist.ends_with('3');
        if good {
            e.feedback(&current.id, FeedbackKind::Liked, now).unwrap();
        }
        heard(&mut e, if good { 1.0 } else { 0.1 }, now);
    }
    let learned = e.taste();
    assert!(learned.lessons >= 40);
    assert!(learned.likes.iter().any(|l| l.term == "artist" && l.detail.ends_with('3')), "{learned:?}");
    assert_eq!(engine_over(&archive, bands()).taste(), learned);
    let hours: HashSet<u8> = e.feedback.all().filter_map(|f| f.circumstances.map(|c| c.hour)).collect();
    // 22:13 universal time is 3:43 where the clock is five hours and a half ahead.
    assert!(hours.contains(&3), "{hours:?}");
    assert!(e.feedback.all().all(|f| f.circumstances.and_then(|c| c.propensity).is_some()));
    assert!(e.state(START).queue.next.iter().any(|t| t.reasons.iter().any(|r| r.code == "artist")));
}

#[test]
fn the_same_mood_never_brings_the_same_order() {
    let mut e = engine_over(&MemoryArchive::default(), bands());
    let mut orders = HashSet::new();
    for round in 0..6 {
        let now = START + Span::minutes(60 * 24 * 20 * round);
        e.correct_mood(Affect::new(0.1, 0.1), now);
        assert!(orders.insert(titles(&mut e, now)[1..].to_vec()), "round {round}");
        for i in 0..10 {
            heard(&mut e, 1.0, now + Span::minutes(i));
        }
    }
}

#[test]
fn no_artist_plays_twice_in_ten() {
    let mut e = engine_over(&MemoryArchive::default(), bands());
    let mut artists = Vec::new();
    for i in 0..60 {
        let now = START + Span::minutes(i);
        artists.push(e.state(now).queue.current.unwrap().artist);
        heard(&mut e, if i % 3 == 0 { 0.2 } else { 1.0 }, now);
    }
    for ten in artists.windows(10) {
        assert_eq!(ten.iter().collect::<HashSet<_>>().len(), 10, "{ten:?}");
    }
}

#[test]
fn the_export_holds_the_model_and_what_it_rests_on() {
    let mut e = engine();
    heard(&mut e, 1.0, START);
    let document: serde_json::Value = serde_json::from_str(&e.export().unwrap()).unwrap();
    assert_eq!(document["taste"]["version"], 2);
    assert_eq!(document["taste"]["lessons"], 1);
    e.erase(START).unwrap();
    let document: serde_json::Value = serde_json::from_str(&e.export().unwrap()).unwrap();
    assert_eq!(document["taste"]["lessons"], 0);
}

#[test]
fn the_terms_say_what_the_reasons_say_and_the_window_is_told() {
    let mut e = engine();
    let settings = Settings { surprise: 0.0, ..e.settings().clone() };
    e.save_settings(settings, START);
    for entry in e.state(START).queue.next {
        let first = &entry.reasons[0];
        let term = entry.terms.iter().find(|t| t.code == first.code).unwrap();
        assert!((term.value - first.weight).abs() < 1e-9);
        assert!(entry.terms.iter().all(|t| t.code != "explore"), "nothing is tried out at 0");
    }
    e.drain();
    heard(&mut e, 1.0, START);
    assert!(e.drain().contains(&UiEvent::Taste));
}

#[test]
fn a_track_that_turns_out_to_lie_elsewhere_is_not_said_to_be_close() {
    let mut e = engine();
    e.correct_mood(Affect::new(0.5, 0.5), START);
    let next = e.state(START).queue.next[0].clone();
    let fit = |e: &mut Engine| {
        let queue = e.state(START).queue;
        let entry = queue.next.into_iter().find(|t| t.id == next.id).unwrap();
        entry.reasons.into_iter().find(|r| r.code == "fit").map(|r| r.text)
    };
    e.pin(&next.id, true);
    assert!(fit(&mut e).unwrap().contains(", "), "it suits the mood in some way");
    e.set_track_affect(&next.id, Affect::new(-0.9, -0.9), START).unwrap();
    assert_eq!(fit(&mut e).unwrap(), "it is subdued and quiet");
}

#[test]
fn nobody_is_blocked_where_nobody_is_credited() {
    let unnamed = |n: usize| Track::new(TrackId(format!("u{n}")), format!("Untitled {n}"), "");
    let mut e = engine_over(&MemoryArchive::default(), (0..12).map(unnamed).collect());
    let first = e.state(START).queue.current.unwrap().id;
    let error = e.feedback(&first, FeedbackKind::ArtistNever, START).unwrap_err();
    assert_eq!(error.code, ErrorCode::ArtistUnnamed);
    assert_eq!(e.state(START).queue.undo_depth, 0);
    assert_eq!(e.state(START).queue.current.unwrap().id, first);
}
