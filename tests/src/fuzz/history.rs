//! Listening histories that other services and players export.

use attune_history::{MOST_PROBLEMS, read};

/// Plays that have a title and an artist, of which each is counted once; or one of three refusals.
pub(super) fn check(bytes: &[u8]) {
    let Ok(history) = read(bytes) else { return };
    for play in &history.plays {
        assert!(!play.title.trim().is_empty() && !play.artist.trim().is_empty(), "{play:?}");
        assert!(play.times >= 1, "{play:?}");
        let id = play.spotify.as_deref();
        assert!(
            id.is_none_or(|id| id.len() == 22 && id.bytes().all(|b| b.is_ascii_alphanumeric())),
            "{play:?}"
        );
        let code = play.isrc.as_deref();
        assert!(
            code.is_none_or(|c| c.len() == 12 && c.bytes().all(|b| b.is_ascii_alphanumeric())),
            "{play:?}"
        );
        assert!(play.length_ms.is_none_or(|ms| (1..=86_400_000).contains(&ms)), "{play:?}");
    }
    assert!(history.problems.len() <= MOST_PROBLEMS && history.problems.len() <= history.unusable);
    let summary = history.summary();
    assert!(summary.plays >= history.plays.len() as u64, "{summary:?}");
    assert!(summary.finished + summary.skipped <= summary.plays, "{summary:?}");
    assert!(summary.tracks <= history.plays.len() && summary.artists <= history.plays.len(), "{summary:?}");
    assert!(summary.span.is_none_or(|(first, last)| first <= last), "{summary:?}");
}

/// Both exports of Spotify, one of `ListenBrainz`, Last.fm with and without a header, a library of iTunes, and beginnings of
/// archives.
pub(super) fn seeds() -> Vec<Vec<u8>> {
    [
        r#"[{"ts":"2023-05-01T12:34:56Z","ms_played":200000,"master_metadata_track_name":"Early Light","master_metadata_album_artist_name":"The Paper Orchard","master_metadata_album_album_name":"Kites","spotify_track_uri":"spotify:track:0123456789abcdefghijkl","reason_end":"trackdone","skipped":false},{"ts":"last summer","ms_played":-1,"master_metadata_track_name":"Lost","master_metadata_album_artist_name":"X"},{"ts":"2023-05-01T13:00:00Z","ms_played":9e99,"master_metadata_track_name":null,"episode_name":"A talk"},7,null]"#,
        r#"[{"endTime":"2022-01-02 03:04","artistName":"Oda","trackName":"Tide","msPlayed":61000}]"#,
        "{\"listened_at\":1683000000,\"track_metadata\":{\"artist_name\":\"Oda\",\"track_name\":\"Tide\",\"additional_info\":{\"duration_ms\":1,\"isrc\":\"GB-AYE-69-00123\",\"spotify_id\":\"https://open.spotify.com/track/0123456789abcdefghijkl\"}}}\n{\"listened_at\":-9e18,\"track_metadata\":null}\n",
        "uts,utc_time,artist,album,track\n1683000000,\"02 May 2023, 04:00\",Oda,Kites,Tide\n99999999999999999999,,Oda,,\"Ti\"\"de\"\n",
        "Oda,Kites,Tide,02 May 2023 04:00\n",
        "Oda,Kites,Tide,999999999999999999 May 2023 04:00\nOda,Kites,Tide,2023-05-01 04:999999999999999999\n",
        r#"<?xml version="1.0"?><plist version="1.0"><dict><key>Tracks</key><dict><key>1</key><dict><key>Name</key><string>Tide &amp; &#x41;</string><key>Artist</key><string>Oda</string><key>Total Time</key><integer>200000</integer><key>Play Count</key><integer>3</integer><key>Skip Count</key><integer>4294967295</integer><key>Play Date UTC</key><date>2023-05-01T12:34:56Z</date></dict></dict></dict></plist>"#,
        "PK\u{3}\u{4}\u{14}\0\0\0\0\0\0\0",
        "<html>signed out</html>",
    ]
    .map(|text| text.as_bytes().to_vec())
    .into()
}
