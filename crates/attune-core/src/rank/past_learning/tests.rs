use super::*;
use crate::feedback::{Circumstances, Feedback, FeedbackKind};
use crate::rank::queue::tests::track;
use crate::rank::{Request, rank};
use crate::taste::{Leaning, PastEnding, PastPlay, StatedAnswer, StatedKind, StatedPreferences};
use crate::{Affect, AffectEstimate, Policy, Timestamp, Track};

const NOW: Timestamp = Timestamp(1_700_000_000_000);
const YEAR_MS: i64 = 31_557_600_000;

/// Forty artists with two tracks each; those of even number play jazz of the fifties, the others metal of the eighties.
fn tracks() -> Vec<std::sync::Arc<Track>> {
    let all = (0..80).map(|n| {
        let mut t = (*track(n, n / 2, 0.0, 0.0)).clone();
        let jazz = n / 2 % 2 == 0;
        t.genre = Some(if jazz { "bebop" } else { "heavy metal" }.into());
        t.year = Some(if jazz { 1955 } else { 1984 });
        std::sync::Arc::new(t)
    });
    all.collect()
}

fn plays(ending: PastEnding, times: u32, years_ago: i64) -> PastPlay {
    PastPlay { at: Some(Timestamp(NOW.0 - years_ago * YEAR_MS)), heard_ms: None, ending, times }
}

fn heard(track: &Track, play: PastPlay) -> PastEvidence {
    let mut all = PastEvidence::of(track.title.clone(), track.artist.clone());
    all.add(&play, NOW);
    all
}

/// All jazz of the first so many artists, each track so often.
fn jazz(artists: usize, times: u32) -> Vec<PastEvidence> {
    let of = |t: &std::sync::Arc<Track>| heard(t, plays(PastEnding::Finished, times, 0));
    tracks().iter().take(artists * 4).filter(|t| t.genre.as_deref() == Some("bebop")).map(of).collect()
}

fn after(past: &[PastEvidence]) -> Pool {
    let mut pool = Pool::new(tracks());
    pool.set_past(past);
    pool.relearn([], |_| None);
    pool
}

fn bebop_in_queue(pool: &Pool) -> usize {
    let path = [Affect::new(0.0, 0.0); 20];
    let ranked = rank(pool, &Request::new(&path, NOW));
    ranked.iter().filter(|r| pool.look(r.index).genre == Some("bebop")).count()
}

fn opinion(pool: &Pool, index: u32) -> f32 {
    let row = &pool.rows()[index as usize];
    let features = Features::of(row.facts, row.mean(), Nearness::default(), false, Moment::default());
    pool.past.opinion(Some(index), row, &features)
}

#[test]
fn what_was_played_often_comes_more_often_and_is_told_as_learned() {
    let (nothing, pool) = (after(&[]), after(&jazz(8, 6)));
    assert!(bebop_in_queue(&pool) > bebop_in_queue(&nothing) + 3, "{}", bebop_in_queue(&pool));
    let leanings = pool.taste().leanings();
    let told = |l: &Leaning| l.value > 0.0 && l.evidence == 12 && l.stated.abs() < f64::EPSILON;
    assert!(!leanings.is_empty() && leanings.iter().all(told), "{leanings:?}");
    assert!(nothing.taste().leanings().is_empty());
    assert_eq!(pool.taste().lessons(), 0, "plays elsewhere are no lessons of here");
}

#[test]
fn what_was_heard_is_worth_more_than_its_like_and_its_like_more_than_the_rest() {
    // Of each of eight jazz artists one track; then the track itself, another one of its artist, jazz by somebody else, metal.
    let heard = tracks()
        .iter()
        .step_by(4)
        .take(8)
        .map(|t| heard(t, plays(PastEnding::Finished, 6, 0)))
        .collect::<Vec<_>>();
    let pool = after(&heard);
    let [itself, artist, kind, other] = [0, 1, 36, 2].map(|i| opinion(&pool, i));
    assert!(itself > artist && artist > kind && kind > other, "{itself} {artist} {kind} {other}");
}

#[test]
fn old_plays_say_less_and_a_skip_takes_the_choice_back() {
    let of = |play| opinion(&after(&[heard(&tracks()[0], play)]), 0);
    let (new, old) = (of(plays(PastEnding::Finished, 8, 0)), of(plays(PastEnding::Finished, 8, 12)));
    assert!(new > old && old > 0.0, "{new} {old}");
    assert!(of(plays(PastEnding::Unknown, 8, 0)) < new);
    assert!(of(plays(PastEnding::Skipped, 8, 0)) <= 0.0);
    let future = PastPlay { at: Some(Timestamp(NOW.0 + YEAR_MS)), ..plays(PastEnding::Finished, 8, 0) };
    assert!((of(future) - new).abs() < 1e-6, "a clock that was wrong does no harm");
}

#[test]
fn other_tracks_of_an_artist_speak_for_the_artist() {
    let mut unknown = PastEvidence::of("Not At Hand".into(), "Artist 2".into());
    unknown.add(&plays(PastEnding::Finished, 20, 0), NOW);
    let pool = after(&[unknown]);
    assert!(opinion(&pool, 4) > opinion(&pool, 6) + 0.02);
    assert!(!pool.past.was_heard(4));
}

/// What a player keeps of the jazz of the first eight artists.
fn kept(plays: u32, rating: Option<u32>, starred: bool, knows_of_here: bool) -> ShelfRecords {
    let tracks = crate::Tracks::new(tracks().iter().map(|t| (**t).clone()));
    let of = |place| TrackRecord::of(place).keeping(plays, rating.and_then(Rating::hundredths), starred);
    let records = (0..32).filter(|place| place / 2 % 2 == 0).map(of).collect();
    ShelfRecords { tracks, records: Arc::new(records), knows_of_here }
}

fn beside(past: &[PastEvidence], kept: &ShelfRecords, here: &[(&str, DoneHere)]) -> Pool {
    let mut pool = Pool::new(tracks());
    let (histories, shelves, here) = (vec![past], vec![kept], here.iter().copied().collect());
    pool.set_elsewhere(&Elsewhere { histories, shelves, counts: true, here });
    pool.relearn([], |_| None);
    pool
}

#[test]
fn counts_and_ratings_alone_say_what_is_liked_and_the_switch_turns_them_off() {
    let nothing = opinion(&after(&[]), 0);
    for kept in [kept(6, None, false, false), kept(0, Some(100), false, false), kept(0, None, true, false)] {
        let pool = beside(&[], &kept, &[]);
        assert!(opinion(&pool, 0) > nothing + 0.05 && opinion(&pool, 0) > opinion(&pool, 2) + 0.05);
        let mut off = Pool::new(tracks());
        off.set_elsewhere(&Elsewhere { shelves: vec![&kept], ..Elsewhere::default() });
        assert!((opinion(&off, 0) - nothing).abs() < f32::EPSILON);
    }
    assert!(opinion(&beside(&[], &kept(0, Some(20), false, false), &[]), 0) < nothing - 0.05, "one star");
}

#[test]
fn a_play_count_of_the_plays_that_a_history_has_counts_once() {
    let history = jazz(8, 6);
    let same = opinion(&beside(&history, &kept(6, None, false, false), &[]), 0);
    assert!((same - opinion(&after(&history), 0)).abs() < f32::EPSILON);
    assert!(opinion(&beside(&history, &kept(60, None, false, false), &[]), 0) > same, "it says of more");
}

#[test]
fn what_a_player_sums_up_of_plays_that_are_told_one_by_one_counts_once() {
    let one_by_one = |sum: u32| {
        let mut all = PastEvidence::of(tracks()[0].title.clone(), tracks()[0].artist.clone());
        (0..6).for_each(|_| all.add(&plays(PastEnding::Finished, 1, 0), NOW));
        let summed = heard(&tracks()[0], plays(PastEnding::Finished, sum, 0));
        // In either order.
        let (first, second) = (after(&[all.clone(), summed.clone()]), after(&[summed, all]));
        assert!((opinion(&first, 0) - opinion(&second, 0)).abs() < f32::EPSILON);
        opinion(&first, 0)
    };
    let alone = opinion(&after(&[heard(&tracks()[0], plays(PastEnding::Finished, 6, 0))]), 0);
    assert!((one_by_one(6) - alone).abs() < f32::EPSILON);
    assert!(one_by_one(60) > alone);
}

#[test]
fn what_attune_told_a_server_itself_is_taken_off() {
    let all = tracks();
    let here: Vec<(&str, DoneHere)> =
        all.iter().map(|t| (t.id.0.as_str(), DoneHere { finished: 6, liked: true })).collect();
    let told = beside(&[], &kept(6, None, true, true), &here);
    assert!((opinion(&told, 0) - opinion(&after(&[]), 0)).abs() < f32::EPSILON);
    let not_told = beside(&[], &kept(6, None, true, false), &here);
    assert!(opinion(&not_told, 0) > opinion(&told, 0) + 0.05);
}

#[test]
fn a_rating_is_said_where_it_shows_a_liking_and_a_heart_goes_before_it() {
    let told = |pool: &Pool| {
        let aim = crate::rank::AimedAt {
            policy: Policy::Match,
            mood: AffectEstimate::with_sd(Affect::new(0.0, 0.0), 0.2),
            goal: Affect::new(0.0, 0.0),
            target: Affect::new(0.0, 0.0),
            nearest: None,
        };
        let occasion = crate::rank::Occasion { moment: Moment::default(), aimed_at: aim, before: None };
        let terms = crate::rank::Terms::default().with(crate::rank::Term::Track, 0.3);
        let all = crate::rank::reasons(pool, 0, &terms, &occasion);
        all.into_iter().map(|reason| reason.code).next().unwrap_or_default()
    };
    assert_eq!(told(&beside(&[], &kept(0, Some(80), false, false), &[])), "rated");
    assert_eq!(told(&beside(&[], &kept(0, None, true, false), &[])), "starred");
    assert_eq!(told(&beside(&[], &kept(3, Some(60), false, false), &[])), "fit");
    let mut pool = beside(&[], &kept(0, Some(80), false, false), &[]);
    pool.learn(&response(0, FeedbackKind::Liked, 1));
    assert_eq!(told(&pool), "liked");
}

fn response(index: usize, kind: FeedbackKind, n: i64) -> Feedback {
    let target = AffectEstimate::with_sd(Affect::new(0.0, 0.0), 0.3);
    let c = Circumstances { target, policy: Policy::Match, hour: 12, heard: Some(0.02), propensity: None };
    let at = Timestamp(NOW.0 + n * 60_000);
    Feedback { circumstances: Some(c), ..Feedback::new(tracks()[index].id.clone(), kind, at) }
}

#[test]
fn a_history_that_is_somebody_elses_is_soon_not_believed_any_more() {
    let mut pool = after(&jazz(10, 8));
    let (trust, bebop) = (pool.taste().trust(), bebop_in_queue(&pool));
    for n in 0_u32..40 {
        pool.learn(&response((n % 20 / 2 * 4) as usize, FeedbackKind::Skipped, i64::from(2 * n)));
        pool.learn(&response((n % 20 / 2 * 4 + 2) as usize, FeedbackKind::Finished, i64::from(2 * n + 1)));
    }
    assert!(pool.taste().trust() < trust - 0.05, "{}", pool.taste().trust());
    assert!(bebop_in_queue(&pool) < bebop.min(10), "{bebop}");
}

#[test]
fn what_was_said_and_what_was_played_is_counted_once() {
    let mut stated = StatedPreferences::default();
    stated.say(StatedKind::Genre, "bebop", Some(StatedAnswer::Like));
    let worth = |past: &[PastEvidence], said: bool| {
        let mut pool = Pool::new(tracks());
        pool.set_past(past);
        pool.set_stated(if said { stated.clone() } else { StatedPreferences::default() });
        pool.relearn([], |_| None);
        let leaning = pool.taste().model().effects.into_iter().find(|l| l.detail == "bebop");
        leaning.map_or(0.0, |l| l.value)
    };
    let (played, said, both) = (worth(&jazz(8, 6), false), worth(&[], true), worth(&jazz(8, 6), true));
    assert!(both >= played && both < played + said, "{played} {said} {both}");
}

#[test]
fn learning_anew_is_the_same_and_without_a_history_nothing_is_left_of_it() {
    let log = [response(0, FeedbackKind::Finished, 1), response(6, FeedbackKind::Skipped, 2)];
    let mut pool = after(&jazz(4, 3));
    for said in &log {
        pool.learn(said);
    }
    let model = pool.taste().model();
    pool.relearn(&log, |_| None);
    assert_eq!(pool.taste().model(), model);
    pool.set_past(&[]);
    pool.relearn([], |_| None);
    assert_eq!(pool.taste().model(), crate::taste::Taste::default().model());
}
