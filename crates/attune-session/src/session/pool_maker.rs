//! The thread that makes pools for a session, and drops old ones: both take a while for many tracks.

use super::Message;
use crate::engine::PoolBuild;
use attune_core::rank::Pool;
use crossbeam_channel::{Receiver, Sender, unbounded};
use std::io;

/// What the thread is given.
pub(super) enum Work {
    Build(Box<PoolBuild>),
    Drop(Box<Pool>),
}

/// Starts the thread; it ends when the sender is dropped.
pub(super) fn start(messages: Sender<Message>) -> io::Result<Sender<Work>> {
    let (sender, inbox) = unbounded();
    std::thread::Builder::new().name("pool".into()).spawn(move || run(&inbox, &messages))?;
    Ok(sender)
}

fn run(inbox: &Receiver<Work>, messages: &Sender<Message>) {
    while let Ok(first) = inbox.recv() {
        // Of several builds that wait only the last is wanted.
        let last = std::iter::once(first).chain(inbox.try_iter()).filter_map(|work| match work {
            Work::Build(build) => Some(build),
            Work::Drop(pool) => {
                drop(pool);
                None
            }
        });
        if let Some(build) = last.last() {
            // The session may have ended meanwhile.
            drop(messages.send(Message::Built(Box::new(build.run()))));
        }
    }
}
