//! What comes from music servers.

/// Every reply is read or refused, and what is read of it is in range.
pub(super) fn check(bytes: &[u8]) {
    attune_subsonic::fuzz::reply(bytes);
}

/// A page of songs with odd rows, an album, lists, a state, refusals, and what is no reply.
pub(super) fn seeds() -> Vec<Vec<u8>> {
    [
        r#"{"subsonic-response":{"status":"ok","version":"1.16.1","type":"navidrome","searchResult3":{"song":[null,3,{"id":7,"title":"Glass Rain","displayArtist":"Mira Holm","genres":[{"name":"Folk"}],"moods":["calm"],"bpm":92,"isrc":["XXA012600006"],"duration":241,"suffix":"flac","size":1e9,"replayGain":{"trackGain":-7.5}},{"id":"d","isDir":true}]}}}"#,
        r#"{"subsonic-response":{"status":"ok","album":{"song":{"id":"a","title":"A","year":1e300,"bpm":"x","suffix":"../x"}}}}"#,
        r#"{"subsonic-response":{"status":"ok","albumList2":{"album":[{"id":"a"},{"id":[]}]}}}"#,
        r#"{"subsonic-response":{"status":"ok","openSubsonicExtensions":[{"name":"formPost","versions":[1]}]}}"#,
        r#"{"subsonic-response":{"status":"ok","scanStatus":{"scanning":false,"count":-1,"lastScan":"2026"}}}"#,
        r#"{"subsonic-response":{"status":"failed","version":"1.12.0","error":{"code":40,"message":"Wrong"}}}"#,
        "<html>upstream connect error</html>",
    ]
    .map(|text| text.as_bytes().to_vec())
    .into()
}
