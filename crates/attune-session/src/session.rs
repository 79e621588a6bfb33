//! An engine on a thread of its own.

mod camera;
mod camera_pulse;
mod device_host;
mod import;
mod look;
mod looper;
mod past;
mod player_host;
mod pool_maker;
mod presence;
mod senses;

use crate::catalogue_page::{Catalogues, LibraryQuery, SortedCatalogues};
use crate::device::Timing;
use crate::engine::{BuiltPool, Engine, EngineOptions};
use crate::eyes::{EyesEvent, OpenCamera, OpenEyes};
use crate::senses::{SensePorts, SenseReport};
use crate::view::{LibraryPage, StatedChoices, UiEvent};
use attune_core::player::{PlayerEvent, PlayerKind, PlayerListener};
use attune_core::ports::{Archive, FrameSource, Player};
use attune_core::time::Clock;
use attune_core::{AppError, ErrorCode, Sense, SenseMode, Timestamp};
use crossbeam_channel::{Sender, bounded, unbounded};
use looper::Loop;
pub use presence::{Absence, Presence};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Mutex, PoisonError};
use std::thread::JoinHandle;

/// Gets every event, on the session's thread; it must not block.
pub type Listener = Box<dyn Fn(&UiEvent) + Send>;

/// Opens a player of that kind, which tells what happens through the listener; runs on the session's thread, so that
/// whatever takes long belongs on a thread of the player's own.
pub type OpenPlayer = Box<dyn FnMut(PlayerKind, PlayerListener) -> Result<Box<dyn Player>, AppError> + Send>;

/// For a session that only keeps a list: opening a player fails with `no_player`.
#[must_use]
pub fn no_player() -> OpenPlayer {
    Box::new(|_, _| Err(AppError::new(ErrorCode::NoPlayer, "There is no player to play music with.")))
}

/// What a session is put together from.
pub struct Composition {
    /// Where things are kept.
    pub archive: Box<dyn Archive>,
    /// What the engine is made with.
    pub options: EngineOptions,
    /// Tells the time.
    pub clock: Clock,
    /// Opens the camera.
    pub open_camera: OpenCamera,
    /// Loads the models.
    pub open_eyes: OpenEyes,
    /// Opens the senses beside the face.
    pub senses: SensePorts,
    /// Opens what plays.
    pub open_player: OpenPlayer,
    /// Gets every event.
    pub listener: Listener,
}

enum Message {
    Call(Box<dyn FnOnce(&mut Loop) + Send>),
    /// A pool was made in the background.
    Built(Box<BuiltPool>),
    Eyes(u64, EyesEvent),
    Sense(Sense, u64, SenseReport),
    Player(u64, PlayerEvent, Timestamp),
    Stop,
}

/// A running session; the handle can be shared. It ends, and closes the camera, when it is dropped.
pub struct Session {
    messages: Sender<Message>,
    thread: Option<JoinHandle<()>>,
    clock: Clock,
    open_eyes: OpenEyes,
    /// The library as it was last looked at.
    sorted: Mutex<SortedCatalogues>,
}

impl Session {
    /// Starts the session's thread.
    pub fn start(composition: Composition) -> Result<Self, AppError> {
        Self::start_timed(composition, Timing::default())
    }

    /// The same with other limits of time.
    pub fn start_timed(composition: Composition, timing: Timing) -> Result<Self, AppError> {
        let (messages, inbox) = unbounded();
        let (clock, open_eyes) = (composition.clock.clone(), composition.open_eyes.clone());
        let failed = |e: std::io::Error| {
            AppError::new(ErrorCode::SessionFailed, format!("Attune could not start a thread: {e}."))
        };
        let pools = pool_maker::start(messages.clone()).map_err(failed)?;
        let own = messages.clone();
        let thread = std::thread::Builder::new()
            .name("session".into())
            .spawn(move || Loop::new(composition, own, pools, timing).run(&inbox))
            .map_err(failed)?;
        Ok(Self { messages, thread: Some(thread), clock, open_eyes, sorted: Mutex::default() })
    }

    /// Runs `body` on the engine and gives its answer. A panic in it is an error (code `unexpected`), and the session goes
    /// on.
    pub fn call<T: Send + 'static>(
        &self,
        body: impl FnOnce(&mut Engine, Timestamp) -> T + Send + 'static,
    ) -> Result<T, AppError> {
        self.on_loop(move |l| {
            let now = (l.clock)();
            body(&mut l.engine, now)
        })
    }

    fn on_loop<T: Send + 'static>(
        &self,
        body: impl FnOnce(&mut Loop) -> T + Send + 'static,
    ) -> Result<T, AppError> {
        let (reply, answer) = bounded(1);
        let call = Message::Call(Box::new(move |l| {
            let done = catch_unwind(AssertUnwindSafe(|| body(l)));
            if done.is_err() {
                l.recover();
            }
            // The caller may have gone away meanwhile.
            drop(reply.send(done.map_err(|_| unexpected())));
        }));
        let gone = || AppError::new(ErrorCode::SessionGone, "Attune is shutting down.");
        self.messages.send(call).map_err(|_| gone())?;
        answer.recv().map_err(|_| gone())?
    }

    /// A page of the tracks of all catalogues that are on. Sorting happens on the caller's thread.
    pub fn library(&self, query: &LibraryQuery) -> Result<LibraryPage, AppError> {
        let catalogues = self.catalogues()?;
        Ok(self.sorted.lock().unwrap_or_else(PoisonError::into_inner).page(&catalogues, query))
    }

    /// What there is to state a preference about.
    pub fn stated_choices(&self) -> Result<StatedChoices, AppError> {
        Ok(self.catalogues()?.stated_choices())
    }

    /// Artists whose name has `text` in it; see [`Catalogues::find_artists`].
    pub fn find_artists(&self, text: &str, most: usize) -> Result<Vec<String>, AppError> {
        Ok(self.catalogues()?.find_artists(text, most))
    }

    fn catalogues(&self) -> Result<Catalogues, AppError> {
        self.call(|e, _| e.catalogues())
    }

    /// Opens the camera of the settings; its progress arrives as events.
    pub fn start_camera(&self) -> Result<(), AppError> {
        self.on_loop(Loop::start_camera)
    }

    /// Closes the camera.
    pub fn pause_camera(&self) -> Result<(), AppError> {
        self.on_loop(Loop::pause_camera)
    }

    /// Switches a sense on, with the device of the settings; its progress arrives as events. The pulse by camera is measured
    /// once, for half a minute, and opens the camera for that if it is off.
    pub fn start_sense(&self, sense: Sense, mode: SenseMode) -> Result<(), AppError> {
        self.on_loop(move |l| l.start_sense(sense, mode))
    }

    /// Switches a sense off.
    pub fn stop_sense(&self, sense: Sense) -> Result<(), AppError> {
        self.on_loop(move |l| l.stop_sense(sense))
    }

    /// Closes the camera and switches every sense off.
    pub fn stop_sensing(&self) -> Result<(), AppError> {
        self.on_loop(Loop::stop_sensing)
    }

    /// Tells that the listener went away or came back. Going away closes the camera, the microphone and the strap, if the
    /// settings say so; coming back opens those again that were on. Their progress arrives as events.
    pub fn set_presence(&self, presence: Presence) -> Result<(), AppError> {
        self.on_loop(move |l| l.set_presence(presence))
    }

    /// Whether no camera, microphone or strap is held any more, also by a thread that was left behind. For who must wait
    /// until they are closed, as before the machine sleeps.
    pub fn has_released_devices(&self) -> Result<bool, AppError> {
        self.on_loop(|l| l.has_released_devices())
    }

    /// How many of the camera's pictures are taken a second, at most; none while no camera is on.
    pub fn frames_per_second(&self) -> Result<Option<u32>, AppError> {
        self.on_loop(|l| l.frames_per_second())
    }

    /// Looks at the pictures of a source on a thread of the caller's choice: this blocks until they are read.
    /// The last one with a face decides the mood. Errors: what the models or the source say, or `picture_no_face`,
    /// `picture_several_faces` and `picture_unclear`.
    pub fn look_at(&self, mut source: Box<dyn FrameSource>) -> Result<(), AppError> {
        let mut eyes = (self.open_eyes)()?;
        let face = look::last_face(&mut *source, &mut *eyes, &*self.clock)?;
        self.call(move |e, now| e.see_picture(&face, now))
    }
}

fn unexpected() -> AppError {
    let message = "Something unexpected happened, and this was not done. Everything else goes on; try again.";
    AppError::new(ErrorCode::Unexpected, message)
}

impl Drop for Session {
    fn drop(&mut self) {
        drop(self.messages.send(Message::Stop));
        if let Some(thread) = self.thread.take() {
            drop(thread.join());
        }
    }
}
