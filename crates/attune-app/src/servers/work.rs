//! The listener's servers behind the window: tested, added, their lists read in the background.
//!
//! One thread reads lists, one server after the other, and only when the listener asks for it: by adding a server or by
//! the button beside it. Another thread tells the window, at most five times a second.

use super::form::{AddedServer, ServerForm};
use super::view::{ServerScan, ServerView, ServersView};
use crate::background::spawn;
use crate::lock::held;
use attune_core::AppError;
use attune_subsonic::{ServerCheck, ServerScanProgress, ServerScanReport, Servers};
use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

/// Between two pictures sent to the window.
const GAP: Duration = Duration::from_millis(200);

/// What the work is put together from.
pub struct ServerParts {
    /// The servers.
    pub servers: Servers,
    /// Gets each new picture of them, at most five times a second, on a thread of its own.
    pub report: Box<dyn Fn(ServersView) + Send>,
    /// Told when a server's songs may have changed, on whichever thread changed them.
    pub songs_changed: Box<dyn Fn() + Send + Sync>,
    /// Told when the listener has added a server: this computer is to play its songs where nothing plays yet.
    pub added: Box<dyn Fn() + Send + Sync>,
}

/// The listener's servers at work. Calls that ask a server wait for it.
pub struct OwnServers {
    shared: Arc<Shared>,
    requests: Mutex<Sender<Request>>,
}

/// What the reading thread is asked for.
enum Request {
    Scan(Run),
    Stop,
}

/// One reading of a server's list. It ends when its mark says so, whatever another reading of the same server does.
struct Run {
    server: String,
    again: bool,
    ends: Arc<AtomicBool>,
}

struct Shared {
    servers: Servers,
    state: Mutex<State>,
    songs_changed: Box<dyn Fn() + Send + Sync>,
    added: Box<dyn Fn() + Send + Sync>,
    /// Rung when the picture has changed.
    bell: SyncSender<()>,
    stopping: AtomicBool,
}

#[derive(Default)]
struct State {
    view: ServersView,
    /// The marks of readings that wait or run, by server.
    runs: HashMap<String, Arc<AtomicBool>>,
}

impl OwnServers {
    /// Starts the threads. No server is asked for anything.
    #[must_use]
    pub fn start(parts: ServerParts) -> Self {
        let (bell, rung) = sync_channel(1);
        let shared = Arc::new(Shared {
            servers: parts.servers,
            state: Mutex::default(),
            songs_changed: parts.songs_changed,
            added: parts.added,
            bell,
            stopping: AtomicBool::new(false),
        });
        let (report, seen) = (parts.report, Arc::downgrade(&shared));
        spawn("servers-status", move || {
            while rung.recv().is_ok() {
                let Some(view) = seen.upgrade().map(|shared| shared.state().view.clone()) else { return };
                report(view);
                std::thread::sleep(GAP);
            }
        });
        let (requests, inbox) = channel();
        let reads = Arc::clone(&shared);
        spawn("reading-servers", move || reads.carry_out(&inbox));
        Self { shared, requests: Mutex::new(requests) }
    }

    /// What is known of the servers now.
    pub fn view(&self) -> Result<ServersView, AppError> {
        self.shared.refresh()?;
        Ok(self.shared.state().view.clone())
    }

    /// Tests a server without adding it.
    #[must_use]
    pub fn check(&self, form: ServerForm) -> ServerCheck {
        match form.read() {
            Ok(server) => self.shared.servers.check(&server),
            Err(error) => ServerCheck::WrongAddress(error),
        }
    }

    /// Tests a server of the list.
    pub fn check_again(&self, id: &str) -> Result<ServerCheck, AppError> {
        self.shared.servers.check_again(id)
    }

    /// Tests a server and adds it, or renews the login of one that is known; then its list is read.
    pub fn add(&self, form: ServerForm) -> Result<AddedServer, AppError> {
        let name = form.name.clone();
        let (server, kept) = self.shared.servers.add(&name, &form.read()?)?;
        self.shared.refresh()?;
        self.request_scan(&server.id, false);
        (self.shared.added)();
        Ok(AddedServer { server, kept })
    }

    /// Reads a server's list in the background, once a reading under way has ended; `again` reads it also where the server
    /// says that nothing has changed. Fails with `server_gone`.
    pub fn scan(&self, id: &str, again: bool) -> Result<(), AppError> {
        self.shared.servers.server(id)?;
        self.request_scan(id, again);
        Ok(())
    }

    /// Ends the reading of a server's list soon. What was read is kept.
    pub fn stop_scan(&self, id: &str) {
        self.shared.end_run(id);
    }

    /// Switches on or off what a server is told. Fails with `server_gone`.
    pub fn set_reporting(&self, id: &str, scrobbles: bool, stars: bool) -> Result<(), AppError> {
        self.shared.servers.set_reporting(id, scrobbles, stars)?;
        self.shared.refresh()
    }

    /// Chooses how many megabytes of songs are kept, as [`Servers::set_cache_limit`] does.
    pub fn set_cache_limit(&self, megabytes: u32) -> Result<(), AppError> {
        self.shared.servers.set_cache_limit(megabytes)?;
        self.shared.refresh()
    }

    /// Forgets a server, as [`Servers::remove`] does.
    pub fn remove(&self, id: &str) -> Result<(), AppError> {
        self.shared.end_run(id);
        self.shared.forgotten(self.shared.servers.remove(id))
    }

    /// Forgets all servers, as [`Servers::erase`] does.
    pub fn erase(&self) -> Result<(), AppError> {
        let runs: Vec<String> = self.shared.state().runs.keys().cloned().collect();
        for id in &runs {
            self.shared.end_run(id);
        }
        self.shared.forgotten(self.shared.servers.erase())
    }

    /// Ends all work. A reading that waits for its server is left behind: what it has read is kept.
    pub fn close(&self) {
        self.shared.stopping.store(true, Ordering::SeqCst);
        self.request(Request::Stop);
    }

    fn request_scan(&self, id: &str, again: bool) {
        if let Some(run) = self.shared.begin_run(id, again) {
            self.request(Request::Scan(run));
        }
    }

    fn request(&self, request: Request) {
        // Without its thread there is nobody to read; the log says so.
        drop(held(&self.requests).send(request));
    }
}

impl Shared {
    fn state(&self) -> MutexGuard<'_, State> {
        held(&self.state)
    }

    /// Tells of the picture soon.
    fn ring(&self) {
        // A bell that was rung already will be heard.
        let _ = self.bell.try_send(());
    }

    /// Looks at the list again.
    fn refresh(&self) -> Result<(), AppError> {
        let (list, cache) = (self.servers.list()?, self.servers.cache_use()?);
        let mut state = self.state();
        let before = state.view.clone();
        state.view.renew(list, cache);
        if state.view != before {
            self.ring();
        }
        Ok(())
    }

    /// What is to be done once servers were forgotten, wholly or in part.
    fn forgotten(&self, done: Result<(), AppError>) -> Result<(), AppError> {
        let refreshed = self.refresh();
        (self.songs_changed)();
        done.and(refreshed)
    }

    /// Notes that a server's list is to be read; none while that is so already.
    fn begin_run(&self, id: &str, again: bool) -> Option<Run> {
        let mut state = self.state();
        let server = state.view.server(id).filter(|server| server.scan.is_none())?;
        let progress = ServerScanProgress { read: 0, total: None };
        let scan = Some(ServerScan { waits: true, ends: false, progress });
        *server = ServerView { info: server.info.clone(), scan, report: None, problem: None };
        let ends = Arc::<AtomicBool>::default();
        state.runs.insert(id.to_owned(), Arc::clone(&ends));
        self.ring();
        Some(Run { server: id.to_owned(), again, ends })
    }

    fn end_run(&self, id: &str) {
        let mut state = self.state();
        if let Some(ends) = state.runs.get(id) {
            ends.store(true, Ordering::SeqCst);
        }
        if let Some(scan) = state.view.server(id).and_then(|server| server.scan.as_mut()) {
            scan.ends = true;
            self.ring();
        }
    }

    /// Carries out orders until the last one.
    fn carry_out(&self, inbox: &Receiver<Request>) {
        while let Ok(Request::Scan(run)) = inbox.recv() {
            self.read(&run);
            if self.stopping.load(Ordering::SeqCst) {
                return;
            }
        }
    }

    fn read(&self, run: &Run) {
        let go_on = || !run.is_over() && !self.stopping.load(Ordering::SeqCst);
        let done = go_on().then(|| {
            self.show(run, ServerScanProgress { read: 0, total: None });
            self.servers.scan(&run.server, run.again, &go_on, &mut |progress| self.show(run, *progress))
        });
        // What was told to end has no trouble to tell of.
        let done = done.filter(|done| done.is_ok() || go_on());
        if let Err(error) = self.finish(run, done) {
            tracing::warn!(error = %error.for_log(), "the list of servers could not be looked at again");
        }
    }

    fn show(&self, run: &Run, progress: ServerScanProgress) {
        let mut state = self.state();
        if let Some(scan) = state.current(run).and_then(|server| server.scan.as_mut()) {
            scan.waits = false;
            scan.progress = progress;
            self.ring();
        }
    }

    /// Notes how a reading ended, if it began and was not told to end in its midst.
    fn finish(&self, run: &Run, done: Option<Result<ServerScanReport, AppError>>) -> Result<(), AppError> {
        let same = done.as_ref().is_some_and(|done| done.as_ref().is_ok_and(is_as_before));
        self.state().end(run, done);
        self.ring();
        if !same {
            (self.songs_changed)();
        }
        self.refresh()
    }
}

fn is_as_before(report: &ServerScanReport) -> bool {
    report.added + report.changed + report.removed == 0
}

impl Run {
    fn is_over(&self) -> bool {
        self.ends.load(Ordering::SeqCst)
    }
}

impl State {
    /// The server of a reading; none once another reading has begun, or the server is gone.
    fn current(&mut self, run: &Run) -> Option<&mut ServerView> {
        let known = self.runs.get(&run.server)?;
        if Arc::ptr_eq(known, &run.ends) { self.view.server(&run.server) } else { None }
    }

    fn end(&mut self, run: &Run, done: Option<Result<ServerScanReport, AppError>>) {
        if let Some(server) = self.current(run) {
            server.scan = None;
            match done {
                Some(Ok(report)) => server.report = Some(report),
                Some(Err(error)) => server.problem = Some(error),
                None => {}
            }
        }
        if self.runs.get(&run.server).is_some_and(|known| Arc::ptr_eq(known, &run.ends)) {
            self.runs.remove(&run.server);
        }
    }
}

#[cfg(test)]
mod tests;
