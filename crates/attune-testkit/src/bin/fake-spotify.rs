//! The fake Spotify, started by hand: `cargo run -p attune-testkit --bin fake-spotify [port]`.

use attune_testkit::spotify::{Consent, FakeSpotify};

fn main() -> std::io::Result<()> {
    let port = std::env::args().nth(1).and_then(|p| p.parse().ok()).unwrap_or(0);
    let fake = FakeSpotify::start_at(port)?;
    fake.world().consent = Consent::Ask;
    let (base, client) = (fake.base(), fake.world().client_id());
    println!("ATTUNE_SPOTIFY_URL={base}");
    println!("client id {client}; accounts mia (Premium), noah (free), zoe (not allow-listed)");
    println!(
        "a fault: curl {base}/fake/faults -d '{{\"path\":\"me/player\",\"times\":1,\"trouble\":{{\"tooMany\":\"5\"}}}}'"
    );
    fake.wait();
    Ok(())
}
