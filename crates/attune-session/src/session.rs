//! An engine on a thread of its own.

use crate::engine::{Engine, EngineOptions};
use crate::eyes::{Clock, EyesEvent, OpenEyes, OpenSource, Watch};
use crate::view::{CameraState, UiEvent};
use attune_core::ports::{Archive, FrameSource, SourceEvent};
use attune_core::{AppError, Sighting, Timestamp, Unclear};
use crossbeam_channel::{Receiver, RecvTimeoutError, Sender, bounded, unbounded};
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::Duration;

/// Opens the camera with that id, or the first one.
pub type OpenCamera = Arc<dyn Fn(Option<String>) -> Result<Box<dyn FrameSource>, AppError> + Send + Sync>;
/// Gets every event, on the session's thread; it must not block.
pub type Listener = Box<dyn Fn(&UiEvent) + Send>;

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
    /// Gets every event.
    pub listener: Listener,
}

enum Message {
    Call(Box<dyn FnOnce(&mut Loop) + Send>),
    Eyes(u64, EyesEvent),
    Stop,
}

/// A running session; the handle can be shared. It ends, and closes the camera, when it is dropped.
pub struct Session {
    messages: Sender<Message>,
    thread: Option<JoinHandle<()>>,
    clock: Clock,
    open_eyes: OpenEyes,
}

/// What the session's thread owns.
struct Loop {
    engine: Engine,
    clock: Clock,
    open_camera: OpenCamera,
    open_eyes: OpenEyes,
    listener: Listener,
    messages: Sender<Message>,
    watch: Option<Watch>,
    /// Numbers the watches, so that late messages of an old one are not taken for the new one's.
    generation: u64,
}

/// How often time passes when nothing happens.
const TICK: Duration = Duration::from_secs(1);

impl Session {
    /// Starts the session's thread.
    pub fn start(composition: Composition) -> Result<Self, AppError> {
        let (messages, inbox) = unbounded();
        let (clock, open_eyes) = (composition.clock.clone(), composition.open_eyes.clone());
        let own = messages.clone();
        let thread = std::thread::Builder::new()
            .name("session".into())
            .spawn(move || Loop::new(composition, own).run(&inbox))
            .map_err(|e| AppError::new("session_failed", format!("Attune could not start a thread: {e}.")))?;
        Ok(Self { messages, thread: Some(thread), clock, open_eyes })
    }

    /// Runs `body` on the engine and gives its answer.
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
            // The caller may have gone away meanwhile.
            drop(reply.send(body(l)));
        }));
        let gone = || AppError::new("session_gone", "Attune is shutting down.");
        self.messages.send(call).map_err(|_| gone())?;
        answer.recv().map_err(|_| gone())
    }

    /// Opens the camera of the settings; its progress arrives as events.
    pub fn start_camera(&self) -> Result<(), AppError> {
        self.on_loop(Loop::start_camera)
    }

    /// Closes the camera.
    pub fn pause_camera(&self) -> Result<(), AppError> {
        self.on_loop(Loop::pause_camera)
    }

    /// Looks at the pictures of a source on a thread of the caller's choice: this blocks until they are read.
    /// The last one with a face decides the mood. Errors: what the models or the source say, or `picture_no_face`,
    /// `picture_several_faces` and `picture_unclear`.
    pub fn look_at(&self, mut source: Box<dyn FrameSource>) -> Result<(), AppError> {
        let mut eyes = (self.open_eyes)()?;
        let (mut seen, mut problem) = (None, None);
        loop {
            match source.next_event(&*self.clock) {
                SourceEvent::Frame(frame) => match eyes.look(&frame)? {
                    face @ Sighting::Face(_) => seen = Some(face),
                    Sighting::NoFace => problem = Some(no_face()),
                    Sighting::SeveralFaces => problem = Some(several_faces()),
                    Sighting::Unclear(why) => problem = Some(unclear(why)),
                },
                SourceEvent::Skipped(error) => problem = Some(error),
                SourceEvent::Ended(error) => {
                    problem = error.or(problem);
                    break;
                }
            }
        }
        match (seen, problem) {
            (Some(face), _) => self.call(move |e, now| e.see_picture(&face, now)),
            (None, problem) => Err(problem.unwrap_or_else(no_face)),
        }
    }
}

fn no_face() -> AppError {
    AppError::new("picture_no_face", "No face was found in the picture. The mood stays as it was.")
}

fn unclear(why: Unclear) -> AppError {
    let message = format!(
        "The face in the picture cannot be read: {}. The mood stays as it was. Choose another picture.",
        why.english()
    );
    AppError::new("picture_unclear", message)
}

fn several_faces() -> AppError {
    AppError::new(
        "picture_several_faces",
        "There are several faces in the picture, so it is not clear whose mood to take. Choose one with one face.",
    )
}

impl Drop for Session {
    fn drop(&mut self) {
        drop(self.messages.send(Message::Stop));
        if let Some(thread) = self.thread.take() {
            drop(thread.join());
        }
    }
}

impl Loop {
    fn new(c: Composition, messages: Sender<Message>) -> Self {
        let now = (c.clock)();
        Self {
            engine: Engine::new(c.archive, c.options, now),
            clock: c.clock,
            open_camera: c.open_camera,
            open_eyes: c.open_eyes,
            listener: c.listener,
            messages,
            watch: None,
            generation: 0,
        }
    }

    fn run(mut self, inbox: &Receiver<Message>) {
        if self.engine.settings().camera_at_start && self.engine.settings().first_start_done {
            self.start_camera();
        }
        loop {
            match inbox.recv_timeout(TICK) {
                Ok(Message::Call(body)) => body(&mut self),
                Ok(Message::Eyes(generation, event)) if generation == self.generation => self.on_eyes(event),
                Ok(Message::Eyes(..)) => {}
                Err(RecvTimeoutError::Timeout) => {
                    let now = (self.clock)();
                    self.engine.tick(now);
                }
                Ok(Message::Stop) | Err(RecvTimeoutError::Disconnected) => break,
            }
            self.engine.drain().iter().for_each(|event| (self.listener)(event));
        }
        if let Some(watch) = self.watch.take() {
            watch.join();
        }
    }

    fn start_camera(&mut self) {
        if matches!(self.engine.camera_state(), CameraState::Starting | CameraState::Watching) {
            return;
        }
        self.generation += 1;
        self.engine.camera_starting();
        let (generation, messages) = (self.generation, self.messages.clone());
        let tell = Arc::new(move |event| drop(messages.send(Message::Eyes(generation, event))));
        let (open, camera) = (self.open_camera.clone(), self.engine.settings().camera.clone());
        let source: OpenSource = Box::new(move || open(camera));
        let old = self.watch.take();
        self.watch = Some(Watch::start(source, self.open_eyes.clone(), &self.clock, tell, old));
    }

    /// The state becomes off when the capture thread says that the device is closed.
    fn pause_camera(&mut self) {
        match &self.watch {
            Some(watch) if self.engine.camera_state() != CameraState::Failed => watch.stop(),
            _ => self.engine.camera_closed(),
        }
    }

    fn on_eyes(&mut self, event: EyesEvent) {
        match event {
            EyesEvent::Open(name) => self.engine.camera_open(name),
            EyesEvent::Looked(sighting, at) => {
                self.engine.count_look(at);
                self.engine.see(&sighting, at);
            }
            EyesEvent::Blind(error) => {
                if let Some(watch) = &self.watch {
                    watch.stop();
                }
                // The camera may open only now and close again: that this run failed is its last word.
                self.generation += 1;
                self.engine.camera_failed(error);
            }
            EyesEvent::Closed(None) => self.engine.camera_closed(),
            EyesEvent::Closed(Some(error)) => self.engine.camera_failed(error),
        }
    }
}
