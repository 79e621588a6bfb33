//! Music whose tempo, key and loudness are known because we made it.
#![expect(clippy::unwrap_used, reason = "a test's own functions may panic as the test may")]

use attune_audio::features::Gatherer;
use attune_audio::synth::{Piece, Style, wav};
use attune_audio::{Features, Mode, listen};

fn heard(piece: &Piece) -> Features {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("piece.wav");
    std::fs::write(&path, wav(&piece.render(44_100), 44_100)).unwrap();
    listen(&path).unwrap()
}

fn piece(style: Style, bpm: f64, tonic: u8, minor: bool) -> Piece {
    Piece { style, bpm, tonic, minor, seconds: 12.0, peak_db: -1.0, seed: 7 }
}

#[test]
fn beats_are_counted() {
    for (style, bpm) in [
        (Style::Dance, 124.0),
        (Style::Dance, 140.0),
        (Style::Rock, 96.0),
        (Style::Rock, 110.0),
        (Style::Strummed, 84.0),
    ] {
        let tempo = heard(&piece(style, bpm, 0, false)).tempo.unwrap();
        // Music with eighths has two tempi that people tap; either is right.
        let off = [0.5, 1.0, 2.0].map(|f| (tempo.bpm / (f * bpm) - 1.0).abs());
        assert!(off.into_iter().fold(1.0, f64::min) < 0.01, "{style:?} at {bpm}: {tempo:?}");
        assert!(tempo.confidence > 0.3, "{style:?} at {bpm}: {tempo:?}");
    }
}

#[test]
fn keys_are_named() {
    for style in [Style::Pads, Style::Strummed] {
        for (tonic, minor) in [(0, false), (9, true), (4, true), (7, false)] {
            let key = heard(&piece(style, 100.0, tonic, minor)).key.unwrap();
            let mode = if minor { Mode::Minor } else { Mode::Major };
            assert_eq!((key.tonic, key.mode), (tonic, mode), "{style:?}: {key:?}");
        }
    }
}

#[test]
fn styles_differ_as_they_should() {
    let pads = heard(&piece(Style::Pads, 60.0, 0, false));
    let rock = heard(&piece(Style::Rock, 130.0, 0, false));
    assert!(rock.onset_rate > 2.0 * pads.onset_rate, "{} and {}", rock.onset_rate, pads.onset_rate);
    let (soft, hard) = (pads.columns.unwrap(), rock.columns.unwrap());
    assert!(hard.centroid > soft.centroid && hard.flatness > soft.flatness);
    assert!(hard.zero_crossings > soft.zero_crossings);
}

#[test]
fn half_the_level_is_six_units_less_loud() {
    let loud = piece(Style::Rock, 120.0, 0, false);
    let quiet = Piece { peak_db: -7.0, ..loud };
    let (a, b) = (heard(&loud).loudness, heard(&quiet).loudness);
    let drop = a.integrated.unwrap() - b.integrated.unwrap();
    assert!((drop - 6.0).abs() < 0.05, "{drop}");
    assert!((a.peak.unwrap() + 1.0).abs() < 0.05 && (b.peak.unwrap() + 7.0).abs() < 0.05);
}

/// The means of a long recording are those of its parts, whatever pieces it comes in.
#[test]
fn pieces_do_not_matter() {
    let sound = Piece { seconds: 70.0, ..piece(Style::Dance, 118.0, 5, true) }.render(22_050);
    let loudness = attune_audio::Loudness { integrated: None, range: 0.0, peak: None };
    let fed = |size: usize| {
        let mut gatherer = Gatherer::default();
        for part in sound[0].chunks(size) {
            gatherer.waiting().extend_from_slice(part);
            gatherer.take();
        }
        gatherer.finish(70.0, loudness)
    };
    assert_eq!(fed(999), fed(1_000_000));
}
