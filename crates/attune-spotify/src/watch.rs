//! What Connect's answers mean for the tracks that were asked for. Pure: answers and times come in, events come out.

use crate::connect::Playing;
use crate::letters::{key, plain};
use crate::matching::{CLOSE_MS, Match};
use attune_core::player::{PlayStatus, PlayerEvent, PlayerState, TrackEnd, Volume};
use attune_core::text::is_plain;
use attune_core::{Span, Timestamp, TrackId};

/// Longer labels are cut off, in characters.
const LONGEST_LABEL: usize = 400;
/// This close to its end a track counts as heard: Spotify is asked every few seconds, not at every end.
const NEARLY: u32 = 10_000;

/// A track that Spotify was told to play.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Handed {
    pub(crate) id: TrackId,
    pub(crate) uri: String,
    /// Title and artists there, as they are compared.
    names: [String; 2],
    duration_ms: Option<u32>,
}

impl Handed {
    /// The track of that name here, as it was found there.
    pub(crate) fn of(id: TrackId, found: Match) -> Self {
        let names = [&found.title, &found.artist].map(|name| key(&plain(name)));
        Self { id, uri: found.uri, names, duration_ms: found.duration_ms }
    }

    /// Whether it plays under its own address, or is said to play under another one.
    fn is_reported_by(&self, playing: &Playing) -> bool {
        [&playing.uri, &playing.linked_from].into_iter().flatten().any(|uri| *uri == self.uri)
    }

    /// Whether what plays is it, or another edition with its names and length that Spotify plays instead in the
    /// listener's country.
    fn is(&self, playing: &Playing) -> bool {
        let names = [&playing.title, &playing.artist].map(|name| name.as_deref().map(plain));
        let is_named = |(ours, theirs): (&String, Option<String>)| {
            !ours.is_empty() && theirs.is_some_and(|theirs| *ours == key(&theirs))
        };
        let lengths = self.duration_ms.zip(playing.duration_ms);
        self.is_reported_by(playing)
            || (self.names.iter().zip(names).all(is_named)
                && lengths.is_some_and(|(a, b)| a.abs_diff(b) <= CLOSE_MS))
    }
}

/// The track that plays, as last seen.
#[derive(Debug, Clone)]
struct Current {
    handed: Handed,
    position_ms: u32,
    duration_ms: Option<u32>,
    playing: bool,
    at: Timestamp,
    /// Whether Spotify has confirmed it: until then an answer about the music before it changes nothing.
    seen: bool,
}

impl Current {
    /// Where it must be now, if nobody interfered.
    fn position(&self, now: Timestamp) -> u32 {
        let on = if self.playing { (now - self.at).0.max(0) } else { 0 };
        let position = self.position_ms.saturating_add(u32::try_from(on).unwrap_or(u32::MAX));
        position.min(self.duration_ms.unwrap_or(u32::MAX))
    }

    fn ended(&self, now: Timestamp, otherwise: TrackEnd) -> PlayerEvent {
        let heard_ms = self.position(now);
        let near = self.duration_ms.is_some_and(|d| heard_ms.saturating_add(NEARLY) >= d);
        let end = if near { TrackEnd::Finished } else { otherwise };
        PlayerEvent::Ended { track: self.handed.id.clone(), heard_ms, end }
    }
}

/// Follows what plays.
#[derive(Debug, Default)]
pub(crate) struct PlaybackWatch {
    current: Option<Current>,
    /// The one given to Spotify to follow.
    next: Option<Handed>,
    state: Option<PlayerState>,
    /// When it was as it is.
    at: Timestamp,
    /// Whether the last answer told more than that time has passed.
    changed: bool,
}

impl PlaybackWatch {
    /// Spotify was told to play this now. What it replaces has ended, for that reason.
    pub(crate) fn handed(&mut self, handed: Handed, now: Timestamp, why: TrackEnd) -> Option<PlayerEvent> {
        self.next = None;
        let ended = self.current.take().map(|c| c.ended(now, why));
        let current =
            Current { handed, position_ms: 0, duration_ms: None, playing: true, at: now, seen: false };
        self.current = Some(current);
        ended
    }

    /// Spotify was told to play this afterwards.
    pub(crate) fn handed_next(&mut self, handed: Handed) {
        self.next = Some(handed);
    }

    pub(crate) fn has_next(&self) -> bool {
        self.next.is_some()
    }

    /// Whether a track of ours plays or pauses.
    pub(crate) fn is_ours(&self) -> bool {
        self.current.is_some()
    }

    /// How long the current track still plays; none when it does not play or its length is not known.
    pub(crate) fn left(&self, now: Timestamp) -> Option<Span> {
        let current = self.current.as_ref().filter(|c| c.playing)?;
        Some(Span(i64::from(current.duration_ms?) - i64::from(current.position(now))))
    }

    /// What an answer means.
    pub(crate) fn saw(&mut self, playing: Option<&Playing>, now: Timestamp) -> Vec<PlayerEvent> {
        let mut events = Vec::new();
        // Of two with the same names the one whose address is told counts.
        let told =
            |handed: Option<&Handed>| playing.is_some_and(|p| handed.is_some_and(|h| h.is_reported_by(p)));
        let is = |handed: Option<&Handed>| playing.is_some_and(|p| handed.is_some_and(|h| h.is(p)));
        let (current, next) = (self.current.as_ref().map(|c| &c.handed), self.next.as_ref());
        let next_reported = told(next) && !told(current);
        if is(current) && !next_reported {
            self.go_on(playing, now);
        } else if is(next) {
            events.extend(self.current.take().map(|c| c.ended(now, TrackEnd::Skipped)));
            if let Some(handed) = self.next.take() {
                let _ = self.handed(handed, now, TrackEnd::Replaced);
                self.go_on(playing, now);
            }
        } else if self.current.as_ref().is_some_and(|c| c.seen || now - c.at > Span::seconds(5)) {
            // Silence in the middle of a track, or somebody else's choice.
            self.next = None;
            events.extend(self.current.take().map(|c| c.ended(now, TrackEnd::Replaced)));
        }
        let before = self.state.clone();
        events.extend(self.state_of(playing));
        self.at = now;
        self.changed = events.len() > 1 || !same_but_for_time(before.as_ref(), self.state.as_ref());
        events
    }

    /// Whether the last answer told more than that time has passed.
    pub(crate) fn has_changed(&self) -> bool {
        self.changed
    }

    /// The volume is being turned to this. Handed at once, so that what the listener does next starts from there; the next
    /// answer shows what came of it.
    pub(crate) fn turned(&mut self, volume: Volume, now: Timestamp) -> Option<PlayerEvent> {
        let state = self.state.as_mut().filter(|s| s.volume.is_some_and(|v| v != volume))?;
        if state.status == PlayStatus::Playing {
            let on = u32::try_from((now - self.at).0.max(0)).unwrap_or(u32::MAX);
            let position = state.position_ms.saturating_add(on);
            state.position_ms = position.min(state.duration_ms.unwrap_or(u32::MAX));
        }
        (state.volume, self.at) = (Some(volume), now);
        Some(PlayerEvent::State(state.clone()))
    }

    fn go_on(&mut self, playing: Option<&Playing>, now: Timestamp) {
        if let (Some(current), Some(playing)) = (self.current.as_mut(), playing) {
            current.position_ms = playing.position_ms;
            current.duration_ms = playing.duration_ms.or(current.duration_ms);
            (current.playing, current.at, current.seen) = (playing.playing, now, true);
        }
    }

    /// The state, if it is another than last told.
    fn state_of(&mut self, playing: Option<&Playing>) -> Option<PlayerEvent> {
        let state = playing.map_or(PlayerState::STOPPED, |p| PlayerState {
            status: status(p),
            track: self.current.as_ref().filter(|c| c.handed.is(p)).map(|c| c.handed.id.clone()),
            label: label(p),
            position_ms: p.position_ms,
            duration_ms: p.duration_ms,
            volume: p.device.as_ref().and_then(|d| d.volume),
            device: p.device.as_ref().map(|d| d.name.clone()),
        });
        let changed = self.state.as_ref() != Some(&state);
        self.state = Some(state.clone());
        changed.then_some(PlayerEvent::State(state))
    }
}

fn same_but_for_time(a: Option<&PlayerState>, b: Option<&PlayerState>) -> bool {
    let still = |s: &PlayerState| PlayerState { position_ms: 0, ..s.clone() };
    a.map(still) == b.map(still)
}

fn status(playing: &Playing) -> PlayStatus {
    match (playing.playing, &playing.uri) {
        (true, _) => PlayStatus::Playing,
        (false, Some(_)) => PlayStatus::Paused,
        (false, None) => PlayStatus::Stopped,
    }
}

fn label(playing: &Playing) -> Option<String> {
    let title = playing.title.as_deref()?;
    let whole = match playing.artist.as_deref().filter(|a| !a.is_empty()) {
        Some(artist) => format!("{title} – {artist}"),
        None => title.to_owned(),
    };
    Some(whole.chars().filter(|c| is_plain(*c)).take(LONGEST_LABEL).collect())
}

/// When to ask again: soon after something happened, then less and less often.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Pace {
    seconds: i64,
}

impl Pace {
    /// Something has happened.
    pub(crate) const SOON: Self = Self { seconds: 1 };
    const PLAYING_MOST: i64 = 10;
    const QUIET_MOST: i64 = 60;

    /// The pause before the next question, and the pace after it. While music plays, its end is not missed by much.
    pub(crate) fn step(self, playing: bool, left: Option<Span>) -> (Span, Self) {
        let most = if playing { Self::PLAYING_MOST } else { Self::QUIET_MOST };
        let seconds = self.seconds.min(most);
        let end = left.map_or(i64::MAX, |l| l.0.saturating_add(500)).max(1_000);
        (Span((seconds * 1000).min(end)), Self { seconds: (seconds * 2).min(most) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::connect::SpotifyDevice;
    use crate::matching::MatchedBy;

    fn handed(name: &str) -> Handed {
        let found = Match {
            uri: format!("spotify:track:{name}"),
            title: name.into(),
            artist: "Oda, Lund".into(),
            duration_ms: Some(200_000),
            score: 1.0,
            by: MatchedBy::Search,
        };
        Handed::of(TrackId(format!("name:{name}")), found)
    }

    fn plays(name: &str, position_s: u32) -> Playing {
        Playing {
            playing: true,
            uri: Some(format!("spotify:track:{name}")),
            linked_from: None,
            title: Some(name.into()),
            artist: Some("Oda & Lund".into()),
            position_ms: position_s * 1000,
            duration_ms: Some(200_000),
            device: None,
        }
    }

    fn end(events: &[PlayerEvent]) -> Option<(String, u32, TrackEnd)> {
        events.iter().find_map(|e| match e {
            PlayerEvent::Ended { track, heard_ms, end } => Some((track.0.clone(), *heard_ms, *end)),
            _ => None,
        })
    }

    #[test]
    fn a_track_followed_by_the_next_was_finished_or_skipped() {
        for (last, after_s, expected) in [(190, 12, TrackEnd::Finished), (60, 5, TrackEnd::Skipped)] {
            let mut watch = PlaybackWatch::default();
            assert_eq!(watch.handed(handed("a"), Timestamp(0), TrackEnd::Replaced), None);
            assert_eq!(end(&watch.saw(Some(&plays("a", last)), Timestamp(1000))), None);
            watch.handed_next(handed("b"));
            let events = watch.saw(Some(&plays("b", 2)), Timestamp(1000 + after_s * 1000));
            let heard = (last * 1000 + after_s as u32 * 1000).min(200_000);
            assert_eq!(end(&events), Some(("name:a".into(), heard, expected)));
            assert!(watch.is_ours() && !watch.has_next());
        }
    }

    #[test]
    fn somebody_elses_choice_replaces_and_says_nothing_of_the_track() {
        let mut watch = PlaybackWatch::default();
        let _ = watch.handed(handed("a"), Timestamp(0), TrackEnd::Replaced);
        watch.saw(Some(&plays("a", 10)), Timestamp(1000));
        assert!(watch.has_changed());
        watch.saw(Some(&plays("a", 12)), Timestamp(3000));
        assert!(!watch.has_changed(), "only time has passed");
        let events = watch.saw(Some(&plays("theirs", 0)), Timestamp(5000));
        assert!(watch.has_changed());
        assert!(matches!(end(&events), Some((_, 14_000, TrackEnd::Replaced))));
        assert!(
            matches!(events.last(), Some(PlayerEvent::State(s)) if s.track.is_none() && s.label.is_some())
        );
        assert!(!watch.is_ours());
    }

    #[test]
    fn another_edition_of_the_track_that_was_asked_for_is_that_track() {
        let elsewhere = |name| Playing { uri: Some("spotify:track:elsewhere".into()), ..plays(name, 10) };
        let linked = |name, from: &str| Playing { linked_from: Some(from.into()), ..elsewhere(name) };
        for other in [elsewhere("a"), linked("A (Deluxe)", "spotify:track:a")] {
            let mut watch = PlaybackWatch::default();
            let _ = watch.handed(handed("a"), Timestamp(0), TrackEnd::Replaced);
            let events = watch.saw(Some(&other), Timestamp(9000));
            assert!(end(&events).is_none() && watch.is_ours());
            assert!(
                matches!(&events[..], [PlayerEvent::State(s)] if s.track.as_ref().is_some_and(|t| t.0 == "name:a"))
            );
            watch.handed_next(handed("b"));
            let events = watch.saw(Some(&linked("b", "spotify:track:b")), Timestamp(12_000));
            assert!(matches!(end(&events), Some((_, 13_000, TrackEnd::Skipped))) && watch.is_ours());
        }
        for other in [
            Playing { artist: Some("Somebody".into()), ..elsewhere("a") },
            Playing { duration_ms: Some(260_000), ..elsewhere("a") },
            linked("a (Live)", "spotify:track:c"),
        ] {
            let mut watch = PlaybackWatch::default();
            let _ = watch.handed(handed("a"), Timestamp(0), TrackEnd::Replaced);
            watch.saw(Some(&plays("a", 1)), Timestamp(1000));
            let events = watch.saw(Some(&other), Timestamp(9000));
            assert!(matches!(end(&events), Some((_, _, TrackEnd::Replaced))), "{other:?}");
        }
    }

    #[test]
    fn an_answer_about_the_music_before_changes_nothing() {
        let mut watch = PlaybackWatch::default();
        let _ = watch.handed(handed("a"), Timestamp(0), TrackEnd::Replaced);
        assert_eq!(end(&watch.saw(Some(&plays("before", 90)), Timestamp(500))), None);
        assert!(watch.is_ours());
    }

    #[test]
    fn a_turn_of_the_volume_shows_at_once_and_keeps_the_place() {
        let device = |percent| SpotifyDevice {
            id: None,
            name: "Kitchen".into(),
            kind: None,
            active: true,
            volume: Some(Volume::percent(percent)),
        };
        let state = |event: Option<PlayerEvent>| match event {
            Some(PlayerEvent::State(state)) => (state.volume.map(Volume::as_percent), state.position_ms),
            other => panic!("{other:?}"),
        };
        let mut watch = PlaybackWatch::default();
        assert_eq!(watch.turned(Volume::percent(10), Timestamp(0)), None, "nothing plays anywhere");
        let playing = Playing { device: Some(device(50)), ..plays("a", 30) };
        watch.saw(Some(&playing), Timestamp(1_000));
        assert_eq!(state(watch.turned(Volume::percent(60), Timestamp(3_000))), (Some(60), 32_000));
        assert_eq!(state(watch.turned(Volume::percent(70), Timestamp(3_500))), (Some(70), 32_500));
        assert_eq!(watch.turned(Volume::percent(70), Timestamp(3_600)), None);
        let refused = Playing { device: Some(device(50)), ..plays("a", 33) };
        let events = watch.saw(Some(&refused), Timestamp(4_000));
        assert_eq!(state(events.into_iter().next_back()), (Some(50), 33_000), "what came of it");
    }

    #[test]
    fn a_pause_stops_the_time() {
        let mut watch = PlaybackWatch::default();
        let _ = watch.handed(handed("a"), Timestamp(0), TrackEnd::Replaced);
        watch.saw(Some(&Playing { playing: false, ..plays("a", 30) }), Timestamp(1000));
        assert_eq!(watch.left(Timestamp(9000)), None);
        let events = watch.saw(None, Timestamp(500_000));
        assert!(matches!(end(&events), Some((_, 30_000, TrackEnd::Replaced))));
    }

    #[test]
    fn questions_become_rarer_and_do_not_miss_an_end() {
        let mut pace = Pace::SOON;
        let mut pauses = Vec::new();
        for _ in 0..8 {
            let (pause, next) = pace.step(false, None);
            pauses.push(pause.0 / 1000);
            pace = next;
        }
        assert_eq!(pauses, [1, 2, 4, 8, 16, 32, 60, 60]);
        let slow = Pace { seconds: 60 };
        assert_eq!(slow.step(true, None).0, Span::seconds(10));
        assert_eq!(slow.step(true, Some(Span(3000))).0, Span(3500));
        assert_eq!(slow.step(true, Some(Span(-9000))).0, Span(1000));
    }
}
