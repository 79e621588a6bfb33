use super::*;
use proptest::prelude::*;

fn at(valence: f64, arousal: f64, sd: f64) -> AffectEstimate {
    AffectEstimate::with_sd(Affect::new(valence, arousal), sd)
}

fn said(valence: f64) -> Own {
    Own { curated: Some(at(valence, 0.0, 0.1)), ..Own::default() }
}

fn around(artists: &Artists, genre: Option<AffectEstimate>, own: &Own) -> Option<Surroundings> {
    artists.around(None, "a", genre, own)
}

#[test]
fn nothing_known_surrounds_with_nothing() {
    assert_eq!(around(&Artists::default(), None, &Own::default()), None);
}

#[test]
fn a_genre_alone_is_taken_as_it_is() {
    let genre = at(0.3, -0.2, 0.4);
    let got = around(&Artists::default(), Some(genre), &Own::default()).unwrap();
    assert!(got.estimate.mean.distance(genre.mean) < 1e-12);
    assert!((got.estimate.sd_valence - 0.4).abs() < 1e-12);
    assert_eq!(got.sources, [AffectSource::Genre]);
}

#[test]
fn an_artists_mean_is_shrunk_towards_the_genre_by_count() {
    let genre = at(-0.2, 0.0, 0.4);
    let mut artists = Artists::default();
    let mut before = -0.2;
    let mut sd = 0.4;
    for n in 1..=40 {
        artists.add("A", &said(0.6), None);
        let got = around(&artists, Some(genre), &Own::default()).unwrap();
        let valence = got.estimate.mean.valence;
        assert!(valence > before && valence < 0.63, "{n}: {valence}");
        assert!(got.estimate.sd_valence < sd);
        (before, sd) = (valence, got.estimate.sd_valence);
        assert_eq!(got.sources, [AffectSource::Genre, AffectSource::Artist]);
    }
    assert!(before > 0.45);
    let tracks_differ = 0.4 * (1.0 - ARTIST_SHARE).sqrt();
    assert!(sd > tracks_differ, "an artist's tracks still differ: {sd}");
}

#[test]
fn a_track_is_no_evidence_for_itself() {
    let mut artists = Artists::default();
    artists.add("a", &said(0.8), None);
    assert_eq!(around(&artists, None, &said(0.8)), None);
    artists.add("a", &said(-0.4), None);
    let got = around(&artists, None, &said(0.8)).unwrap();
    assert!(got.estimate.mean.valence < -0.02, "{got:?}");
}

#[test]
fn computed_tracks_do_not_testify_for_computed_ones() {
    let computed = |v| Own { features: Some(at(v, 0.0, 0.3)), ..Own::default() };
    let mut artists = Artists::default();
    artists.add("a", &computed(0.6), None);
    artists.add("a", &computed(0.6), None);
    assert_eq!(around(&artists, None, &computed(0.6)), None);
    assert!(around(&artists, None, &Own::default()).unwrap().estimate.mean.valence > 0.0);
}

#[test]
fn an_artists_genre_stands_in_less_surely() {
    let genre = at(-0.4, 0.6, 0.35);
    let mut artists = Artists::default();
    artists.add("a", &Own::default(), Some(genre));
    let got = around(&artists, None, &Own::default()).unwrap();
    assert_eq!(got.sources, [AffectSource::Genre]);
    assert!(got.estimate.sd_valence > genre.sd_valence && got.estimate.sd_valence <= TrackAffect::UNKNOWN_SD);
    assert!(got.estimate.mean.valence < -0.2 && got.estimate.mean.arousal > 0.3);
}

#[test]
fn the_main_one_of_several_artists_counts() {
    let artists = Artists::credited(["Beyoncé"]);
    for name in ["Beyoncé, Jay-Z", "BEYONCÉ feat. Jay-Z", " beyoncé  ft. x", "Beyoncé & Jay-Z"] {
        assert_eq!(artists.key(name), Some(person_key("Beyoncé")));
    }
    assert_eq!(artists.key("Earth, Wind & Fire"), artists.key("Earth, Wind and  Fire"));
    assert_ne!(artists.key("Earth, Wind & Fire"), artists.key("Earth"));
}

#[test]
fn bands_of_the_starter_catalogue_stay_whole_and_its_guests_are_parted() {
    let artists = Artists::starter();
    for band in
        ["Simon & Garfunkel", "Iron & Wine", "Sam & Dave", "Echo & the Bunnymen", "Sly and the Family Stone"]
    {
        assert_eq!(artists.key(band), Some(person_key(band)));
    }
    for (credit, main) in [
        ("Mark Ronson feat. Bruno Mars", "mark ronson"),
        ("Ella Fitzgerald & Louis Armstrong", "ella fitzgerald"),
    ] {
        assert_eq!(artists.key(credit), Some(person_key(main)));
    }
}

#[test]
fn the_starters_artists_are_known() {
    let known = Artists::starter().around(None, "Nick Drake", None, &Own::default());
    assert!(known.is_some_and(|s| s.estimate.mean.arousal < 0.0));
}

proptest! {
    #[test]
    fn order_does_not_matter_and_nothing_makes_less_sure(
        values in proptest::collection::vec((-1.0..1.0f64, 0.05..0.49f64), 1..12), genre in -0.6..0.6f64,
    ) {
        let learn = |values: &mut dyn Iterator<Item = &(f64, f64)>| {
            let mut artists = Artists::default();
            values.for_each(|(v, sd)| artists.add("a", &Own { curated: Some(at(*v, -v, *sd)), ..Own::default() }, None));
            around(&artists, Some(at(genre, 0.0, 0.4)), &Own::default()).unwrap().estimate
        };
        let (a, b) = (learn(&mut values.iter()), learn(&mut values.iter().rev()));
        prop_assert!(a.mean.distance(b.mean) < 1e-9);
        prop_assert!(a.sd_valence <= 0.4 + 1e-12 && a.sd_valence >= 0.4 * (1.0 - ARTIST_SHARE).sqrt());
    }

    #[test]
    fn taking_a_track_out_is_as_if_it_had_never_been_there(
        v in -1.0..1.0f64, others in proptest::collection::vec(-1.0..1.0f64, 1..6),
    ) {
        let (mut with, mut without) = (Artists::default(), Artists::default());
        for o in &others {
            with.add("a", &said(*o), None);
            without.add("a", &said(*o), None);
        }
        with.add("a", &said(v), None);
        let (a, b) = (around(&with, None, &said(v)).unwrap(), around(&without, None, &Own::default()).unwrap());
        prop_assert!(a.estimate.mean.distance(b.estimate.mean) < 1e-9);
    }
}
