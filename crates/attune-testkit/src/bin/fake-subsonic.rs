//! The fake music server as a program: `fake-subsonic [PORT [SONGS]]`, for trying things by hand. Alice's password is
//! `sesame`.

use attune_testkit::subsonic::FakeSubsonic;

fn main() -> std::io::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let port = arguments.next().and_then(|n| n.parse().ok()).unwrap_or(4_040);
    let fake = FakeSubsonic::start_at(port)?;
    if let Some(songs) = arguments.next().and_then(|n| n.parse().ok()) {
        fake.world().fill(songs, 2_000);
    }
    println!("{}", fake.base());
    fake.wait();
    Ok(())
}
