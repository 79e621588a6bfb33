//! Whether this computer has a way to Spotify, as its own tables of routes say: nothing is sent to find out.

use crate::address::Addresses;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, UdpSocket};

/// Addresses that stand for everybody who is not near: those set aside for documentation, for which there is no other way than
/// to Spotify.
const FAR: [IpAddr; 2] =
    [IpAddr::V4(Ipv4Addr::new(192, 0, 2, 1)), IpAddr::V6(Ipv6Addr::new(0x2001, 0x0db8, 0, 0, 0, 0, 0, 1))];
/// Any port: none is reached.
const PORT: u16 = 443;

/// So often in a row there must be none: between two networks there is none for a moment.
const MISSED: u8 = 2;

/// The way out of this computer, and what was found when it was last looked at.
#[derive(Debug)]
pub(crate) struct Way {
    /// One of these is enough.
    to: Vec<IpAddr>,
    /// Whether it was open, and did not count as closed since.
    open: bool,
    missed: u8,
}

impl Way {
    /// The way to where the Web API is.
    pub(crate) fn to(addresses: &Addresses) -> Self {
        let api = addresses.api.parse::<http::Uri>().ok();
        let host = api.as_ref().and_then(http::Uri::host);
        let named: Option<IpAddr> = host.and_then(|host| host.trim_matches(['[', ']']).parse().ok());
        let to = named.map_or_else(|| FAR.to_vec(), |address| vec![address]);
        let open = to.iter().any(leads_there);
        Self { to, open, missed: 0 }
    }

    /// Looks, and says once that it has closed. One that never was open says nothing: a proxy may be the way.
    pub(crate) fn has_closed(&mut self) -> bool {
        if self.to.iter().any(leads_there) {
            (self.open, self.missed) = (true, 0);
            return false;
        }
        self.missed = self.missed.saturating_add(1);
        self.missed >= MISSED && std::mem::replace(&mut self.open, false)
    }
}

/// Whether there is a route. The system looks for one when a socket without connections is given an address.
fn leads_there(to: &IpAddr) -> bool {
    let own: IpAddr = match to {
        IpAddr::V4(_) => Ipv4Addr::UNSPECIFIED.into(),
        IpAddr::V6(_) => Ipv6Addr::UNSPECIFIED.into(),
    };
    let socket = UdpSocket::bind(SocketAddr::new(own, 0));
    socket.and_then(|socket| socket.connect(SocketAddr::new(*to, PORT))).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_looked_at_itself_and_a_name_as_anybody_far() {
        let to = |base: &str| Way::to(&Addresses::at(base)).to;
        assert_eq!(to("http://127.0.0.1:9"), [IpAddr::V4(Ipv4Addr::LOCALHOST)]);
        assert_eq!(to("http://[::1]:9"), [IpAddr::V6(Ipv6Addr::LOCALHOST)]);
        assert_eq!(Way::to(&Addresses::default()).to, FAR);
        assert_eq!(to("no address"), FAR);
    }

    #[test]
    fn only_a_way_that_was_open_closes() {
        let mut here = Way::to(&Addresses::at("http://127.0.0.1:9"));
        assert!(here.open && !here.has_closed());
        // No socket has a way to everybody.
        here.to = vec![IpAddr::V4(Ipv4Addr::BROADCAST)];
        assert_eq!([here.has_closed(), here.has_closed(), here.has_closed()], [false, true, false]);
        here.to = vec![IpAddr::V4(Ipv4Addr::LOCALHOST)];
        assert!(!here.has_closed() && here.open);
        let mut never = Way { to: vec![IpAddr::V4(Ipv4Addr::BROADCAST)], open: false, missed: 0 };
        assert_eq!([never.has_closed(), never.has_closed()], [false, false]);
    }
}
