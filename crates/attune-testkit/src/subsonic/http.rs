//! As much of HTTP/1.1 as the fake needs, written out so that it can be broken in every way.

use super::world::Trouble;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::thread;
use std::time::Duration;

/// The longest request that is read.
const LONGEST: u64 = 1 << 20;
/// Bytes written at once.
const CHUNK: usize = 16 << 10;

/// A request as it came.
#[derive(Debug, Default)]
pub(super) struct Request {
    pub(super) path: String,
    pub(super) query: String,
    pub(super) body: String,
    pub(super) range: Option<String>,
}

/// An answer before it is sent.
#[derive(Debug)]
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) headers: Vec<(&'static str, String)>,
    pub(super) body: Vec<u8>,
    /// Whether a length is said; else the connection's end is the body's.
    pub(super) announced: bool,
}

impl Answer {
    pub(super) fn new(status: u16, kind: &str, body: impl Into<Vec<u8>>) -> Self {
        Self { status, headers: vec![("content-type", kind.to_owned())], body: body.into(), announced: true }
    }

    pub(super) fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }
}

/// Reads the next request; none at the connection's end.
pub(super) fn read<S: Read>(stream: &mut BufReader<S>) -> io::Result<Option<Request>> {
    let mut stream = stream.take(LONGEST);
    let mut line = String::new();
    if stream.read_line(&mut line)? == 0 {
        return Ok(None);
    }
    let target = line.split_whitespace().nth(1).unwrap_or_default();
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let mut request = Request { path: path.into(), query: query.into(), ..Request::default() };
    let mut length = 0;
    loop {
        let mut line = String::new();
        stream.read_line(&mut line)?;
        let Some((name, value)) = line.trim_end().split_once(':') else { break };
        match name.to_ascii_lowercase().as_str() {
            "content-length" => length = value.trim().parse().unwrap_or(0),
            "range" => request.range = Some(value.trim().to_owned()),
            _ => {}
        }
    }
    let mut body = vec![0; length];
    stream.read_exact(&mut body)?;
    request.body = String::from_utf8_lossy(&body).into_owned();
    Ok(Some(request))
}

/// Sends an answer, spoiled as ordered. Whether the connection goes on.
pub(super) fn write(to: &mut impl Write, answer: &Answer, trouble: Option<&Trouble>) -> io::Result<bool> {
    let (mut length, mut announced, mut body) = (answer.body.len(), answer.announced, answer.body.as_slice());
    let mut whole = true;
    match trouble {
        Some(Trouble::NoAnswer) => return Ok(false),
        Some(Trouble::Cut(at)) => (body, whole) = (&body[..body.len().min(*at)], false),
        Some(Trouble::CutUnannounced(at)) => (body, announced) = (&body[..body.len().min(*at)], false),
        Some(Trouble::WrongLength(by)) => (length, whole) = (length.saturating_add_signed(*by), false),
        _ => {}
    }
    write!(to, "HTTP/1.1 {} Fake\r\n", answer.status)?;
    for (name, value) in &answer.headers {
        write!(to, "{name}: {value}\r\n")?;
    }
    if announced {
        write!(to, "content-length: {length}\r\n")?;
    } else {
        write!(to, "connection: close\r\n")?;
    }
    write!(to, "\r\n")?;
    let mut sent = 0;
    for chunk in body.chunks(CHUNK) {
        to.write_all(chunk)?;
        to.flush()?;
        sent += chunk.len();
        match trouble {
            Some(Trouble::Slow(ms)) => thread::sleep(Duration::from_millis(*ms)),
            Some(Trouble::Stall(at, ms)) if (sent - chunk.len()..sent).contains(at) => {
                thread::sleep(Duration::from_millis(*ms));
            }
            Some(Trouble::Hold(at, gate)) if (sent - chunk.len()..sent).contains(at) => gate.pass(),
            _ => {}
        }
    }
    to.flush()?;
    Ok(announced && whole)
}

/// Names and values of a query or a form.
pub(super) fn pairs(text: &str) -> Vec<(String, String)> {
    let each = text.split('&').filter(|pair| !pair.is_empty());
    each.map(|pair| pair.split_once('=').unwrap_or((pair, "")))
        .map(|(n, v)| (decoded(n), decoded(v)))
        .collect()
}

fn decoded(text: &str) -> String {
    let (mut out, mut bytes) = (Vec::new(), text.bytes());
    while let Some(byte) = bytes.next() {
        match byte {
            b'+' => out.push(b' '),
            b'%' => {
                let mut digit = || bytes.next().and_then(|b| char::from(b).to_digit(16)).unwrap_or(0) as u8;
                out.push(digit() * 16 + digit());
            }
            other => out.push(other),
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}
