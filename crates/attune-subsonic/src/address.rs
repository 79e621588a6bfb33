//! Where a server is: an address without name and password, so that it may be shown and logged.

use crate::error::SubsonicError;
use reqwest::Url;
use std::fmt;
use std::net::IpAddr;

/// The longest address that is taken.
const LONGEST: usize = 2_000;

/// The address under which a server's `rest` folder lies, without a slash at its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address(Url);

impl Address {
    /// Reads what somebody typed. Without a scheme it is taken for `https`; a trailing `/rest` is left out.
    ///
    /// Fails with `server_address` for what is no address of the web, and for one that holds a name or a password: these
    /// would be shown wherever the address is.
    pub fn parse(typed: &str) -> Result<Self, SubsonicError> {
        let typed = typed.trim();
        let text = if typed.contains("://") { typed.to_owned() } else { format!("https://{typed}") };
        let mut url = Url::parse(&text).ok().filter(|_| text.len() <= LONGEST);
        let url = url.as_mut().ok_or(SubsonicError::AddressInvalid)?;
        if !url.username().is_empty() || url.password().is_some() || url.query().is_some() {
            return Err(SubsonicError::AddressWithSecrets);
        }
        if !matches!(url.scheme(), "http" | "https") || url.host_str().is_none_or(str::is_empty) {
            return Err(SubsonicError::AddressInvalid);
        }
        url.set_fragment(None);
        let path = url.path().trim_end_matches('/');
        let path = path.strip_suffix("/rest").unwrap_or(path).to_owned();
        url.set_path(&path);
        Ok(Self(url.clone()))
    }

    /// Where a method of the interface is.
    pub(crate) fn method(&self, name: &str) -> Url {
        let mut url = self.0.clone();
        url.set_path(&format!("{}/rest/{name}.view", self.0.path().trim_end_matches('/')));
        url
    }

    /// Whether nobody on the way can read what is sent: TLS, or a server on this computer.
    pub(crate) fn is_private(&self) -> bool {
        let host = self.0.host_str().unwrap_or_default().trim_matches(['[', ']']);
        let loopback = host.parse::<IpAddr>().map_or(host == "localhost", |ip| ip.is_loopback());
        self.0.scheme() == "https" || loopback
    }

    /// Scheme, host and port of where a reply sends its reader; none for what is no address.
    pub(crate) fn origin_of(&self, location: &str) -> Option<String> {
        let to = self.0.join(location).ok()?;
        to.has_host().then(|| to.origin().ascii_serialization())
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.as_str().trim_end_matches('/'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(typed: &str) -> Result<String, SubsonicError> {
        Address::parse(typed).map(|a| a.to_string())
    }

    #[test]
    fn what_people_type_is_read() {
        assert_eq!(read(" music.home ").unwrap(), "https://music.home");
        assert_eq!(read("http://10.0.0.2:4533/").unwrap(), "http://10.0.0.2:4533");
        assert_eq!(read("https://a.example/navi/rest/").unwrap(), "https://a.example/navi");
        assert_eq!(read("http://[::1]:4040/x#y").unwrap(), "http://[::1]:4040/x");
        let at = Address::parse("http://a.example/navi").unwrap();
        assert_eq!(at.method("ping").as_str(), "http://a.example/navi/rest/ping.view");
    }

    #[test]
    fn no_secret_gets_into_an_address() {
        for typed in ["https://a:b@c.example", "https://a@c.example", "https://c.example/?u=a&p=b"] {
            assert_eq!(read(typed), Err(SubsonicError::AddressWithSecrets), "{typed}");
        }
        for typed in ["", "ftp://a.example", "http://", "https://exa mple", "file:///etc/passwd"] {
            assert_eq!(read(typed), Err(SubsonicError::AddressInvalid), "{typed}");
        }
    }

    #[test]
    fn passwords_may_travel_by_tls_or_on_this_computer() {
        let private = |typed: &str| Address::parse(typed).unwrap().is_private();
        assert!(private("https://a.example") && private("http://127.0.0.1:1") && private("http://[::1]"));
        assert!(private("http://localhost:4040") && !private("http://10.0.0.2"));
        assert!(!private("http://localhost.example"));
    }

    #[test]
    fn a_redirection_tells_its_origin_only() {
        let at = Address::parse("http://a.example/x").unwrap();
        let to = |location: &str| at.origin_of(location);
        assert_eq!(to("https://b.example/rest/ping?p=secret").as_deref(), Some("https://b.example"));
        assert_eq!(to("/login").as_deref(), Some("http://a.example"));
        assert_eq!(to("mailto:x"), None);
    }
}
