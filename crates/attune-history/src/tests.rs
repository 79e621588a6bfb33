use super::*;
use proptest::prelude::*;
use std::io::{Cursor, Write as _};

const SPOTIFY: &str = r#"[
 {"ts":"2023-05-01T12:34:56Z","ms_played":200000,"master_metadata_track_name":"Early Light",
  "master_metadata_album_artist_name":"The Paper Orchard","master_metadata_album_album_name":"Kites",
  "spotify_track_uri":"spotify:track:0123456789abcdefghijkl","reason_end":"trackdone","skipped":false},
 {"ts":"2023-05-01T12:36:00Z","ms_played":9000,"master_metadata_track_name":"Plain Bread",
  "master_metadata_album_artist_name":"Tobias Quill","reason_end":"fwdbtn","skipped":true},
 {"ts":"2023-05-01T12:40:00Z","ms_played":150000,"master_metadata_track_name":"Plain Bread",
  "master_metadata_album_artist_name":"Tobias Quill","reason_end":"fwdbtn"},
 {"ts":"2023-05-01T13:00:00Z","ms_played":900000,"master_metadata_track_name":null,"episode_name":"A talk"},
 {"ts":"2023-05-01T13:10:00Z","ms_played":90000,"master_metadata_track_name":"Secret",
  "master_metadata_album_artist_name":"X","incognito_mode":true},
 {"ts":"2023-05-01T13:20:00Z","ms_played":0,"master_metadata_track_name":"Never","master_metadata_album_artist_name":"X"},
 {"ts":"last summer","ms_played":5000,"master_metadata_track_name":"Lost","master_metadata_album_artist_name":"X"},
 {"ts":"2023-05-01T13:30:00Z","ms_played":5000,"master_metadata_track_name":" "}
]"#;

fn problems(history: &History) -> Vec<(usize, ProblemKind)> {
    history.problems.iter().map(|p| (p.place, p.kind)).collect()
}

#[test]
fn spotify_says_how_plays_ended_and_private_ones_are_left_out() {
    let history = read(SPOTIFY.as_bytes()).unwrap();
    assert_eq!((history.format, history.left_out, history.unusable), (Format::Spotify, 3, 2));
    let endings: Vec<Ending> = history.plays.iter().map(|p| p.ending).collect();
    assert_eq!(endings, [Ending::Finished, Ending::Skipped, Ending::Unknown]);
    let first = &history.plays[0];
    assert_eq!(first.spotify.as_deref(), Some("0123456789abcdefghijkl"));
    assert_eq!((first.album.as_deref(), first.heard_ms), (Some("Kites"), Some(200_000)));
    assert_eq!(problems(&history), [(7, ProblemKind::Time), (8, ProblemKind::Unnamed)]);
    let summary = history.summary();
    assert_eq!((summary.plays, summary.tracks, summary.artists), (3, 2, 2));
    assert_eq!((summary.finished, summary.skipped), (1, 1));
    assert_eq!(summary.span.map(|(from, to)| (to.0 - from.0) / 1_000), Some(304));
}

#[test]
fn the_short_export_is_read_too() {
    let short = r#"[{"endTime":"2022-01-02 03:04","artistName":"Oda","trackName":"Tide","msPlayed":61000}]"#;
    let history = read(short.as_bytes()).unwrap();
    assert_eq!((history.plays.len(), history.plays[0].ending), (1, Ending::Unknown));
}

#[test]
fn an_archive_is_read_file_by_file() {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    let files = [
        ("my_spotify_data/Streaming_History_Audio_2023_1.json", SPOTIFY),
        ("my_spotify_data/Streaming_History_Audio_2024_2.json", SPOTIFY),
        ("my_spotify_data/Streaming_History_Video_2023.json", SPOTIFY),
        ("my_spotify_data/Userdata.json", r#"{"username":"x"}"#),
    ];
    for (name, text) in files {
        archive.start_file(name, options).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    let bytes = archive.finish().unwrap().into_inner();
    let history = read(&bytes).unwrap();
    assert_eq!((history.plays.len(), history.left_out, history.unusable), (6, 6, 4));
    assert!(history.problems[2].file.ends_with("Audio_2024_2.json"));
    assert!(read(&bytes[..bytes.len() / 2]).is_err());
}

#[test]
fn last_fm_comes_in_several_tables() {
    let tables = [
        "The Paper Orchard,Kites,Early Light,01 May 2023 12:34\n\"Oda, the\",,\"The \"\"Tide\"\"\",02 May 2023 10:00\n",
        "uts,utc_time,artist,artist_mbid,album,album_mbid,track,track_mbid\n1682944440,x,The Paper Orchard,,Kites,,Early Light,0F0E0D0C-0000-4000-8000-00000000000A\n\n1683021600,x,\"Oda, the\",,,,\"The \"\"Tide\"\"\",\n",
        "Artist;Album;AlbumId;Track;Date#mia\nThe Paper Orchard;Kites;;Early Light;1682944440000\n\"Oda, the\";;;\"The \"\"Tide\"\"\";1683021600000\n",
    ];
    let told = read(tables[1].as_bytes()).unwrap().plays.remove(0).musicbrainz;
    assert_eq!(told.as_deref(), Some("0f0e0d0c-0000-4000-8000-00000000000a"));
    for table in tables {
        let history = read(table.as_bytes()).unwrap();
        assert_eq!(
            (history.format, history.plays.len(), history.unusable),
            (Format::LastFm, 2, 0),
            "{table}"
        );
        let (first, second) = (&history.plays[0], &history.plays[1]);
        assert_eq!((first.artist.as_str(), first.album.as_deref()), ("The Paper Orchard", Some("Kites")));
        assert_eq!(first.at, Some(Timestamp(1_682_944_440_000)), "{table}");
        assert_eq!((second.artist.as_str(), second.title.as_str()), ("Oda, the", "The \"Tide\""));
    }
}

#[test]
fn lines_that_cannot_be_used_are_told_by_line() {
    let table = "artist,track,date\nA,B,1682944440\n,B,1682944440\nA,\"B\nC\",soon\nA,B\n";
    let history = read(table.as_bytes()).unwrap();
    let expected = [(3, ProblemKind::Unnamed), (4, ProblemKind::Time), (6, ProblemKind::Malformed)];
    assert_eq!((history.plays.len(), problems(&history)), (1, expected.to_vec()));
}

#[test]
fn listenbrainz_is_read_by_line() {
    let lines = "{\"listened_at\":1682944440,\"track_metadata\":{\"artist_name\":\"Oda\",\"track_name\":\"Tide\",\"release_name\":null}}\n\
                 not json\n{\"listened_at\":0,\"track_metadata\":{\"artist_name\":\"Oda\",\"track_name\":\"Tide\"}}\n";
    let history = read(lines.as_bytes()).unwrap();
    assert_eq!((history.format, history.plays.len()), (Format::ListenBrainz, 1));
    assert_eq!(problems(&history), [(2, ProblemKind::Malformed), (3, ProblemKind::Time)]);
}

#[test]
fn what_tells_recordings_apart_is_read_too() {
    let line = |more: &str| {
        format!(
            "{{\"listened_at\":1682944440,\"track_metadata\":{{\"artist_name\":\"Oda\",\"track_name\":\"Tide\",\"additional_info\":{more}}}}}"
        )
    };
    let known = |more: &str| {
        let play = read(line(more).as_bytes()).unwrap().plays.remove(0);
        (play.isrc, play.length_ms, play.spotify)
    };
    let id = "0123456789abcdefghijkl".to_owned();
    assert_eq!(
        known(
            "{\"isrc\":\"gb-aye-69-00123\",\"duration_ms\":215000,\"spotify_id\":\"https://open.spotify.com/track/0123456789abcdefghijkl?si=x\"}"
        ),
        (Some("GBAYE6900123".into()), Some(215_000), Some(id))
    );
    assert_eq!(
        known("{\"isrc\":\"none\",\"duration\":215.5,\"spotify_id\":\"x\"}"),
        (None, Some(215_500), None)
    );
    assert_eq!(known("{\"isrc\":7,\"duration_ms\":-1}"), (None, None, None));
    assert_eq!(known("[]"), (None, None, None));
    let found = |id: &str| {
        let more = format!("null,\"mbid_mapping\":{{\"recording_mbid\":\"{id}\"}}");
        read(line(&more).as_bytes()).unwrap().plays.remove(0).musicbrainz
    };
    let id = "0f0e0d0c-0000-4000-8000-00000000000a";
    assert_eq!((found(id).as_deref(), found(&id.replace('-', "0"))), (Some(id), None));
}

/// A table, a list, lines, a library and an archive, of so many plays each.
fn long(plays: usize) -> Vec<Vec<u8>> {
    let of = |n: usize| {
        format!(
            "{{\"endTime\":\"2022-01-02 03:04\",\"artistName\":\"Oda\",\"trackName\":\"Tide {n}\",\"msPlayed\":61000}}"
        )
    };
    let list = format!("[{}]", (0..plays).map(of).collect::<Vec<_>>().join(","));
    let lines = (0..plays).map(of).collect::<Vec<_>>().join("\n");
    let row = |n: usize| format!("Oda,Kites,Tide {n},02 May 2023 04:00\n");
    let track = |n: usize| {
        format!(
            "<key>{n}</key><dict><key>Name</key><string>Tide {n}</string><key>Artist</key><string>Oda</string><key>Play Count</key><integer>1</integer></dict>"
        )
    };
    let library = format!(
        "<plist><dict><key>Tracks</key><dict>{}</dict></dict></plist>",
        (0..plays).map(track).collect::<String>()
    );
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    archive.start_file("StreamingHistory_music_0.json", zip::write::SimpleFileOptions::default()).unwrap();
    archive.write_all(list.as_bytes()).unwrap();
    let archive = archive.finish().unwrap().into_inner();
    let table: String = (0..plays).map(row).collect();
    vec![table.into(), list.into(), lines.into(), library.into(), archive]
}

#[test]
fn whoever_watches_hears_how_far_it_is_and_may_stop_it() {
    for file in long(3_000) {
        let mut told = Vec::new();
        let history = read_watched(&file, &mut |share| {
            told.push(share);
            true
        });
        assert_eq!(history.unwrap().plays.len(), 3_000);
        assert!(told.len() >= 5 && told.is_sorted(), "{told:?}");
        assert!(told[0] > 0.0 && told[0] < 0.8 && *told.last().unwrap() <= 1.0, "{told:?}");
        let mut asked = 0;
        let stopped = read_watched(&file, &mut |_| {
            asked += 1;
            asked < 2
        });
        assert!(matches!(stopped, Err(HistoryError::Stopped)) && asked == 2);
    }
}

#[test]
fn an_itunes_library_says_how_often() {
    let library = r#"<?xml version="1.0"?><plist version="1.0"><dict><key>Tracks</key><dict>
      <key>1</key><dict><key>Name</key><string>Bread &amp; Tide</string><key>Artist</key><string>Oda</string>
        <key>Total Time</key><integer>201000</integer>
        <key>Play Count</key><integer>12</integer><key>Play Date UTC</key><date>2023-05-01T12:34:56Z</date>
        <key>Skip Count</key><integer>2</integer></dict>
      <key>2</key><dict><key>Name</key><string>Unplayed</string><key>Artist</key><string>Oda</string></dict>
      <key>3</key><dict><key>Name</key><string>A talk</string><key>Play Count</key><integer>1</integer><key>Podcast</key><true/></dict>
      <key>4</key><dict><key>Name</key><string>Nobody</string><key>Play Count</key><integer>1</integer></dict>
      </dict><key>Playlists</key><array><dict><key>Name</key><string>L</string><key>Playlist Items</key><array>
      <dict><key>Track ID</key><integer>1</integer></dict></array></dict></array></dict></plist>"#;
    let history = read(library.as_bytes()).unwrap();
    let plays: Vec<_> = history.plays.iter().map(|p| (p.title.as_str(), p.times, p.ending)).collect();
    assert_eq!(plays, [("Bread & Tide", 12, Ending::Finished), ("Bread & Tide", 2, Ending::Skipped)]);
    assert_eq!((history.left_out, problems(&history)), (1, vec![(4, ProblemKind::Unnamed)]));
    assert_eq!(history.summary().plays, 14);
    assert_eq!(history.plays[0].length_ms, Some(201_000));
}

#[test]
fn other_files_are_refused() {
    for other in ["", "hello", "{}", "[]", "[1,2]", "<html></html>", "a,b\n1,2\n", "PK\u{3}\u{4}"] {
        assert!(read(other.as_bytes()).is_err(), "{other}");
    }
    assert!(matches!(read(b"[{\"ms_played\": 1,"), Err(HistoryError::Damaged(_))));
}

proptest! {
    #[test]
    fn no_input_is_too_strange(bytes in prop::collection::vec(any::<u8>(), 0..400), at in 0..400usize) {
        let _ = read(&bytes);
        for sample in [SPOTIFY, "artist,track,date\nA,\"B,1682944440\nC,D,1\n", "<plist><key>Tracks</key><dict>"] {
            let mut broken = sample.as_bytes().to_vec();
            broken.splice(at.min(broken.len()).., bytes.iter().copied());
            let _ = read(&broken);
        }
    }
}
