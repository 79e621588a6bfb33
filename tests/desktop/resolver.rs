//! A name server of the test's own, which remembers every name it is asked for.

use std::collections::BTreeSet;
use std::io;
use std::net::UdpSocket;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

/// The text of `/etc/resolv.conf` with which everybody asks it, and where it listens.
pub(crate) const CONFIGURATION: &str = "nameserver 127.0.0.1\n";
const ADDRESS: (&str, u16) = ("127.0.0.1", 53);
/// A query's length before the name.
const HEAD: usize = 12;

/// Answers until the test ends.
pub(crate) struct Resolver {
    names: Arc<Mutex<BTreeSet<String>>>,
}

impl Resolver {
    /// Those that are `here` lead to this machine; no other name exists.
    pub(crate) fn start(here: &'static [&'static str]) -> io::Result<Self> {
        let socket = UdpSocket::bind(ADDRESS)?;
        let names = Arc::new(Mutex::new(BTreeSet::new()));
        let asked = Arc::clone(&names);
        thread::spawn(move || {
            let mut query = [0; 1_500];
            while let Ok((length, from)) = socket.recv_from(&mut query) {
                let Some((name, answer)) = answer(&query[..length], here) else { continue };
                asked.lock().unwrap_or_else(PoisonError::into_inner).insert(name);
                let _ = socket.send_to(&answer, from);
            }
        });
        Ok(Self { names })
    }

    /// The names that were asked for so far.
    pub(crate) fn asked(&self) -> BTreeSet<String> {
        self.names.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// The name that is asked for, and the answer (RFC 1035, 4.1); none where it is no query.
fn answer(query: &[u8], here: &[&str]) -> Option<(String, Vec<u8>)> {
    let (mut labels, mut end) = (Vec::new(), HEAD);
    loop {
        let length = usize::from(*query.get(end)?);
        end += 1;
        if length == 0 {
            break;
        }
        labels.push(String::from_utf8_lossy(query.get(end..end + length)?).to_lowercase());
        end += length;
    }
    let question = query.get(HEAD..end + 4)?;
    let name = labels.join(".");
    let is_here = here.contains(&name.as_str());
    // Only of the older kind of addresses there is one.
    let is_given = is_here && question[question.len() - 4..] == [0, 1, 0, 1];
    let code = if is_here { 0 } else { 3 };
    let mut answer = vec![query[0], query[1], 0x81, 0x80 | code, 0, 1, 0, u8::from(is_given), 0, 0, 0, 0];
    answer.extend(question);
    if is_given {
        // The name above, an address, for no time, of four bytes.
        answer.extend([0xc0, 0x0c, 0, 1, 0, 1, 0, 0, 0, 0, 0, 4, 127, 0, 0, 1]);
    }
    Some((name, answer))
}
