//! Orders, pages and searches over tables of tracks.

use super::order::{KEPT, Order};
use super::places::State;
use super::*;
use crate::control::Control;
use crate::forms::sort_key_or_unknown;
use crate::scene::Scene;
use attune_core::Timestamp;
use rusqlite::trace::{TraceEvent, TraceEventCodes};
use rusqlite::{Connection, params};
use std::cmp::Ordering;
use std::sync::{Arc, Mutex};

const ALL: [Sort; 10] = [
    Sort::Title,
    Sort::Artist,
    Sort::Album,
    Sort::Year,
    Sort::Genre,
    Sort::Duration,
    Sort::Found,
    Sort::Valence,
    Sort::Arousal,
    Sort::Tempo,
];

/// A library of tracks with many equals and gaps, from no files.
pub(super) fn library(tracks: u32) -> Library {
    let library = Library::in_memory().unwrap();
    let db = library.writer();
    for i in 0..tracks {
        let name = |kinds: u32, word: &str| (i % kinds > 0).then(|| format!("{word} {}", i * 7 % kinds));
        let (artist, album) = (name(5, "Ä artist").unwrap_or_default(), name(7, "album"));
        db.execute(
            "INSERT INTO tracks (name, sound, found_at, title, artist, album, genre, year, number, duration_ms, format,
             title_key, artist_key, album_key, owner_key, genre_key)
             VALUES (?1, CAST(?1 AS BLOB), ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 'mp3', ?10, ?11, ?12, ?11, ?13)",
            params![
                format!("local:{i}"),
                i64::from(i / 9),
                format!("Title {}", i % 11),
                artist,
                album,
                name(3, "genre"),
                (i % 4 > 0).then_some(1990 + i % 4),
                i % 6,
                (i % 8 > 0).then_some(i % 8),
                sort_key_or_unknown(Some(&format!("Title {}", i % 11))),
                sort_key_or_unknown(Some(&artist)),
                sort_key_or_unknown(album.as_deref()),
                sort_key_or_unknown(name(3, "genre").as_deref()),
            ],
        )
        .unwrap();
        if i % 2 > 0 {
            db.execute(
                "INSERT INTO analyses (track, features_version, model_revision, at, valence, arousal, sd_valence,
                 sd_arousal, tempo, length_ms) VALUES (?1, 1, 'x', 1, ?2, ?2, 0.1, 0.1, ?3, ?4)",
                params![i + 1, f64::from(i % 5) / 10.0, 90 + i % 3, (i % 16 > 7).then_some(i % 16)],
            )
            .unwrap();
        }
    }
    db.execute("UPDATE tracks SET gone_at = 1 WHERE id % 13 = 0", []).unwrap();
    drop(db);
    library
}

/// What the order of all tracks is, by comparing them one with another.
fn expected(library: &Library, sort: Sort, descending: bool) -> Vec<String> {
    let page = library.page(&Query { limit: 1_000, ..Query::default() }).unwrap();
    let db = library.reader();
    let number = |id: &TrackId| -> i64 {
        db.query_row("SELECT id FROM tracks WHERE name = ?1", [&id.0], |row| row.get(0)).unwrap()
    };
    let key = |name: Option<&str>| sort_key_or_unknown(name);
    let mut tracks: Vec<_> = page.tracks.into_iter().map(|t| (number(&t.id), t)).collect();
    tracks.sort_by(|(i, a), (j, b)| {
        let [a_artist, b_artist] = [a, b].map(|t| key(Some(&t.artist)));
        let [a_album, b_album] = [a, b].map(|t| key(t.album.as_deref()));
        let spot = a.number.cmp(&b.number);
        let (artist, album) = (a_artist.cmp(&b_artist), a_album.cmp(&b_album));
        let title = key(Some(&a.title)).cmp(&key(Some(&b.title)));
        let usual = artist.then(album).then(spot);
        let turn = |order: Ordering| if descending { order.reverse() } else { order };
        // Unknown ones are last, either way.
        let names = |a: Vec<u8>, b: Vec<u8>| {
            let unknown = |key: &[u8]| key == crate::forms::UNKNOWN;
            unknown(&a).cmp(&unknown(&b)).then(turn(a.cmp(&b)))
        };
        let numbers = |a: Option<f64>, b: Option<f64>| {
            let order = turn(a.unwrap_or(0.0).total_cmp(&b.unwrap_or(0.0)));
            a.is_none().cmp(&b.is_none()).then(if a.is_some() && b.is_some() {
                order
            } else {
                Ordering::Equal
            })
        };
        let order = match sort {
            Sort::Title => turn(title).then(artist).then(album),
            Sort::Artist => names(a_artist, b_artist).then(album).then(spot).then(title),
            Sort::Album => names(a_album, b_album).then(artist).then(spot).then(title),
            Sort::Genre => names(key(a.genre.as_deref()), key(b.genre.as_deref())).then(usual),
            Sort::Year => numbers(a.year.map(f64::from), b.year.map(f64::from)).then(usual),
            Sort::Duration => numbers(a.duration_ms.map(f64::from), b.duration_ms.map(f64::from)).then(usual),
            Sort::Found => numbers(Some(a.found_at), Some(b.found_at)).then(usual),
            Sort::Valence => {
                let valence = |t: &LocalTrack| t.heard.map(|h| h.mean.valence);
                numbers(valence(a), valence(b)).then(usual)
            }
            Sort::Arousal => {
                let arousal = |t: &LocalTrack| t.heard.map(|h| h.mean.arousal);
                numbers(arousal(a), arousal(b)).then(usual)
            }
            Sort::Tempo => numbers(a.tempo.map(f64::from), b.tempo.map(f64::from)).then(usual),
        };
        order.then(i.cmp(j))
    });
    tracks.into_iter().map(|(_, t)| t.id.0).collect()
}

#[test]
fn every_page_of_every_order_is_its_part_of_the_whole() {
    let library = library(300);
    for sort in ALL {
        for descending in [false, true] {
            let whole = expected(&library, sort, descending);
            assert_eq!(whole.len(), 277);
            // From far and near, so that each way of looking a place up is taken.
            for offset in [0, 276, 130, 5, 270, 131, 120, 277, 40, 39, 268] {
                let query = Query { sort, descending, offset, limit: 17, ..Query::default() };
                let page = library.page(&query).unwrap();
                let ids: Vec<String> = page.tracks.into_iter().map(|t| t.id.0).collect();
                let part: Vec<String> = whole.iter().skip(offset as usize).take(17).cloned().collect();
                assert_eq!((page.total, &ids), (277, &part), "{sort:?} {descending} {offset}");
            }
        }
    }
}

#[test]
fn a_row_of_the_table_is_the_track_that_is_ranked() {
    let library = library(60);
    library.writer().execute("UPDATE tracks SET genre = 'Genre ÄÖ' WHERE genre IS NOT NULL", []).unwrap();
    let ranked = library.tracks().unwrap();
    let rows = ranked.iter().map(|t| Track::from(&library.track(&t.id).unwrap().unwrap()));
    assert_eq!(rows.collect::<Vec<_>>(), ranked);
}

#[test]
fn a_page_shows_what_has_changed_since_the_last_one() {
    let library = library(40);
    let titles = || {
        let page = library.page(&Query { sort: Sort::Title, offset: 3, limit: 50, ..Query::default() });
        page.unwrap().tracks.len()
    };
    assert_eq!(titles(), 34);
    let before = library.revision().unwrap();
    assert_eq!(library.revision().unwrap(), before);
    library.writer().execute("UPDATE tracks SET gone_at = 5 WHERE id = 1", []).unwrap();
    assert_ne!(library.revision().unwrap(), before);
    assert_eq!(titles(), 33);
}

/// The plans of all statements that a page takes.
fn plans(db: &mut Connection, work: impl FnOnce(&Connection)) -> Vec<String> {
    let seen: Arc<Mutex<Vec<String>>> = Arc::default();
    let told = seen.clone();
    let notify = move |event: TraceEvent<'_>| {
        if let TraceEvent::Stmt(statement, _) = event {
            told.lock().unwrap().push(statement.sql().into_owned());
        }
    };
    db.trace_v2(TraceEventCodes::SQLITE_TRACE_STMT, Some(notify)).unwrap();
    work(db);
    db.trace_v2(TraceEventCodes::empty(), None::<fn(TraceEvent<'_>)>).unwrap();
    let seen = std::mem::take(&mut *seen.lock().unwrap());
    let plan = |sql: &String| {
        let mut rows = db.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
        let count = rows.parameter_count();
        for at in 1..=count {
            rows.raw_bind_parameter(at, 1).unwrap();
        }
        let steps = rows.raw_query().mapped(|row| row.get::<_, String>(3)).collect::<Result<Vec<_>, _>>();
        format!("{sql}\n    {}", steps.unwrap().join("\n    "))
    };
    seen.iter().filter(|sql| sql.starts_with("SELECT")).map(plan).collect()
}

#[test]
fn a_page_reads_an_index_and_sorts_nothing() {
    let library = library(100);
    let mut db = library.writer();
    for kept in KEPT {
        for (descending, offset) in [(false, 0), (false, 50), (true, 3), (true, 60)] {
            let mut known = Pages::default();
            let state = State::of(&db).unwrap();
            let plans = plans(&mut db, |db| {
                known.walk(db, kept, state).unwrap().page(descending, offset, 10).unwrap();
            });
            assert!(!plans.is_empty());
            for plan in plans {
                assert!(plan.contains(kept.index), "{plan}");
                assert!(!plan.contains("TEMP B-TREE"), "{plan}");
            }
        }
    }
}

/// How many questions it takes to show a page in the middle of an order, and whether any place was remembered before.
fn steps(db: &mut Connection, known: &mut Pages, sort: Sort) -> (usize, bool) {
    let Order::Kept(order) = Order::of(sort) else { panic!("an index keeps it") };
    let state = State::of(db).unwrap();
    let remembered = !known.walk(db, order, state).unwrap().places().is_empty();
    let asked = plans(db, |db| drop(known.walk(db, order, state).unwrap().page(false, 90, 10).unwrap()));
    (asked.len(), remembered)
}

#[test]
fn long_groups_of_equals_are_turned_without_counting_them_again() {
    let library = library(3_000);
    let mut db = library.writer();
    let Order::Kept(genre) = Order::of(Sort::Genre) else { panic!("an index keeps it") };
    let sql =
        format!("SELECT id FROM tracks WHERE gone_at IS NULL ORDER BY {}", Order::of(Sort::Genre).sql(true));
    let (mut known, mut counted) = (Pages::default(), 0);
    for round in 0..12_u32 {
        let all: Vec<i64> = {
            let mut query = db.prepare(&sql).unwrap();
            query.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
        };
        let state = State::of(&db).unwrap();
        for offset in [0, 1, 400, 980, 999, 1_000, 1_001, 1_500, 1_990, 2_000, 2_600, all.len() - 3] {
            let page = known.walk(&db, genre, state).unwrap().page(true, offset as u32, 60).unwrap();
            assert_eq!(page, all[offset..all.len().min(offset + 60)], "round {round}, from {offset}");
        }
        let change = match round % 3 {
            0 => {
                "UPDATE tracks SET genre_key = (SELECT max(genre_key) FROM tracks WHERE genre_key < x'FFFFFFFF') WHERE id = ?1"
            }
            1 => "UPDATE tracks SET genre_key = x'FFFFFFFF', artist_key = x'4F' WHERE id = ?1",
            _ => "UPDATE tracks SET gone_at = 5 WHERE id = ?1",
        };
        db.execute(change, [round * 97 + 2]).unwrap();
        let state = State::of(&db).unwrap();
        let asked = plans(&mut db, |db| {
            known.walk(db, genre, state).unwrap().page(true, 1_500, 60).unwrap();
        });
        counted += asked.iter().filter(|sql| sql.contains("count(*)")).count();
    }
    assert!(counted <= 1, "{counted} times, and only one change moves an end of the group");
}

#[test]
fn the_way_to_a_place_is_remembered_while_tracks_move() {
    let library = library(200);
    let mut db = library.writer();
    let mut known = Pages::default();
    let mut both =
        |db: &mut Connection| [Sort::Artist, Sort::Duration].map(|sort| steps(db, &mut known, sort));
    assert_eq!(both(&mut db), [(2, false); 2], "the way there, and the page");
    assert_eq!(both(&mut db), [(1, true); 2], "the page alone");
    let analysed = "INSERT OR REPLACE INTO analyses (track, features_version, model_revision, at, length_ms) VALUES (3, 9, '', 1, 77)";
    for (change, by_length) in [
        ("UPDATE tracks SET isrc = 'X' WHERE id = 3", true),
        (analysed, false),
        ("UPDATE tracks SET title_key = x'01' WHERE id = 3", true),
        ("UPDATE tracks SET number = 99 WHERE id = 3", true),
        ("UPDATE tracks SET year = 1701 WHERE id = 3", true),
        ("UPDATE tracks SET duration_ms = 5 WHERE id = 4", true),
        ("UPDATE tracks SET found_at = 99 WHERE id = 3", true),
        ("UPDATE tracks SET gone_at = 5 WHERE id = 3", true),
        ("UPDATE tracks SET gone_at = 6 WHERE id = 3", true),
        ("DELETE FROM tracks WHERE id = 6", true),
    ] {
        db.execute(change, []).unwrap();
        let [artist, length] = both(&mut db).map(|(_, remembered)| remembered);
        assert_eq!((artist, length), (true, by_length), "{change}");
    }
}

#[test]
fn small_questions_are_small_however_large_the_library_is() {
    let library = library(10);
    let db = library.reader();
    for sql in [
        "UPDATE tracks INDEXED BY tracks_nowhere SET gone_at = ?1 WHERE gone_at IS NULL AND places = 0",
        "SELECT id FROM tracks WHERE gone_at < 1",
        "SELECT code, message FROM files WHERE code IS NOT NULL ORDER BY folder, path",
        "SELECT track FROM files WHERE tail = 'a/b'",
        "SELECT track FROM files WHERE tail >= 'a/' AND tail < 'a0'",
        "SELECT id FROM tracks WHERE title_key = ?1 AND artist_key = ?1 AND gone_at IS NULL LIMIT 2",
    ] {
        let mut rows = db.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
        if rows.parameter_count() > 0 {
            rows.raw_bind_parameter(1, 1).unwrap();
        }
        let steps = rows.raw_query().mapped(|row| row.get::<_, String>(3)).collect::<Result<Vec<_>, _>>();
        let steps = steps.unwrap().join("; ");
        assert!(steps.contains("INDEX") && !steps.contains("TEMP B-TREE"), "{sql}: {steps}");
    }
}

#[test]
fn words_are_found_in_every_script_and_by_any_keyboard() {
    let scene = Scene::new();
    let titles = [
        ("夜のドライブ伝言", "青い森", "ドライブ 伝言 森 どらい 夜の"),
        ("안녕 하늘바다", "달빛", "바다 하늘 달"),
        ("Ødegård Song", "Møkk", "odegard mokk ODEG"),
        ("Straße nach Łódź", "Groß Łuk", "strasse lodz straße LUK"),
        ("Don't Stop-It", "P!nk-ish", "dont stopit don't p!nk"),
        ("C.R.E.A.M. Pie", "A/Q Duo", "cream c.r.e.a.m aq a/q"),
        ("İstanbul Işığı", "Çağrı", "istanbul isigi cagri"),
        ("हिन्दी गीत", "संगीत", "हिन्दी संगी"),
        ("สวัสดีตอนเช้า", "วงดนตรี", "ตอน เช้า ดนตรี"),
        ("Cafe\u{301} Noir", "Ole\u{301}", "caf\u{e9} cafe ole"),
        ("Fu\u{308}r Größe", "Müller", "mueller muller MÜLLER fuer fur groesse grösse größe"),
        ("Blue Suede", "Joerg Fassbender", "jörg joerg faßbender"),
        ("Rødgrød Blåbær", "Åse", "roedgroed rodgrod aase ase ÅSE blaabaer blabær"),
        ("Haakon Soerensen", "Aage", "håkon sørensen åge"),
    ];
    for (seed, (title, artist, _)) in (0_u8..).zip(titles) {
        let path = scene.path(&format!("{seed}.wav"));
        std::fs::write(&path, crate::scene::wav(3 + 2 * seed)).unwrap();
        crate::scene::tag(&path, title, artist);
    }
    scene.scan();
    for (title, _, searches) in titles {
        for search in searches.split(' ') {
            assert_eq!(scene.found(search), [title], "{search}");
        }
        assert_eq!(scene.found(title), [title]);
    }
    for nothing in ["伝夜", "bloe", "strase", "jorg", "suade"] {
        assert_eq!(scene.found(nothing), Vec::<String>::new(), "{nothing}");
    }
}

#[test]
fn a_library_of_an_earlier_version_keeps_everything() {
    let (data, music) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    for (seed, title) in [(3, "Zebra"), (5, "Årstid"), (7, "夜のドライブ"), (9, "apple"), (11, "Gone")]
    {
        let path = music.path().join(format!("{title}.wav"));
        std::fs::write(&path, crate::scene::wav(seed)).unwrap();
        crate::scene::tag(&path, title, "Somebody");
    }
    std::fs::write(music.path().join("bad.mp3"), "no music at all").unwrap();
    let path = data.path().join("library.db");
    make_earlier(&path, music.path());
    let (library, warnings) = Library::open(data.path()).unwrap();
    assert_eq!(warnings, []);
    let before = library.tracks().unwrap();
    assert_eq!(
        before.iter().map(|t| t.id.0.as_str()).collect::<Vec<_>>(),
        ["local:1", "local:2", "local:3", "local:4"]
    );
    let page = library.page(&Query { sort: Sort::Title, limit: 9, ..Query::default() }).unwrap();
    let titles: Vec<_> = page.tracks.iter().map(|t| t.title.as_str()).collect();
    assert_eq!((page.total, titles), (4, vec!["apple", "Årstid", "Zebra", "夜のドライブ"]));
    let heard = library.track(&TrackId("local:2".into())).unwrap().unwrap();
    assert_eq!((heard.duration_ms, heard.tempo, heard.copies), (Some(61_000), Some(93.0), 1));
    assert_eq!(library.features(&heard.id).unwrap().unwrap(), b"numbers");
    let folder = &library.folders().unwrap()[0];
    assert_eq!((folder.tracks, folder.unreadable), (4, 1));
    assert_eq!(library.found("ライブ").unwrap(), [TrackId("local:3".into())]);
    assert_eq!(library.unreadable().unwrap()[0].problem.code, ErrorCode::FileUnknown);
    // It goes on from there, and is not made anew again.
    drop(library);
    let (library, _) = Library::open(data.path()).unwrap();
    assert_eq!(library.tracks().unwrap(), before);
    library.scan(&[], Timestamp(9), &Control::new(), &mut |_| {}).unwrap();
    assert_eq!(library.folders().unwrap()[0].tracks, 5, "found by the scan, with the ones that were known");
}

#[test]
fn forms_of_another_version_are_made_anew() {
    let (data, music) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    for (seed, title) in [(3, "No. 10"), (5, "No. 9")] {
        let path = music.path().join(format!("{seed}.wav"));
        std::fs::write(&path, crate::scene::wav(seed)).unwrap();
        crate::scene::tag(&path, title, "Somebody");
    }
    let (library, _) = Library::open(data.path()).unwrap();
    library.add_folder(music.path(), Timestamp(1)).unwrap();
    library.scan(&[], Timestamp(2), &Control::new(), &mut |_| {}).unwrap();
    let spoil =
        "UPDATE tracks SET title_key = CAST(title AS BLOB); DELETE FROM words; UPDATE files SET tail = '';";
    library.writer().execute_batch(spoil).unwrap();
    let look = |library: &Library| {
        let page = library.page(&Query { sort: Sort::Title, limit: 9, ..Query::default() }).unwrap();
        let titles: Vec<_> = page.tracks.into_iter().map(|t| t.title).collect();
        (titles.join(", "), library.found("somebody").unwrap().len())
    };
    assert_eq!(look(&library), ("No. 10, No. 9".to_owned(), 0));
    drop(library);
    let (library, _) = Library::open(data.path()).unwrap();
    assert_eq!(look(&library).1, 0, "of this version, they are believed");
    library.writer().execute("UPDATE forms SET version = 'another'", []).unwrap();
    drop(library);
    let (library, _) = Library::open(data.path()).unwrap();
    assert_eq!(look(&library), ("No. 9, No. 10".to_owned(), 2));
}

#[test]
fn the_place_on_an_album_is_what_the_tags_say() {
    let library = library(20);
    let place = |id: &str| library.album_place(&TrackId(id.to_owned()));
    let album =
        |number| AlbumPlace { artist: "Ä artist 1".into(), album: "album 0".into(), disc: 1, number };
    assert_eq!(place("local:8").unwrap(), Some(album(2)));
    assert_eq!(place("local:7").unwrap(), None, "it has no album");
    assert_eq!(place("local:none").unwrap_err().code, ErrorCode::LibraryTrackGone);
}

/// A library as the version before kept it, with a track that was heard, one that is gone and a file that is none.
fn make_earlier(path: &std::path::Path, music: &std::path::Path) {
    let db = Connection::open(path).unwrap();
    db.execute_batch(include_str!("../../migrations/0001_library.sql")).unwrap();
    db.execute_batch(include_str!("../../migrations/0002_files.sql")).unwrap();
    db.pragma_update(None, "user_version", 2).unwrap();
    let folder = crate::path::to_bytes(&std::fs::canonicalize(music).unwrap());
    db.execute("INSERT INTO folders (path, added_at) VALUES (?1, 1)", [folder]).unwrap();
    for (id, title) in [(1, "Zebra"), (2, "Årstid"), (3, "夜のドライブ"), (4, "apple"), (5, "Gone")] {
        let gone = (id == 5).then_some(7);
        db.execute(
            "INSERT INTO tracks (id, name, sound, found_at, gone_at, title, artist, format)
             VALUES (?1, 'local:' || ?1, CAST(?1 AS BLOB), 1, ?2, ?3, 'Somebody', 'wav')",
            params![id, gone, title],
        )
        .unwrap();
        if gone.is_none() {
            let file = format!("{title}.wav").into_bytes();
            db.execute(
                "INSERT INTO files (folder, path, size, modified, track) VALUES (1, ?1, 1, 1, ?2)",
                params![file, id],
            )
            .unwrap();
        }
        db.execute("INSERT INTO words (rowid, title) VALUES (?1, ?2)", params![id, title]).unwrap();
    }
    db.execute_batch(
        "INSERT INTO files (folder, path, size, modified, code, message)
         VALUES (1, CAST('bad.mp3' AS BLOB), 1, 1, 'file_unknown', 'No music.');
         INSERT INTO analyses (track, features_version, model_revision, at, features, tempo, length_ms)
         VALUES (2, 1, 'x', 1, CAST('numbers' AS BLOB), 93.0, 61000);",
    )
    .unwrap();
}

/// Counts that triggers keep, compared with what is counted anew, through everything that changes them.
#[test]
fn counts_are_what_counting_gives() {
    let scene = Scene::new();
    let agrees = |what: &str| {
        let db = scene.library.writer();
        let wrong: i64 = db
            .query_row(
                "SELECT (SELECT tracks FROM counts) <> (SELECT count(*) FROM tracks WHERE gone_at IS NULL)
                 + (SELECT count(*) FROM tracks WHERE places <> (SELECT count(*) FROM files WHERE track = tracks.id))
                 + (SELECT count(*) FROM tracks WHERE heard_ms IS NOT
                    (SELECT length_ms FROM analyses WHERE track = tracks.id))
                 + (SELECT count(*) FROM folders WHERE
                    tracks <> (SELECT count(DISTINCT track) FROM files WHERE folder = folders.id) OR unreadable <>
                    (SELECT count(*) FROM files WHERE folder = folders.id AND code IS NOT NULL))",
                [],
                |row| row.get(0),
            )
            .unwrap();
        assert_eq!(wrong, 0, "{what}");
    };
    scene.write("one.wav", 3, "One");
    scene.write("two.wav", 5, "Two");
    std::fs::copy(scene.path("one.wav"), scene.path("copy.wav")).unwrap();
    std::fs::write(scene.path("bad.mp3"), "nothing").unwrap();
    scene.scan();
    agrees("found");
    scene.write("copy.wav", 7, "Three");
    std::fs::write(scene.path("two.wav"), "nothing").unwrap();
    std::fs::write(scene.path("bad.mp3"), crate::scene::wav(9)).unwrap();
    scene.scan();
    agrees("changed");
    std::fs::remove_file(scene.path("one.wav")).unwrap();
    scene.scan();
    agrees("gone");
    let folder = scene.library.folders().unwrap()[0].id;
    scene.library.remove_folder(folder).unwrap();
    agrees("removed");
    assert_eq!(scene.library.page(&Query { limit: 1, ..Query::default() }).unwrap().total, 0);
}
