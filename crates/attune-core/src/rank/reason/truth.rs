//! Reasons are true: whatever tracks, moods and histories are drawn, every sentence is borne out by the numbers it speaks of.
//!
//! The checks count in the feedback itself, and measure on the plane, rather than ask what the reasons were written from.

use super::*;
use crate::feedback::{Circumstances, Feedback, FeedbackKind};
use crate::rank::{Ranked, Request, rank};
use crate::track::{AffectSource, Score};
use crate::{Affect, AffectEstimate, Policy, TrackAffect, TrackId};
use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use std::collections::HashSet;
use std::sync::Arc;

const GENRES: [&str; 5] = ["jazz", "bebop", "folk rock", "punk", "gagaku"];
const LANGUAGES: [&str; 5] = ["en", "de-AT", "zxx", "fi", "sw"];
const NOW: Timestamp = Timestamp(40 * 86_400_000);

/// Everything that a sentence can be about.
#[derive(Debug)]
struct Scene {
    tracks: Vec<Arc<Track>>,
    log: Vec<Feedback>,
    likes: Vec<(StatedKind, String)>,
    moment: Moment,
    mood: AffectEstimate,
    from: Affect,
    hold: Affect,
}

fn point() -> impl Strategy<Value = Affect> {
    (-1.0..=1.0, -1.0..=1.0).prop_map(|(v, a)| Affect::new(v, a))
}

fn maybe<T: Clone + std::fmt::Debug>(
    from: impl Strategy<Value = T> + Clone,
) -> impl Strategy<Value = Option<T>> + Clone {
    prop_oneof![1 => Just(None), 3 => from.prop_map(Some)]
}

fn a_track() -> impl Strategy<Value = Track> {
    let names = (0..6usize, maybe(select(&GENRES[..])), maybe(1930..2030i16), maybe(select(&LANGUAGES[..])));
    let sound = (maybe(0..=100u8), maybe(50.0..180.0f32), any::<bool>(), any::<bool>(), -7.0..13.0f32);
    (point(), 0.05..0.7, names, sound).prop_map(|(at, sd, (artist, genre, year, language), sound)| {
        let (popularity, tempo, composed, minor, register) = sound;
        Track {
            genre: genre.map(Into::into),
            year,
            language: language.map(Into::into),
            popularity,
            tempo,
            score: composed.then_some(Score { minor, register }),
            affect: TrackAffect {
                estimate: AffectEstimate::with_sd(at, sd),
                sources: vec![AffectSource::Curated],
            },
            ..Track::new(TrackId(String::new()), "Song", if artist == 0 { "" } else { NAMES[artist] })
        }
    })
}

const NAMES: [&str; 6] = ["", "Kira Voss", "Oda", "Lund & Oda", "Brand", "Kira Voss feat. Oda"];

fn kind() -> impl Strategy<Value = FeedbackKind> {
    use FeedbackKind as K;
    prop_oneof![
        6 => Just(K::Finished),
        3 => Just(K::Skipped),
        2 => Just(K::Liked),
        1 => select(vec![K::Unliked, K::Removed, K::Never, K::Allowed, K::ArtistNever, K::ArtistAllowed, K::Opened]),
    ]
}

fn a_scene() -> impl Strategy<Value = Scene> {
    let tracks = prop::collection::vec(a_track(), 4..24);
    let log = prop::collection::vec((0..24usize, kind(), 0..24u8, maybe(0.0..=1.0)), 0..60);
    let likes = prop::collection::vec((0..5usize, 0..5usize), 0..4);
    let spread = 0.05..0.8;
    let moods = (point(), spread, point(), point(), select(&Policy::ALL[..5]), 0..24u8);
    (tracks, log, likes, moods).prop_map(|(tracks, log, likes, (mood, spread, from, hold, policy, hour))| {
        let named =
            tracks.into_iter().zip(0..).map(|(t, n)| Arc::new(Track { id: TrackId(format!("t{n}")), ..t }));
        let tracks: Vec<Arc<Track>> = named.collect();
        let deed = |((which, kind, hour, heard), n): ((usize, FeedbackKind, u8, Option<f64>), i64)| {
            let target = AffectEstimate::with_sd(hold, 0.3);
            let circumstances = Circumstances { target, policy, hour, heard, propensity: None };
            let id = tracks[which % tracks.len()].id.clone();
            let deed = Feedback::new(id, kind, Timestamp(n * 3_600_000));
            Feedback { circumstances: Some(circumstances), ..deed }
        };
        let log = log.into_iter().zip(0..).map(deed).collect();
        Scene {
            log,
            likes: likes.into_iter().map(|(kind, which)| liking(kind, which)).collect(),
            moment: Moment { policy, hour },
            mood: AffectEstimate::with_sd(mood, spread),
            from,
            hold,
            tracks,
        }
    })
}

fn liking(kind: usize, which: usize) -> (StatedKind, String) {
    match kind {
        0 => (StatedKind::Artist, NAMES[which.max(1)].into()),
        1 => (StatedKind::Genre, GENRES[which].into()),
        2 => (StatedKind::Family, ["jazz", "rock", "folk", "punk", "pop"][which].into()),
        3 => (StatedKind::Era, eras()[which].into()),
        _ => (StatedKind::Language, ["en", "de", "zxx", "other", "fr"][which].into()),
    }
}

impl Scene {
    fn pool(&self) -> Pool {
        let mut pool = Pool::new(self.tracks.iter().cloned());
        let mut stated = StatedPreferences::default();
        for (kind, name) in &self.likes {
            stated.say(*kind, name, Some(StatedAnswer::Like));
        }
        pool.set_stated(stated);
        pool.relearn(&self.log, |_| None);
        pool
    }

    fn aimed_at(&self, chosen: &Ranked) -> AimedAt {
        let policy = self.moment.policy;
        let goal = policy.goal(self.mood.mean, self.hold);
        AimedAt { policy, mood: self.mood, goal, target: chosen.target, nearest: chosen.nearest }
    }

    /// Whether three plays or a heart speak for tracks of a kind, and more than against.
    fn shown(&self, of_kind: impl Fn(&Track, &Feedback) -> bool) -> bool {
        let count = |kinds: &[FeedbackKind]| {
            let about = |f: &&Feedback| self.tracks.iter().any(|t| t.id == f.track && of_kind(t, f));
            self.log.iter().filter(|f| kinds.contains(&f.kind)).filter(about).count()
        };
        let early = |f: &Feedback| f.circumstances.and_then(|c| c.heard).is_none_or(|h| h < 0.9);
        let skipped = self
            .log
            .iter()
            .filter(|f| f.kind == FeedbackKind::Skipped && early(f))
            .filter(|f| self.tracks.iter().any(|t| t.id == f.track && of_kind(t, f)))
            .count();
        let refused =
            count(&[FeedbackKind::Removed, FeedbackKind::Never, FeedbackKind::ArtistNever]) + skipped;
        let finished = count(&[FeedbackKind::Finished]);
        let hearts = count(&[FeedbackKind::Liked]);
        (hearts > 0 || finished >= 3) && finished + hearts > refused
    }

    /// Whether it was shown for tracks whose measure lies in some range around `own` of at most `width`.
    fn shown_around(&self, of: impl Fn(&Track) -> Option<f32>, own: f32, width: f32) -> bool {
        let values: Vec<f32> = self.tracks.iter().filter_map(|t| of(t)).collect();
        let ends = values.iter().filter(|high| **high >= own);
        let ranges = ends.flat_map(|high| values.iter().map(move |low| *low..=*high));
        ranges
            .filter(|range| *range.start() <= own && range.end() - range.start() <= width)
            .any(|range| self.shown(|t, _| of(t).is_some_and(|value| range.contains(&value))))
    }

    fn said(&self, kind: StatedKind, name: &str) -> bool {
        self.likes.iter().any(|(k, n)| *k == kind && n == name)
    }
}

/// What sentences about moods claim, against the plane.
fn fit_is_true(text: &str, scene: &Scene, chosen: &Ranked, pool: &Pool) -> bool {
    let at = pool.rows()[chosen.index as usize].affect();
    let (mood, at_mean) = (scene.mood.mean, at.mean);
    let near = |to: Affect| at_mean.distance(to) <= 0.35 + 1e-6;
    let Some((_, claim)) = text.split_once(", ") else { return true };
    match claim {
        "close to your mood" => near(mood) && scene.mood.spread() <= 0.45,
        "on the way to your mood" => near(chosen.target) && scene.moment.policy == Policy::Match,
        "an easy place to start" => near(chosen.target) && scene.mood.spread() > 0.45,
        "on the way to something brighter" => {
            scene.moment.policy == Policy::Lift && at_mean.valence > mood.valence
        }
        "on the way to something calmer" => {
            scene.moment.policy == Policy::Calm && at_mean.arousal < mood.arousal
        }
        "on the way to more energy" => {
            scene.moment.policy == Policy::Energise && at_mean.arousal > mood.arousal
        }
        "close to the mood you set" => scene.moment.policy == Policy::Hold && near(scene.hold),
        "on the way to the mood you set" => scene.moment.policy == Policy::Hold && near(chosen.target),
        "about the closest you have" => {
            let playable = pool.rows().iter().filter(|r| !r.is_blocked());
            let least = playable.map(|r| r.affect().mean.distance(chosen.target)).fold(f64::MAX, f64::min);
            least > 0.35 && at_mean.distance(chosen.target) <= least + 0.1 + 1e-6
        }
        other => panic!("a claim that no check knows: {other}"),
    }
}

/// How the words for a sound, a tempo and a mode hold for a track that follows another.
fn sounds_true(text: &str, track: &Track, row: &Row, before: Option<&Track>) -> bool {
    let words = text.trim_start_matches("it is ").trim_start_matches("probably ");
    let words = words.split(", ").next().unwrap_or_default();
    if words.ends_with(" mode") {
        let (pace, mode) = words.split_once(" and ").unwrap();
        let (tempo, score) = (track.tempo.unwrap(), track.score.unwrap());
        let old = before.and_then(|b| Some((b.tempo?, b.score?)));
        let paced = match pace {
            "slow" => tempo < 80.0,
            "fast" => tempo >= 112.0,
            "slower than the piece before" => old.is_some_and(|(t, _)| t / tempo > 1.05),
            "faster than the piece before" => old.is_some_and(|(t, _)| tempo / t > 1.05),
            _ => pace == "unhurried" && (80.0..112.0).contains(&tempo),
        };
        let turned = !mode.starts_with("now ") || old.is_some_and(|(_, s)| s.minor != score.minor);
        return paced && turned && score.minor == mode.contains("minor");
    }
    let at = row.affect().mean;
    let bright = ["bright", "warm"].iter().any(|w| words.contains(w));
    let dark = ["dark", "subdued"].iter().any(|w| words.contains(w));
    let lively = ["energetic", "intense"].iter().any(|w| words.contains(w));
    let calm = ["calm", "quiet"].iter().any(|w| words.contains(w));
    bright == (at.valence > 0.15)
        && dark == (at.valence < -0.15)
        && lively == (at.arousal > 0.15)
        && calm == (at.arousal < -0.15)
}

/// Whether a reason is true; a code or a sentence that no check knows fails.
fn holds(reason: &Reason, scene: &Scene, (chosen, before): (&Ranked, Option<&Track>), pool: &Pool) -> bool {
    let (track, row) = (&pool.track(chosen.index), &pool.rows()[chosen.index as usize]);
    let deeds = |kind| scene.log.iter().filter(|f| f.track == track.id && f.kind == kind).count();
    let text = reason.text.as_str();
    let genre = track.genre.as_deref().unwrap_or_default();
    if let Some(stated) = text.strip_prefix("you said you like ") {
        return stated_is_true(reason.code, stated, scene, track);
    }
    match reason.code {
        "fit" => fit_is_true(text, scene, chosen, pool) && sounds_true(text, track, row, before),
        "popular" => track.popularity.is_some_and(|p| p >= 50),
        "known" => track.popularity.is_some_and(|p| {
            p < 50 && scene.shown(|t, _| t.popularity.is_some_and(|other| other / 20 == p / 20))
        }),
        "novel" => scene.log.iter().all(|f| f.track != track.id || !f.kind.lets_rest()),
        "explore" => chosen.terms.get(Term::Explore) > 0.0,
        "liked" => deeds(FeedbackKind::Liked) > 0,
        "finished" => {
            let n = deeds(FeedbackKind::Finished);
            n > 0 && (n == 1 || text.contains(&n.to_string()))
        }
        "artist" => {
            let name = text.strip_prefix("you like ").unwrap();
            track.artist.contains(name)
                && scene.shown(|t, _| t.artist.split([' ', '&']).next() == name.split(' ').next())
        }
        "genreWord" => {
            text == format!("you like {genre}") && scene.shown(|t, _| t.genre.as_deref() == Some(genre))
        }
        "genre" => {
            let name = text.strip_prefix("you like ").unwrap();
            let of = |t: &Track| families(t.genre.as_deref()).any(|f| f.name() == name);
            let word = genre == name && scene.shown(|t, _| t.genre.as_deref() == Some(genre));
            word || (of(track) && scene.shown(|t, _| of(t)))
        }
        "sound" => {
            let words = text.strip_prefix("you like ").unwrap().strip_suffix(" music").unwrap();
            let of =
                |t: &Track| sounds_true(words, t, &pool.rows()[pool.find(&t.id).unwrap() as usize], None);
            sounds_true(words, &Track { score: None, ..Track::clone(track) }, row, None)
                && scene.shown(|t, _| of(t))
        }
        "era" => {
            let era = |t: &Track| t.year.and_then(era_of_year);
            let spoken = text.strip_prefix("you like music from ").unwrap();
            era_holds(spoken, track) && scene.shown(|t, _| era(t).is_some() && era(t) == era(track))
        }
        "language" => {
            let instrumental = track.language.as_deref() == Some("zxx");
            text.contains("instrumental") == instrumental && scene.shown(|t, _| t.language == track.language)
        }
        "tempo" => scene.shown_around(|t| t.tempo, track.tempo.unwrap(), 18.0),
        "register" => {
            let register = |t: &Track| t.score.map(|s| s.register);
            scene.shown_around(register, register(track).unwrap(), 2.0)
        }
        "daytime" => {
            let lively = text.contains("energetic");
            let quarter = scene.moment.hour / 6;
            let named = ["night", "morning", "afternoon", "evening"][usize::from(quarter)];
            let energetic = |t: &Track| {
                let arousal = pool.rows()[pool.find(&t.id).unwrap() as usize].affect().mean.arousal;
                if lively { arousal > 0.15 } else { arousal < -0.15 }
            };
            let then = |f: &Feedback| f.circumstances.is_some_and(|c| c.hour / 6 == quarter);
            text.contains(named) && energetic(track) && scene.shown(|t, f| energetic(t) && then(f))
        }
        other => panic!("a reason that no check knows: {other}: {text}"),
    }
}

fn era_holds(spoken: &str, track: &Track) -> bool {
    let year = track.year.unwrap();
    match spoken {
        "before 1960" => year < 1960,
        "the 2020s" => year >= 2020,
        decade => decade == format!("the {}s", year / 10 * 10),
    }
}

fn stated_is_true(code: &str, what: &str, scene: &Scene, track: &Track) -> bool {
    match code {
        "artist" => scene.said(StatedKind::Artist, what) && track.artist.contains(what),
        "genreWord" => scene.said(StatedKind::Genre, what) && track.genre.as_deref() == Some(what),
        "genre" => {
            let family = families(track.genre.as_deref()).find(|f| f.name() == what);
            let word = scene.said(StatedKind::Genre, what) && track.genre.as_deref() == Some(what);
            word || family.is_some_and(|f| scene.said(StatedKind::Family, f.code()))
        }
        "era" => {
            let spoken = what.strip_prefix("music from ").unwrap();
            let era = eras()[track.year.and_then(era_of_year).unwrap()];
            era_holds(spoken, track) && scene.said(StatedKind::Era, era)
        }
        "language" => {
            let tag = track.language.as_deref().unwrap();
            scene.said(StatedKind::Language, language_code(tag))
                && what.contains("instrumental") == (tag == "zxx")
        }
        other => panic!("nothing of this kind can be said: {other}"),
    }
}

/// What a scene ranks, each with the track that plays before it and the reasons for it.
fn all_reasons(scene: &Scene, pool: &Pool) -> Vec<(Ranked, Option<Track>, Vec<Reason>)> {
    let path = scene.moment.policy.path(scene.from, scene.mood.mean, scene.hold, 8);
    let sd = (scene.mood.sd_valence, scene.mood.sd_arousal);
    let request =
        Request { moment: scene.moment, mood_sd: sd, seed: 3, surprise: 0.5, ..Request::new(&path, NOW) };
    let mut before: Option<Track> = None;
    let of = |chosen: Ranked| {
        let old = before.replace(pool.track(chosen.index));
        let composed = old.as_ref().and_then(Composed::of);
        let occasion = Occasion { moment: scene.moment, aimed_at: scene.aimed_at(&chosen), before: composed };
        let all = reasons(pool, chosen.index, &chosen.terms, &occasion);
        (chosen, old, all)
    };
    rank(pool, &request).into_iter().map(of).collect()
}

/// Otherwise the property below would hold for want of sentences.
#[test]
fn every_kind_of_sentence_comes_up() {
    let mut runner = TestRunner::deterministic();
    let mut told: HashSet<String> = HashSet::new();
    for _ in 0..400 {
        let scene = a_scene().new_tree(&mut runner).unwrap().current();
        for (_, _, all) in all_reasons(&scene, &scene.pool()) {
            told.extend(all.iter().map(|r| r.code.to_owned()));
            told.extend(all.iter().filter(|r| r.text.contains("you said")).map(|_| "stated".to_owned()));
            let claim = |r: &Reason| Some(r.text.split_once(", ")?.1.to_owned());
            told.extend(all.iter().filter(|r| r.code == "fit").filter_map(claim));
            told.extend(all.iter().flat_map(|r| r.detail.split(' ').map(str::to_owned)));
        }
    }
    for code in "fit popular novel explore liked finished artist genreWord genre sound era language tempo \
                 register daytime stated slower faster nowMinor nowMajor"
        .split_whitespace()
    {
        assert!(told.contains(code), "{code} of {told:?}");
    }
    for claim in [
        "close to your mood",
        "about the closest you have",
        "on the way to something calmer",
        "close to the mood you set",
    ] {
        assert!(told.contains(claim), "{claim} of {told:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn every_sentence_holds(scene in a_scene()) {
        let pool = scene.pool();
        for (chosen, before, all) in all_reasons(&scene, &pool) {
            prop_assert!(!all.is_empty());
            for reason in &all {
                prop_assert!(
                    holds(reason, &scene, (&chosen, before.as_ref()), &pool),
                    "\"{}\" of {:?} after {:?} in {:?}",
                    reason.text, pool.track(chosen.index), before, scene.aimed_at(&chosen),
                );
            }
        }
    }
}
