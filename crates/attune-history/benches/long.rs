//! How long it takes to read the history of a life of listening, and how much memory: 200,000 plays of 20,000 songs over
//! fifteen years, as Spotify exports them, in a zip of twelve files.
//!
//!     cargo bench -p attune-history --bench long

use std::error::Error;
use std::io::{Cursor, Write as _};
use std::time::Instant;

const PLAYS: usize = 200_000;
const SONGS: usize = 20_000;
const FILES: usize = 12;

fn main() -> Result<(), Box<dyn Error>> {
    let filter = std::env::args().skip(1).find(|a| !a.starts_with('-')).unwrap_or_default();
    if !"long history".contains(&filter) {
        return Ok(());
    }
    let (archive, unpacked) = archive()?;
    println!(
        "{PLAYS} plays, a zip of {:.1} MB, {:.0} MB unpacked:",
        megabytes(archive.len()),
        megabytes(unpacked)
    );
    let (before, begun) = (memory("VmRSS"), Instant::now());
    let mut told = 0;
    let history = attune_history::read_watched(&archive, &mut |_| {
        told += 1;
        true
    })?;
    println!("  read in {:.2} s, told how far {told} times", begun.elapsed().as_secs_f64());
    let summary = history.summary();
    println!("  {} plays of {} songs by {} artists", summary.plays, summary.tracks, summary.artists);
    if let (Some(before), Some(most)) = (before, memory("VmHWM")) {
        println!("  at most {most:.0} MB of memory, of which {before:.0} MB before");
    }
    Ok(())
}

/// The zip, and how many bytes it holds.
fn archive() -> Result<(Vec<u8>, usize), Box<dyn Error>> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let mut unpacked = 0;
    for file in 0..FILES {
        let name =
            format!("Spotify Extended Streaming History/Streaming_History_Audio_{}_{file}.json", 2011 + file);
        zip.start_file(name, zip::write::SimpleFileOptions::default())?;
        let share = PLAYS / FILES + usize::from(file < PLAYS % FILES);
        let plays: Vec<String> = (0..share).map(|n| play(file * (PLAYS / FILES) + n, file)).collect();
        let text = format!("[{}]", plays.join(","));
        unpacked += text.len();
        zip.write_all(text.as_bytes())?;
    }
    Ok((zip.finish()?.into_inner(), unpacked))
}

/// One play with all the fields that Spotify writes.
fn play(n: usize, year: usize) -> String {
    let song = n.wrapping_mul(2_654_435_761) % SONGS;
    format!(
        r#"{{"ts":"{}-{:02}-{:02}T{:02}:{:02}:00Z","platform":"Linux [x86-64 0]","ms_played":{},"conn_country":"DE","ip_addr":"192.0.2.1","master_metadata_track_name":"Some Longer Song Title {song}","master_metadata_album_artist_name":"The Artists Of Number {}","master_metadata_album_album_name":"An Album {}","spotify_track_uri":"spotify:track:{song:022}","episode_name":null,"episode_show_name":null,"spotify_episode_uri":null,"audiobook_title":null,"reason_start":"trackdone","reason_end":"{}","shuffle":false,"skipped":false,"offline":false,"offline_timestamp":null,"incognito_mode":false}}"#,
        2011 + year,
        n % 12 + 1,
        n % 28 + 1,
        n % 24,
        n % 60,
        150_000 + song * 7 % 100_000,
        song % 1_700,
        song % 4_000,
        if n.is_multiple_of(9) { "fwdbtn" } else { "trackdone" },
    )
}

fn megabytes(bytes: usize) -> f64 {
    bytes as f64 / 1e6
}

/// A number of megabytes that Linux keeps of this process; none elsewhere.
fn memory(what: &str) -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with(what))?;
    Some(line.split_whitespace().nth(1)?.parse::<f64>().ok()? / 1_000.0)
}
