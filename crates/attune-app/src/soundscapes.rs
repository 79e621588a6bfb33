//! Soundscapes in the queue: the shelf of pieces, and the sound of the one that plays, which follows the mood.
//!
//! `Soundscapes::sound` opens a piece for the player; `Soundscapes::follow` hears from the session's events where
//! the music is to lead; `put_up` hands the pieces to the session as a shelf, and what a playing piece changes as
//! [`UiEvent::Soundscape`]. [`Program`] has pieces follow one another outside of a queue, and
//! [`journey()`] tells what a listener would hear of one over a while.

mod following;
mod journey;
mod pieces;
mod program;

use crate::background::spawn;
use crate::lock::held;
use attune_audio::play::{Sound, Source};
use attune_core::{Affect, Policy, Track, TrackId, Tracks};
use attune_session::engine::SOUNDSCAPES;
use attune_session::view::{SoundscapeReason, SoundscapeView, UiEvent};
use attune_session::{Listener, Session};
pub use attune_soundscape::FRAME_RATE;
use attune_soundscape::{Before, Why, request_of};
use following::Following;
pub use journey::{Heard, journey};
pub use program::Program;
use std::collections::VecDeque;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, Weak};

/// The name of the shelf.
const NAME: &str = "Soundscapes";
/// So many pieces are remembered with what they joined on to, so that going back in one does not change it.
const REMEMBERED: usize = 8;

/// The composer as the app holds it. Clones share what they know.
#[derive(Clone)]
pub(crate) struct Soundscapes(Arc<Shared>);

/// What the session's thread, the player's and this module share; no lock is held for longer than a look.
struct Shared {
    course: Mutex<Course>,
    joins: Mutex<Joins>,
    changes: Sender<SoundscapeView>,
}

/// Where the music is to lead, and what for.
#[derive(Debug, Clone, Copy, Default)]
struct Course {
    /// The policy in force and where it leads; none as long as nobody said.
    policy: Option<(Policy, Affect)>,
    /// The mood that steers the music.
    mood: Option<Affect>,
    /// The next step.
    target: Option<Affect>,
}

impl Course {
    /// What the listener asked for, where that is why the affect moves this way; none where it moves with the mood.
    fn asked(&self, why: Why) -> Option<SoundscapeReason> {
        let ((policy, goal), mood) = (self.policy?, self.mood?);
        let wanted = match why {
            Why::MoreEnergy => goal.arousal > mood.arousal,
            Why::Calmer => goal.arousal < mood.arousal,
            Why::MorePleasant => goal.valence > mood.valence,
            Why::Darker => goal.valence < mood.valence,
        };
        match policy {
            Policy::Lift if wanted => Some(SoundscapeReason::Lift),
            Policy::Calm if wanted => Some(SoundscapeReason::Calm),
            Policy::Energise if wanted => Some(SoundscapeReason::Energise),
            Policy::Hold if wanted => Some(SoundscapeReason::Hold),
            _ => None,
        }
    }
}

/// What pieces join on to.
#[derive(Default)]
struct Joins {
    /// What the piece that was played to its end leaves to the next.
    left: Option<Before>,
    /// What the latest pieces joined on to.
    known: VecDeque<(TrackId, Option<Before>)>,
}

/// What playing pieces change, to be handed to the session by [`put_up`].
pub(crate) struct Changes(Receiver<SoundscapeView>);

impl Soundscapes {
    /// The composer, and what playing pieces will change.
    #[must_use]
    pub(crate) fn new() -> (Self, Changes) {
        let (changes, told) = channel();
        let shared = Shared { course: Mutex::default(), joins: Mutex::default(), changes };
        (Self(Arc::new(shared)), Changes(told))
    }

    /// A listener that hears where the music is to lead before it hands events on.
    #[must_use]
    pub(crate) fn follow(&self, next: Listener) -> Listener {
        let shared = Arc::clone(&self.0);
        Box::new(move |event| {
            shared.hear(event);
            next(event);
        })
    }

    /// The sound of a piece that follows the mood; none for other tracks, and for pieces of another version of the
    /// composer.
    #[must_use]
    pub(crate) fn sound(&self, track: &Track) -> Option<Source> {
        let request = request_of(&track.id)?;
        let before = held(&self.0.joins).before(&track.id);
        let generator = Following::new(track.id.clone(), &request.after(before), Arc::clone(&self.0));
        // Pieces are composed at the loudness that other tracks are levelled to.
        Some(Source { sound: Sound::Generated(Box::new(generator)), gain_db: 0.0, album: None })
    }
}

impl Joins {
    /// What a piece joins on to: as before if it was opened lately, else the piece that has just ended.
    fn before(&mut self, track: &TrackId) -> Option<Before> {
        let left = self.left.take();
        if let Some((_, known)) = self.known.iter().find(|(id, _)| id == track) {
            return *known;
        }
        self.known.push_back((track.clone(), left));
        if self.known.len() > REMEMBERED {
            self.known.pop_front();
        }
        left
    }
}

impl Shared {
    fn course(&self) -> Course {
        *held(&self.course)
    }

    fn hear(&self, event: &UiEvent) {
        match event {
            UiEvent::Policy(view) => {
                let mut course = held(&self.course);
                course.policy = Some((view.policy, view.goal));
                course.target = view.path.first().copied().or(Some(view.goal));
            }
            UiEvent::Mood(view) => held(&self.course).mood = Some(view.settled),
            _ => {}
        }
    }

    fn ended(&self, before: Before) {
        held(&self.joins).left = Some(before);
    }

    fn publish(&self, view: SoundscapeView) {
        // Nobody listens while the app closes.
        drop(self.changes.send(view));
    }
}

/// Puts the pieces up as a shelf of the session, and hands on what playing pieces change, on a thread of its own. It ends
/// with the session.
pub(crate) fn put_up(session: Weak<Session>, changes: Changes) {
    let work = move || {
        let pieces = Tracks::new(pieces::all());
        let set_shelf =
            |session: &Session| session.call(move |e, now| e.set_shelf(SOUNDSCAPES, NAME, pieces, now));
        if session.upgrade().is_none_or(|session| set_shelf(&session).is_err()) {
            return;
        }
        for view in changes.0 {
            let Some(session) = session.upgrade() else { return };
            if session.call(move |e, _| e.emit(UiEvent::Soundscape(view))).is_err() {
                return;
            }
        }
    };
    spawn("attune-soundscapes", work);
}

#[cfg(test)]
mod tests;
