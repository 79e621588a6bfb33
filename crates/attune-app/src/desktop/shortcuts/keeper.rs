//! The thread that owns the shortcuts: what is wanted and what becomes of it.

#[cfg(target_os = "linux")]
use super::portal::{Portal, Signal, Step};
use super::{CHOICE, Host, ShortcutTexts, ShortcutWay, ShortcutsView, keys::Keys, not_set};
use attune_core::{AppError, GlobalShortcuts};
use std::collections::BTreeMap;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::Duration;

/// What came of what was wanted.
pub(super) type Outcome = Result<ShortcutsView, AppError>;

/// What the thread is told.
pub(super) enum Note {
    /// What the settings say, now or at the start.
    Saved(GlobalShortcuts),
    /// What the listener wants; whoever wants it waits for what comes of it.
    Wanted(GlobalShortcuts, Sender<Outcome>),
    /// The listener chooses keys in the window, or no more.
    Chooses(bool, Sender<Outcome>),
    /// Somebody wants to know how things stand.
    Look(Sender<ShortcutsView>),
    /// What the actions are called.
    Texts(ShortcutTexts),
    /// The desktop's portal says something.
    #[cfg(target_os = "linux")]
    Portal(Signal),
    /// The last one.
    Close,
}

/// Where the thread runs.
#[derive(Debug, Clone, Default)]
pub(super) struct Place {
    /// Whether a Wayland compositor has the keyboard: then no program can take keys, an X program neither.
    #[cfg_attr(not(target_os = "linux"), expect(dead_code, reason = "only Linux has it"))]
    pub(super) wayland: bool,
    /// The session bus; none for the one that the environment names.
    #[cfg_attr(not(target_os = "linux"), expect(dead_code, reason = "only Linux has it"))]
    pub(super) bus: Option<String>,
    /// The X server; none for the one that the environment names.
    #[cfg_attr(not(target_os = "linux"), expect(dead_code, reason = "only Linux has it"))]
    pub(super) display: Option<String>,
    /// How long a choice may be silent; none for what is usual.
    pub(super) choice: Option<Duration>,
}

impl Place {
    /// Where this program was started.
    pub(super) fn here() -> Self {
        #[cfg(target_os = "linux")]
        let wayland = crate::desktop::web_view::is_wayland(|name| std::env::var_os(name));
        #[cfg(not(target_os = "linux"))]
        let wayland = false;
        Self { wayland, ..Self::default() }
    }
}

/// Who gives the keys.
enum Way {
    Keys(Keys),
    #[cfg(target_os = "linux")]
    Portal(Portal),
}

/// The thread's own.
pub(super) struct Keeper {
    host: Host,
    #[cfg_attr(not(target_os = "linux"), allow(dead_code, reason = "only Linux has several"))]
    place: Place,
    /// The way back to the thread.
    #[cfg_attr(not(target_os = "linux"), expect(dead_code, reason = "only the portal uses it"))]
    notes: Sender<Note>,
    /// None until it is needed, and where there is none.
    way: Option<Way>,
    saved: Option<GlobalShortcuts>,
    /// What is taken, or being asked for.
    wanted: GlobalShortcuts,
    /// None until the window has sent them: the desktop asks in its words.
    texts: Option<ShortcutTexts>,
    view: ShortcutsView,
    /// Whether the listener is being asked.
    asks: bool,
    /// Whether the listener is choosing keys, for which none are taken.
    chooses: bool,
    waiting: Vec<Sender<Outcome>>,
}

impl Keeper {
    pub(super) fn new(host: Host, place: Place, notes: Sender<Note>) -> Self {
        Self {
            host,
            place,
            notes,
            way: None,
            saved: None,
            // Nothing is taken yet.
            wanted: GlobalShortcuts::default(),
            texts: None,
            view: ShortcutsView::default(),
            asks: false,
            chooses: false,
            waiting: Vec::new(),
        }
    }

    /// Until the app closes.
    pub(super) fn run(mut self, inbox: &Receiver<Note>) {
        while let Some(note) = self.next(inbox) {
            match note {
                // Settings are told whenever any of them changes.
                Note::Saved(saved) if self.saved.as_ref() == Some(&saved) => {}
                Note::Saved(saved) => {
                    self.saved = Some(saved.clone());
                    self.want(saved, None);
                }
                Note::Wanted(wanted, reply) => {
                    // What was chosen is taken: the choice is over, whether its end was told or not.
                    drop(self.choose(false));
                    self.want(wanted, Some(reply));
                }
                Note::Chooses(chooses, reply) => drop(reply.send(self.choose(chooses))),
                Note::Look(reply) => {
                    self.look();
                    drop(reply.send(self.view.clone()));
                }
                Note::Texts(texts) => self.name(texts),
                #[cfg(target_os = "linux")]
                Note::Portal(signal) => self.hear(signal),
                Note::Close => return,
            }
        }
    }

    /// What comes next; a choice that has gone silent ends before it.
    fn next(&mut self, inbox: &Receiver<Note>) -> Option<Note> {
        if self.chooses {
            match inbox.recv_timeout(self.place.choice.unwrap_or(CHOICE)) {
                Ok(note) => return Some(note),
                Err(RecvTimeoutError::Disconnected) => return None,
                Err(RecvTimeoutError::Timeout) => drop(self.choose(false)),
            }
        }
        inbox.recv().ok()
    }

    /// Lets go of the keys for a choice, or takes them again after it.
    fn choose(&mut self, chooses: bool) -> Outcome {
        if self.chooses != chooses && matches!(self.way, Some(Way::Keys(_))) {
            self.chooses = chooses;
            self.take_keys()?;
        }
        Ok(self.view.clone())
    }

    /// Takes the keys that are wanted, or none while they are chosen.
    fn take_keys(&mut self) -> Result<(), AppError> {
        let Some(Way::Keys(keys)) = &mut self.way else { return Ok(()) };
        let nothing = BTreeMap::new();
        let wanted = if self.wanted.on && !self.chooses { &self.wanted.keys } else { &nothing };
        let taken = keys.set(wanted).map_err(|error| not_set().caused_by(error))?;
        // Until they are wanted again, what is known of them stands.
        if !self.chooses {
            self.view.taken = taken;
        }
        Ok(())
    }

    fn want(&mut self, wanted: GlobalShortcuts, reply: Option<Sender<Outcome>>) {
        let mut begun = Ok(());
        if wanted != self.wanted {
            // Whoever waits for what was wanted before waits for nothing.
            self.settle(&Ok(()));
            self.wanted = wanted;
            begun = self.begin();
        }
        self.waiting.extend(reply);
        if begun.is_err() || !self.asks {
            self.settle(&begun);
        }
    }

    /// The actions have names now, in which the desktop can ask.
    fn name(&mut self, texts: ShortcutTexts) {
        let late = self.texts.replace(texts).is_none() && self.wanted.on;
        if late && self.view.way == Some(ShortcutWay::Portal) {
            self.begin_again();
        }
    }

    /// Takes what is wanted, for nobody who waits for it now.
    fn begin_again(&mut self) {
        let begun = self.begin();
        if begun.is_err() {
            self.settle(&begun);
        }
    }

    /// Takes what is wanted in place of what was.
    fn begin(&mut self) -> Result<(), AppError> {
        (self.view.taken, self.view.triggers) = Default::default();
        if self.wanted.on {
            self.look();
        }
        match &mut self.way {
            Some(Way::Keys(_)) => self.take_keys(),
            #[cfg(target_os = "linux")]
            Some(Way::Portal(portal)) => {
                portal.end();
                let begun = match &self.texts {
                    Some(texts) if self.wanted.on => portal.begin(texts, &self.wanted.keys),
                    _ => Ok(()),
                };
                self.asks = portal.asks();
                begun.map_err(|error| not_set().caused_by(error))
            }
            None if self.wanted.on => Err(not_set()),
            None => Ok(()),
        }
    }

    /// Tells everybody who waits what came of it. What failed is not taken, and can be wanted again.
    fn settle(&mut self, outcome: &Result<(), AppError>) {
        if let Err(error) = outcome {
            tracing::info!(error = %error.for_log(), "there are no global shortcuts");
            self.wanted.on = false;
        }
        for reply in self.waiting.drain(..) {
            drop(reply.send(outcome.clone().map(|()| self.view.clone())));
        }
    }

    /// Looks for a way unless there is one: a desktop may get its portal late.
    fn look(&mut self) {
        if self.way.is_none()
            && let Some((kind, way)) = self.open()
        {
            (self.way, self.view.way) = (Some(way), Some(kind));
        }
    }

    fn open(&self) -> Option<(ShortcutWay, Way)> {
        #[cfg(target_os = "linux")]
        if self.place.wayland {
            let notes = self.notes.clone();
            let tell = move |signal| drop(notes.send(Note::Portal(signal)));
            let opened = Portal::open(self.place.bus.as_deref(), tell);
            let portal = opened.map_err(|error| tracing::debug!(%error, "no portal for global shortcuts"));
            return portal.ok().map(|portal| (ShortcutWay::Portal, Way::Portal(portal)));
        }
        Keys::open(&self.host, &self.place).map(|keys| (ShortcutWay::Keys, Way::Keys(keys)))
    }

    #[cfg(target_os = "linux")]
    fn hear(&mut self, signal: Signal) {
        let Some(Way::Portal(portal)) = &mut self.way else { return };
        let step = portal.take(signal);
        self.asks = portal.asks();
        match step {
            Ok(Step::Press(action)) => (self.host.press)(action),
            Ok(Step::Set(triggers)) => {
                self.view.triggers = triggers;
                self.settle(&Ok(()));
            }
            Ok(Step::Ended) => {
                self.view.triggers.clear();
                self.settle(&Err(not_set()));
            }
            Ok(Step::Lost) => self.view.triggers.clear(),
            Ok(Step::Back) if self.wanted.on => self.begin_again(),
            Ok(Step::Nothing | Step::Back) => {}
            Err(error) => self.settle(&Err(not_set().caused_by(error))),
        }
    }
}
