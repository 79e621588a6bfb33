use super::*;
use crate::Affect;

fn full(n: usize) -> Track {
    let estimate = AffectEstimate::new(Affect::new(0.1, -0.7), 0.3, (200 + n) as f64 / 1e3);
    Track {
        album: Some(format!("Album {}", n / 3)),
        year: Some(1_970),
        genre: Some("jazz".into()),
        language: Some("de".into()),
        mood_word: Some("Calm".into()),
        popularity: Some(0),
        duration_ms: Some(0),
        tempo: Some(92.5),
        score: Some(Score { minor: true, register: -3.5 }),
        affect: TrackAffect { estimate, sources: vec![AffectSource::Genre, AffectSource::Artist] },
        ..Track::new(TrackId(format!("local:{n}")), format!("Títle {n}"), "Somebody")
    }
}

fn plain(n: usize) -> Track {
    Track::new(TrackId(format!("plain:{n}")), "", "")
}

fn mixed(count: usize) -> Vec<Track> {
    (0..count).map(|n| if n % 3 == 0 { plain(n) } else { full(n) }).collect()
}

#[test]
fn what_comes_out_is_what_went_in() {
    let all = mixed(1_000);
    let tracks = Tracks::new(&all);
    assert_eq!(tracks.iter().map(|t| t.to_track()).collect::<Vec<_>>(), all);
    assert_eq!(tracks.len(), 1_000);
    for track in &all {
        assert_eq!(tracks.find(&track.id), Some(track.into()));
    }
    assert_eq!(tracks.find(&TrackId("local:0".into())), None);
    assert!(Tracks::default().is_empty() && Tracks::default().find(&all[0].id).is_none());
}

#[test]
fn of_several_with_one_id_the_first_counts() {
    let twice = Track { title: "Other".into(), ..full(1) };
    let tracks = Tracks::new([full(1), full(2), twice]);
    assert_eq!((tracks.len(), tracks.get(0).title), (2, "Títle 1"));
}

#[test]
fn equal_tracks_are_equal_wherever_they_lie() {
    let (one, other) = (Tracks::new(mixed(100)), Tracks::new(mixed(100)));
    assert!(one == other && !one.is_shared_with(&other) && one.is_shared_with(&one.clone()));
    assert!(one != Tracks::new(mixed(99)));
    let moved = mixed(100).into_iter().map(|t| Track { year: Some(2_000), ..t });
    assert!(one != Tracks::new(moved));
}

#[test]
fn beliefs_can_be_revised_until_it_is_finished() {
    let mut all = TracksBuilder::default();
    for track in &mixed(10) {
        all.push(track.into());
    }
    let belief = TrackAffect::unknown()
        .with(AffectSource::Audio, &AffectEstimate::with_sd(Affect::new(0.5, 0.5), 0.1));
    all.revise(4, Some("bebop"), &belief);
    all.revise(5, None, &belief);
    let tracks = all.finish();
    let expected = |n: usize, genre: Option<&str>| Track {
        genre: genre.map(str::to_owned),
        affect: belief.clone(),
        ..full(n)
    };
    assert_eq!(tracks.get(4).to_track(), expected(4, Some("bebop")));
    assert_eq!(tracks.get(5).to_track(), expected(5, None));
    assert_eq!(tracks.get(7).to_track(), full(7), "others stay");
}

#[test]
fn a_track_takes_few_bytes_beside_its_own_texts() {
    let all: Vec<Track> = (0..10_000).map(|n| Track { score: None, ..full(n) }).collect();
    let own: usize = all.iter().map(|t| t.id.0.len() + t.title.len()).sum();
    let beside = Tracks::new(&all).bytes() - own;
    assert!(beside < 80 * all.len(), "{} bytes a track", beside / all.len());
}
