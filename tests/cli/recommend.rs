//! `attune-cli recommend`.

use super::{failure, json, lines, root, run};
use std::collections::HashSet;
use std::fs;

const CATALOGUE: &str = "name,artist,valence,energy,mood,popularity\n\
    Sun,A,0.95,0.8,Happy,50\n\
    Rain,B,0.1,0.2,Sad,90\n\
    Lake,C,0.8,0.1,Calm,70\n\
    Storm,D,0.1,0.95,Energetic,60\n\
    Beach,E,0.9,0.7,Happy,80\n";

fn catalogue(dir: &tempfile::TempDir) -> String {
    let path = dir.path().join("songs.csv");
    fs::write(&path, CATALOGUE).unwrap();
    path.display().to_string()
}

#[test]
fn classic_prints_the_list_by_popularity() {
    let dir = tempfile::tempdir().unwrap();
    let file = catalogue(&dir);
    let out =
        lines(&run(&["recommend", "--policy", "classic", "--catalogue", &file, "--expression", "happy"]));
    let columns: Vec<Vec<&str>> = out.iter().map(|l| l.split_whitespace().collect()).collect();
    assert_eq!(columns[0], ["name", "artist", "mood", "popularity"]);
    assert_eq!(columns[1], ["Beach", "E", "Happy", "80"]);
    assert_eq!(columns[2], ["Sun", "A", "Happy", "50"]);
    assert_eq!(columns.len(), 3);
}

#[test]
fn the_published_table_comes_out() {
    let data = root().join("../shared/data/music/data_moods.csv");
    if !data.is_file() {
        println!("skipped: data_moods.csv is not here");
        return;
    }
    let file = data.display().to_string();
    let table = |expression: &str| -> Vec<(String, u64)> {
        let out = run(&[
            "recommend",
            "--policy",
            "classic",
            "--catalogue",
            &file,
            "--expression",
            expression,
            "--limit",
            "5",
            "--json",
        ]);
        let row = |v: &serde_json::Value| {
            (v["title"].as_str().unwrap().to_owned(), v["popularity"].as_u64().unwrap())
        };
        json(&out).iter().map(row).collect()
    };
    let happy = table("happiness");
    assert_eq!(happy.iter().map(|r| r.1).collect::<Vec<_>>(), [84, 84, 84, 83, 83]);
    let titles: HashSet<_> = happy.iter().take(3).map(|r| r.0.as_str()).collect();
    assert_eq!(titles, HashSet::from(["Pumped Up Kicks", "Africa", "Take on Me"]));
    let calm = table("anger");
    assert_eq!(calm.iter().map(|r| r.1).collect::<Vec<_>>(), [64, 60, 60, 59, 59]);
    assert_eq!(calm[0].0, "Lost");
}

#[test]
fn the_starter_catalogue_needs_no_file_and_gives_reasons() {
    let out = run(&["recommend", "--affect=-0.6,-0.4", "--policy", "lift", "--limit", "20", "--json"]);
    let tracks = json(&out);
    assert_eq!(tracks.len(), 20);
    let artists: HashSet<_> = tracks.iter().take(10).map(|t| t["artist"].to_string()).collect();
    assert_eq!(artists.len(), 10, "no artist twice in ten");
    for pair in tracks.windows(2) {
        let step =
            pair[1]["target"]["valence"].as_f64().unwrap() - pair[0]["target"]["valence"].as_f64().unwrap();
        assert!((-1e-9..=0.25 + 1e-9).contains(&step), "lift steps up by at most a quarter: {step}");
    }
    assert!(tracks.iter().all(|t| !t["reasons"][0]["text"].as_str().unwrap().is_empty()));
    assert!(tracks.iter().all(|t| t["open"].as_str().unwrap().starts_with("spotify:")));
}

#[test]
fn a_seed_fixes_the_order() {
    let with = |seed: &str| run(&["recommend", "--expression", "neutral", "--seed", seed, "--json"]).stdout;
    assert_eq!(with("1"), with("1"));
    assert_ne!(with("1"), with("2"));
}

#[test]
fn what_cannot_be_meant_is_explained() {
    assert!(failure(&run(&["recommend"])).contains("--expression"));
    assert!(failure(&run(&["recommend", "--expression", "bored"])).contains("choose one of"));
    assert!(failure(&run(&["recommend", "--affect", "2,0"])).contains("-1 to 1"));
    assert!(failure(&run(&["recommend", "--affect=0,0", "--policy", "sleep"])).contains("choose one of"));
    assert!(
        failure(&run(&["recommend", "--affect=0,0", "--catalogue", "nowhere.csv"])).contains("csv_missing")
    );
}

#[test]
fn hostile_catalogues_end_in_words() {
    let dir = tempfile::tempdir().unwrap();
    let try_bytes = |name: &str, bytes: &[u8]| {
        let path = dir.path().join(name);
        fs::write(&path, bytes).unwrap();
        run(&["recommend", "--affect=0,0", "--catalogue", &path.display().to_string()])
    };
    assert!(failure(&try_bytes("empty.csv", b"")).contains("csv_empty"));
    assert!(failure(&try_bytes("picture.csv", &[0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3])).contains("csv_"));
    let mut large = b"name,artist,valence,energy\nGood,A,0.5,0.5\n".to_vec();
    large.extend(std::iter::repeat_n(b'x', 10 << 20));
    large.extend(b",B,0.1,0.1\nNul\0,C,0.1,0.1\nAlso good,D,0.5,0.5\n");
    let out = try_bytes("large.csv", &large);
    let text = lines(&out).join("\n");
    assert!(text.contains("Good") && text.contains("Also good"), "{text}");
    let complaints = String::from_utf8_lossy(&out.stderr).into_owned();
    assert!(complaints.contains("line 3") && complaints.contains("line 4"), "{complaints}");
}
