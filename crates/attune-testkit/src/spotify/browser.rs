//! A browser for tests: one request, no redirect followed.

use std::io::{self, Read as _, Write as _};
use std::net::TcpStream;
use std::time::Duration;

/// What a visit brought.
#[derive(Debug, Clone)]
pub struct Visit {
    /// HTTP status.
    pub status: u16,
    /// Where it sends the visitor on.
    pub location: Option<String>,
    /// The head as it came.
    pub head: String,
    /// The body as it came.
    pub body: String,
}

/// Visits `http://host:port/path?query`.
pub fn visit(address: &str) -> io::Result<Visit> {
    let rest = address.strip_prefix("http://").ok_or_else(|| io::Error::other("not http"))?;
    let at = rest.find(['/', '?']).unwrap_or(rest.len());
    let (host, path) = rest.split_at(at);
    let path = if path.starts_with('/') { path.to_owned() } else { format!("/{path}") };
    let text = format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
    let mut stream = TcpStream::connect(host)?;
    stream.set_read_timeout(Some(Duration::from_secs(20)))?;
    stream.write_all(text.as_bytes())?;
    let mut reply = Vec::new();
    stream.read_to_end(&mut reply)?;
    parsed(&String::from_utf8_lossy(&reply)).ok_or_else(|| io::Error::other("not an HTTP reply"))
}

fn parsed(reply: &str) -> Option<Visit> {
    let (head, body) = reply.split_once("\r\n\r\n")?;
    let status = head.split_whitespace().nth(1)?.parse().ok()?;
    let location = head.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("location").then(|| value.trim().to_owned())
    });
    Some(Visit { status, location, head: head.to_owned(), body: body.to_owned() })
}
