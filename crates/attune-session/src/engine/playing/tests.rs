use super::*;
use crate::engine::playback::KNOWN_AHEAD;
use crate::engine::{EngineOptions, OWN_MUSIC, SOUNDSCAPES};
use crate::view::{QueueEntry, QueueView};
use attune_core::ErrorCode;
use attune_core::track::Score;
use attune_core::{Affect, Span, Track};
use attune_testkit::{MemoryArchive, catalogue, track};
use std::cmp::Ordering;

const START: Timestamp = Timestamp(1_700_000_000_000);
const LENGTH: u32 = 200_000;

fn engine_over(archive: &MemoryArchive) -> Engine {
    let options = EngineOptions { version: "test".into(), seed: 1, starter: catalogue(20), warnings: vec![] };
    let mut engine = Engine::new(Box::new(archive.clone()), options, START);
    engine.settings.player = PlayerKind::Spotify;
    engine
}

fn engine() -> Engine {
    engine_over(&MemoryArchive::default())
}

fn queue(e: &mut Engine) -> QueueView {
    e.state(START).queue
}

fn current(e: &mut Engine) -> TrackId {
    queue(e).current.unwrap().id
}

fn upcoming(e: &mut Engine) -> Vec<TrackId> {
    queue(e).next.into_iter().take(KNOWN_AHEAD).map(|t| t.id).collect()
}

fn commands(e: &mut Engine) -> Vec<PlayerCommand> {
    let command = |o| if let PlayerRequest::Command(c) = o { Some(c) } else { None };
    e.take_player_requests().into_iter().filter_map(command).collect()
}

fn ids(tracks: &[Track]) -> Vec<TrackId> {
    tracks.iter().map(|t| t.id.clone()).collect()
}

fn state(track: &TrackId, status: PlayStatus, position_ms: u32) -> PlayerEvent {
    let known = PlayerState { track: Some(track.clone()), duration_ms: Some(LENGTH), ..PlayerState::STOPPED };
    PlayerEvent::State(PlayerState { status, position_ms, ..known })
}

fn playing(e: &mut Engine) -> TrackId {
    e.play(START).unwrap();
    let track = current(e);
    e.on_player(state(&track, PlayStatus::Playing, 0), START);
    commands(e);
    track
}

fn end(e: &mut Engine, heard_ms: u32, end: TrackEnd) {
    let track = current(e);
    e.on_player(PlayerEvent::Ended { track, heard_ms, end }, START);
}

fn kinds(e: &Engine) -> Vec<FeedbackKind> {
    e.feedback.all().map(|f| f.kind).collect()
}

#[test]
fn a_list_does_not_play_and_says_what_to_do() {
    let mut e = engine();
    e.settings.player = PlayerKind::List;
    assert_eq!(e.play(START).unwrap_err().code, ErrorCode::NoPlayer);
    assert!(e.take_player_requests().is_empty());
}

#[test]
fn the_player_gets_the_queue_in_its_order() {
    let mut e = engine();
    e.play(START).unwrap();
    let sent = commands(&mut e);
    let [PlayerCommand::Play(tracks)] = &sent[..] else { panic!("{sent:?}") };
    let expected: Vec<_> = std::iter::once(current(&mut e)).chain(upcoming(&mut e)).collect();
    assert_eq!(ids(tracks), expected);
}

#[test]
fn a_changed_mood_changes_what_follows_and_not_what_sounds() {
    let mut e = engine();
    let on = playing(&mut e);
    e.correct_mood(Affect::new(-0.8, -0.7), START);
    let sent = commands(&mut e);
    let Some(PlayerCommand::Follow(tracks)) = sent.last() else { panic!("{sent:?}") };
    assert_eq!((ids(tracks), current(&mut e)), (upcoming(&mut e), on));
    assert!(!sent.iter().any(|c| matches!(c, PlayerCommand::Play(_))), "{sent:?}");
}

#[test]
fn what_was_heard_is_learned_from_and_the_queue_keeps_step_with_the_player() {
    let mut e = engine();
    playing(&mut e);
    let second = upcoming(&mut e)[0].clone();
    end(&mut e, LENGTH, TrackEnd::Finished);
    assert_eq!(current(&mut e), second);
    e.on_player(state(&second, PlayStatus::Playing, 10), START);
    e.next_track(START);
    assert_eq!(commands(&mut e).last(), Some(&PlayerCommand::Next), "the player says when it has left");
    assert_eq!(current(&mut e), second);
    end(&mut e, LENGTH / 10, TrackEnd::Skipped);
    end(&mut e, LENGTH / 100 * 95, TrackEnd::Skipped);
    end(&mut e, LENGTH / 2, TrackEnd::Replaced);
    let expected = [FeedbackKind::Finished, FeedbackKind::Skipped, FeedbackKind::Finished];
    assert_eq!(kinds(&e), expected, "a replaced track says nothing");
    let heard = e.feedback.all().nth(1).and_then(|f| f.circumstances?.heard).unwrap();
    assert!((heard - 0.1).abs() < 1e-9);
    assert!(!commands(&mut e).iter().any(|c| matches!(c, PlayerCommand::Play(_))), "it goes on by itself");
}

#[test]
fn the_end_of_a_track_that_is_not_on_any_more_changes_nothing() {
    let mut e = engine();
    let first = playing(&mut e);
    end(&mut e, LENGTH, TrackEnd::Finished);
    let on = current(&mut e);
    e.on_player(PlayerEvent::Ended { track: first, heard_ms: LENGTH, end: TrackEnd::Finished }, START);
    assert_eq!((current(&mut e), e.feedback.all().count()), (on, 1));
}

#[test]
fn a_track_the_player_cannot_play_is_left_out_without_a_word_about_taste() {
    let mut e = engine();
    playing(&mut e);
    let third = upcoming(&mut e)[1].clone();
    e.on_player(PlayerEvent::Failed(AppError::new(ErrorCode::AudioDamaged, "x")), START);
    e.on_player(state(&third, PlayStatus::Playing, 0), START);
    assert_eq!((current(&mut e), e.feedback.all().count()), (third, 0));
    assert!(e.state(START).playback.problem.is_some());
}

#[test]
fn removing_what_sounds_plays_the_next() {
    let mut e = engine();
    let on = playing(&mut e);
    let second = upcoming(&mut e)[0].clone();
    e.feedback(&on, FeedbackKind::Never, START).unwrap();
    let sent = commands(&mut e);
    let Some(PlayerCommand::Play(tracks)) = sent.last() else { panic!("{sent:?}") };
    assert_eq!((&tracks[0].id, current(&mut e)), (&second, second.clone()));
    e.undo_feedback(START);
    let sent = commands(&mut e);
    let Some(PlayerCommand::Play(tracks)) = sent.last() else { panic!("{sent:?}") };
    assert_eq!((&tracks[0].id, current(&mut e)), (&on, on.clone()));
}

#[test]
fn previous_is_the_start_of_the_track_or_at_its_start_the_one_before() {
    let mut e = engine();
    let first = playing(&mut e);
    end(&mut e, LENGTH, TrackEnd::Finished);
    let second = current(&mut e);
    e.on_player(state(&second, PlayStatus::Playing, 60_000), START);
    commands(&mut e);
    e.previous_track(START);
    assert_eq!((commands(&mut e), current(&mut e)), (vec![PlayerCommand::Seek(0)], second.clone()));
    e.on_player(state(&second, PlayStatus::Playing, 100), START);
    e.previous_track(START);
    assert_eq!((current(&mut e), &upcoming(&mut e)[0]), (first.clone(), &second));
    let sent = commands(&mut e);
    let Some(PlayerCommand::Play(tracks)) = sent.last() else { panic!("{sent:?}") };
    assert_eq!(ids(tracks)[..2], [first, second]);
}

#[test]
fn chosen_tracks_are_put_on_in_their_order() {
    let mut e = engine();
    let wanted: Vec<_> = upcoming(&mut e)[3..6].to_vec();
    e.play_tracks(&wanted, START).unwrap();
    assert_eq!((current(&mut e), &upcoming(&mut e)[..2]), (wanted[0].clone(), &wanted[1..]));
    assert_eq!(queue(&mut e).current.unwrap().reasons[0].code, "chosen");
    let sent = commands(&mut e);
    let Some(PlayerCommand::Play(tracks)) = sent.last() else { panic!("{sent:?}") };
    assert_eq!(ids(tracks)[..3], wanted);
    let gone = e.play_tracks(&[TrackId("nothing".into())], START);
    assert_eq!(gone.unwrap_err().code, ErrorCode::TrackGone);
}

#[test]
fn the_listener_goes_on_where_they_stopped() {
    let archive = MemoryArchive::default();
    let mut e = engine_over(&archive);
    let wanted = upcoming(&mut e)[4].clone();
    e.play_tracks(std::slice::from_ref(&wanted), START).unwrap();
    e.on_player(state(&wanted, PlayStatus::Playing, 61_000), START);
    e.leave(START);
    drop(e);

    let mut e = engine_over(&archive);
    let state = e.state(START);
    assert_eq!(state.queue.current.map(|c| c.id), Some(wanted.clone()));
    assert_eq!((state.playback.resume_ms, state.playback.active), (Some(61_000), false));
    e.play(START).unwrap();
    let sent = commands(&mut e);
    let [PlayerCommand::Play(tracks), PlayerCommand::Seek(61_000)] = &sent[..] else { panic!("{sent:?}") };
    assert_eq!(tracks[0].id, wanted);
}

#[test]
fn own_files_are_all_that_the_queue_draws_from_while_they_are_played() {
    let mut e = engine();
    let files: Vec<Track> =
        (0..30).map(|n| track(&format!("File {n}"), &format!("Mine {n}"), 0.0, 0.0).build()).collect();
    e.set_shelf(OWN_MUSIC, "Your music", files, START);
    let mine = |e: &mut Engine| queue(e).next.iter().filter(|t| t.artist.starts_with("Mine")).count();
    let mixed = mine(&mut e);
    assert!(mixed < 20, "{mixed}");
    e.save_settings(Settings { player: PlayerKind::Local, ..e.settings.clone() }, START);
    assert_eq!(mine(&mut e), 20);
    assert_eq!(e.take_player_requests(), [PlayerRequest::Close]);
    e.enable_catalogue(OWN_MUSIC, false, START).unwrap();
    assert_eq!(mine(&mut e), 0);
    assert!(!e.settings.own_music);
    assert_eq!(e.remove_catalogue(OWN_MUSIC, START).unwrap_err().code, ErrorCode::CatalogueGone);
}

/// So many pieces, each by the palette "Glass".
fn pieces(count: usize) -> Vec<Track> {
    let piece = |n: usize| Track {
        id: TrackId(format!("made:1:{n}:0:0")),
        ..track(&format!("Piece {n}"), "Glass", 0.0, 0.0).build()
    };
    (0..count).map(piece).collect()
}

fn names_of(e: &mut Engine) -> Vec<String> {
    let view = queue(e);
    view.current.iter().chain(&view.next).map(|t| t.id.0.clone()).collect()
}

#[test]
fn a_first_start_with_soundscapes_plays_one_at_once() {
    let mut e = engine();
    e.set_shelf(SOUNDSCAPES, "Soundscapes", pieces(40), START);
    assert!(names_of(&mut e).iter().all(|id| !id.starts_with("made:")), "a list cannot play them");
    e.start_soundscapes(START).unwrap();
    let requests = e.take_player_requests();
    let Some(PlayerRequest::Command(PlayerCommand::Play(tracks))) = requests.last() else {
        panic!("{requests:?}")
    };
    assert!(tracks.iter().all(|t| t.id.is_soundscape()));
    assert!(names_of(&mut e).iter().all(|id| id.starts_with("made:")));
    assert_eq!((e.settings.player, e.settings.soundscape_share), (PlayerKind::Local, 0.0));
    // One step: a window that saved its own copy of the settings afterwards would take the player back.
    assert!(e.settings.first_start_done);
    e.erase(START).unwrap();
    e.start_soundscapes(START).unwrap();
    assert!(names_of(&mut e).iter().all(|id| id.starts_with("made:")), "also after everything was deleted");
}

#[test]
fn own_files_come_first_and_soundscapes_go_on_when_they_end() {
    let mut e = engine();
    let files: Vec<Track> =
        (0..5).map(|n| track(&format!("File {n}"), &format!("Mine {n}"), 0.0, 0.0).build()).collect();
    e.set_shelf(OWN_MUSIC, "Your music", files, START);
    e.set_shelf(SOUNDSCAPES, "Soundscapes", pieces(40), START);
    e.set_player(PlayerKind::Local, START);
    let made = |e: &mut Engine| names_of(e).iter().filter(|id| id.starts_with("made:")).count();
    assert_eq!((names_of(&mut e).len(), made(&mut e)), (21, 16));
    assert!(!names_of(&mut e)[0].starts_with("made:"));
    e.enable_catalogue(SOUNDSCAPES, false, START).unwrap();
    assert_eq!((made(&mut e), e.settings.soundscapes), (0, false));
    e.start_soundscapes(START).unwrap();
    assert_eq!((made(&mut e), e.settings.soundscapes, e.settings.soundscape_share), (21, true, 1.0));
    assert_eq!(e.remove_catalogue(SOUNDSCAPES, START).unwrap_err().code, ErrorCode::CatalogueGone);
}

#[test]
fn a_piece_is_set_against_the_one_before_it_in_whatever_order() {
    let mut e = engine();
    let tempo = |n: usize| if n.is_multiple_of(2) { 60_u8 } else { 100 };
    let composed = |(n, piece)| {
        let score = Some(Score { minor: true, register: 0.0 });
        Track { tempo: Some(tempo(n).into()), score, ..piece }
    };
    let shelf: Vec<Track> = pieces(40).into_iter().enumerate().map(composed).collect();
    e.set_shelf(SOUNDSCAPES, "Soundscapes", shelf, START);
    e.start_soundscapes(START).unwrap();
    let check = |e: &mut Engine| {
        let view = queue(e);
        let shown: Vec<_> = view.current.iter().chain(&view.next).collect();
        let number = |t: &QueueEntry| t.title.trim_start_matches("Piece ").parse().unwrap();
        let mut differing = 0;
        for pair in shown.windows(2) {
            let (before, now) = (tempo(number(pair[0])), tempo(number(pair[1])));
            let want = match now.cmp(&before) {
                Ordering::Equal if now < 80 => "slow ",
                Ordering::Equal => "unhurried ",
                Ordering::Less => "slower ",
                Ordering::Greater => "faster ",
            };
            differing += usize::from(before != now);
            let fit = pair[1].reasons.iter().find(|r| r.code == "fit").unwrap();
            assert!(fit.detail.starts_with(want), "{} at {now} after {before}", fit.detail);
        }
        assert!(differing > 3, "{differing}");
    };
    check(&mut e);
    let last = queue(&mut e).next.last().unwrap().id.clone();
    e.move_in_queue(&last, 0, START);
    check(&mut e);
}

#[test]
fn a_service_chosen_for_one_track_is_the_choice_for_the_next() {
    let mut e = engine();
    let id = current(&mut e);
    let address = e.listen_on(&id, ListenOn::Deezer).unwrap();
    assert!(address.starts_with("https://www.deezer.com/search/"), "{address}");
    assert_eq!(e.settings.listen_on, ListenOn::Deezer);
    let nobody = TrackId("name:nobody|nothing".into());
    assert_eq!(e.listen_on(&nobody, ListenOn::Tidal).unwrap_err().code, ErrorCode::TrackGone);
    assert_eq!(e.settings.listen_on, ListenOn::Deezer);
}

#[test]
fn a_player_that_cannot_be_opened_is_told_and_the_list_works_on() {
    let mut e = engine();
    playing(&mut e);
    e.player_failed(AppError::new(ErrorCode::NoSoundOutput, "x"));
    let view = e.state(START).playback;
    assert_eq!((view.active, view.problem.map(|p| p.code)), (false, Some(ErrorCode::NoSoundOutput)));
    let before = current(&mut e);
    e.next_track(START);
    assert_ne!(current(&mut e), before);
}

#[test]
fn volume_is_kept_and_sent() {
    let mut e = engine();
    e.set_volume(Volume::percent(30));
    assert!(e.take_player_requests().is_empty(), "a player gets it when it opens");
    playing(&mut e);
    e.set_volume(Volume::percent(40));
    assert_eq!(commands(&mut e), [PlayerCommand::Volume(Volume::percent(40))]);
    assert_eq!(e.settings.volume.as_percent(), 40);
}

#[test]
fn steps_in_the_track_add_up_before_the_player_has_answered() {
    let mut e = engine();
    e.seek_by(5_000);
    assert_eq!(commands(&mut e), [], "nothing plays");
    let track = playing(&mut e);
    e.on_player(state(&track, PlayStatus::Playing, 8_000), START);
    e.seek_by(5_000);
    e.seek_by(5_000);
    assert_eq!(commands(&mut e), [PlayerCommand::Seek(13_000), PlayerCommand::Seek(18_000)]);
    assert_eq!(e.state(START).playback.state.position_ms, 18_000);
    e.seek_by(-60_000);
    e.seek_by(i64::MIN);
    e.seek_by(i64::MAX);
    let far = PlayerCommand::Seek(u32::MAX);
    assert_eq!(commands(&mut e), [PlayerCommand::Seek(0), PlayerCommand::Seek(0), far]);
}

#[test]
fn what_could_not_be_played_is_taken_back_when_it_can() {
    let mut e = engine();
    e.settings.player = PlayerKind::List;
    let error = e.play(START).unwrap_err();
    e.warn(error);
    assert_eq!(e.state(START).banners[0].error.code, ErrorCode::NoPlayer);
    e.settings.player = PlayerKind::Spotify;
    e.play(START).unwrap();
    assert!(e.state(START).banners.is_empty());
}

#[test]
fn a_problem_goes_with_the_track_that_the_listener_leaves() {
    let mut e = engine();
    playing(&mut e);
    let gone = || AppError::new(ErrorCode::SpotifyNotFound, "Spotify does not have this.");
    e.on_player(PlayerEvent::Failed(gone()), START);
    e.drain();
    e.next_track(START);
    assert_eq!(e.playback_view().problem, None);
    let told = e.drain().iter().any(|u| matches!(u, UiEvent::Playback(v) if v.problem.is_none()));
    assert!(told, "the window hears of it at once");

    e.on_player(PlayerEvent::Failed(gone()), START);
    let chosen = upcoming(&mut e)[2].clone();
    e.play_tracks(&[chosen], START).unwrap();
    assert_eq!(e.playback_view().problem, None);
}

#[test]
fn a_problem_is_over_when_music_has_moved_on_after_it() {
    let mut e = engine();
    let track = playing(&mut e);
    let problem = |e: &Engine| e.playback_view().problem.map(|p| p.code);
    let failed = AppError::new(ErrorCode::SpotifyQuotaExceeded, "used up");
    e.on_player(state(&track, PlayStatus::Playing, 50_000), START);
    e.on_player(PlayerEvent::Failed(failed), START);
    e.on_player(state(&track, PlayStatus::Playing, 52_000), START + Span::seconds(2));
    assert_eq!(problem(&e), Some(ErrorCode::SpotifyQuotaExceeded), "it can be read");
    e.on_player(state(&track, PlayStatus::Playing, 52_000), START + Span::seconds(30));
    assert!(problem(&e).is_some(), "the music stands still");
    e.on_player(state(&track, PlayStatus::Playing, 82_000), START + Span::seconds(32));
    assert_eq!(problem(&e), None);
}
