//! How long importing 100,000 rows takes: `cargo bench -p attune-catalogue`.

use attune_catalogue::csv_import;
use std::fmt::Write;
use std::time::Instant;

const ROWS: usize = 100_000;
const RUNS: usize = 5;

fn main() {
    let text = table();
    let mut seconds: Vec<f64> = (0..RUNS).map(|_| import(&text)).collect();
    seconds.sort_by(f64::total_cmp);
    let megabytes = text.len() as f64 / 1e6;
    println!(
        "import of {ROWS} rows ({megabytes:.1} MB): median {:.2} s, best {:.2} s, worst {:.2} s of {RUNS} runs",
        seconds[RUNS / 2],
        seconds[0],
        seconds[RUNS - 1]
    );
}

fn import(text: &str) -> f64 {
    let start = Instant::now();
    match csv_import::import_from(text.as_bytes(), "bench.csv", text.len() as u64, &mut |_| true) {
        Ok(imported) if imported.tracks.len() == ROWS => {}
        other => eprintln!("not all rows were taken: {:?}", other.map(|i| i.tracks.len())),
    }
    start.elapsed().as_secs_f64()
}

/// Rows as Exportify writes them, every field quoted.
fn table() -> String {
    let mut text = String::from(
        "\"Track URI\",\"Track Name\",\"Album Name\",\"Artist Name(s)\",\"Release Date\",\"Duration (ms)\",\
         \"Popularity\",\"Explicit\",\"Added By\",\"Added At\",\"Genres\",\"Danceability\",\"Energy\",\"Key\",\
         \"Loudness\",\"Valence\",\"Tempo\"\n",
    );
    for i in 0..ROWS {
        let (v, e) = ((i * 37 % 1_000) as f64 / 1e3, (i * 61 % 1_000) as f64 / 1e3);
        let _ = writeln!(
            text,
            "\"spotify:track:{i:022}\",\"Song number {i}\",\"Álbum {}\",\"Artist {};Guest {}\",\"{}-03-01\",\
             \"{}\",\"{}\",\"false\",\"\",\"2024-01-01T00:00:00Z\",\"indie folk,chamber pop\",\"0.5\",\"{e}\",\
             \"5\",\"-7.25\",\"{v}\",\"118.5\"",
            i / 12,
            i / 40,
            i % 97,
            1960 + i % 65,
            180_000 + i % 100_000,
            i % 101,
        );
    }
    text
}
