//! Files of every format, whole, broken and false: what is heard in them, or why nothing is.
#![expect(clippy::unwrap_used, reason = "a test's own functions may panic as the test may")]

use attune_audio::synth::{Piece, Style, aiff, wav};
use attune_audio::{AudioError, Features, Mode, Recording, listen, listen_while};
use attune_core::ErrorCode;
use opus_pure::{Application, OggOpusWriter, OpusHead, OpusMSEncoder};
use proptest::prelude::*;
use std::cell::Cell;
use std::fs;
use std::path::{Path, PathBuf};

fn coded(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name)
}

/// What is heard in a file with these bytes.
fn heard(name: &str, bytes: &[u8]) -> Result<Features, AudioError> {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join(name);
    fs::write(&path, bytes).unwrap();
    listen(&path)
}

#[test]
fn the_same_music_is_heard_in_every_format() {
    let whole = listen(&coded("band.flac")).unwrap();
    for name in ["band.mp3", "band.ogg", "band.m4a", "band.opus"] {
        let features = listen(&coded(name)).unwrap();
        assert!((features.seconds - 5.0).abs() < 0.1, "{name}: {} s", features.seconds);
        let loudness = (features.loudness.integrated.unwrap(), whole.loudness.integrated.unwrap());
        // Coders leave out the highest tones, which count for loudness.
        assert!((loudness.0 - loudness.1).abs() < 1.0, "{name}: {loudness:?}");
        let tempo = features.tempo.unwrap().bpm;
        assert!((tempo - 96.0).abs() < 1.0, "{name}: {tempo}");
        let key = features.key.unwrap();
        assert_eq!((key.tonic, key.mode), (2, Mode::Minor), "{name}: {key:?}");
        let (ours, theirs) = (features.columns.unwrap().chroma_cqt, whole.columns.unwrap().chroma_cqt);
        for class in 0..12 {
            let (a, b) = (ours[class], theirs[class]);
            assert!((a - b).abs() < 0.1, "{name}, class {class}: {a} and {b}");
        }
    }
    let second = listen(&coded("band.alac.m4a")).unwrap();
    assert!((second.seconds - 1.0).abs() < 0.1 && second.columns.is_some(), "{second:?}");
}

/// Half a second of six channels in Vorbis' order (left, centre, right, rear left, rear right, bass), the first the
/// quietest, each 3 dB louder than the one before.
fn opus_surround(gain: i16) -> Vec<u8> {
    let mut coder = OpusMSEncoder::new(48_000, 6, 1, Application::Audio).unwrap();
    coder.set_bitrate(768_000);
    let mut head = OpusHead::for_ms_encoder(&coder, 48_000);
    head.output_gain_q8 = gain;
    let mut writer = OggOpusWriter::new(Vec::new(), head).unwrap();
    let mut packet = vec![0; 20_000];
    for block in 0..25 {
        let tone = |n: usize| (n as f32 * std::f32::consts::TAU * 100.0 / 48_000.0).sin();
        let frames =
            (0..960).flat_map(|n| (0..6).map(move |c| tone(block * 960 + n) * 0.05 * 1.413_f32.powi(c)));
        let length = coder.encode(&frames.collect::<Vec<_>>(), 960, &mut packet).unwrap();
        writer.write_packet(&packet[..length]).unwrap();
    }
    writer.finish().unwrap()
}

/// The levels in decibels of the channels of a file with these bytes, once it has begun.
fn levels(bytes: &[u8]) -> Vec<f32> {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("a.opus");
    fs::write(&path, bytes).unwrap();
    let mut recording = Recording::open(&path).unwrap();
    for _ in 0..10 {
        assert!(recording.next_block().unwrap());
    }
    let power = |plane: &Vec<f32>| plane.iter().map(|x| x * x).sum::<f32>() / plane.len() as f32;
    recording.block().iter().map(|plane| 10.0 * power(plane).log10()).collect()
}

#[test]
fn opus_in_surround_comes_out_with_each_channel_at_its_place() {
    let plain = levels(&opus_surround(0));
    // Left, right, centre, bass, rear left, rear right.
    let wanted = [0.0, 6.0, 3.0, 15.0, 9.0, 12.0].map(|db| db - 29.0);
    for (level, wanted) in plain.iter().zip(wanted) {
        assert!((level - wanted).abs() < 1.0, "{plain:?}");
    }
    let louder = levels(&opus_surround(6 * 256));
    for (level, louder) in plain.iter().zip(louder) {
        assert!((louder - level - 6.0).abs() < 0.1, "{level} {louder}");
    }
}

#[test]
fn wav_and_aiff_hold_the_same() {
    let piece = Piece {
        style: Style::Strummed,
        bpm: 100.0,
        tonic: 7,
        minor: false,
        seconds: 6.0,
        peak_db: -3.0,
        seed: 1,
    };
    for rate in [22_050, 44_100, 48_000] {
        let sound = piece.render(rate);
        let (one, two) =
            (heard("a.wav", &wav(&sound, rate)).unwrap(), heard("a.aiff", &aiff(&sound, rate)).unwrap());
        assert_eq!(one, two);
        assert!((one.seconds - 6.0).abs() < 0.01);
        assert!((one.loudness.peak.unwrap() + 3.0).abs() < 0.05, "{:?}", one.loudness);
    }
}

#[test]
fn a_wrong_extension_is_seen_through() {
    let bytes = fs::read(coded("band.flac")).unwrap();
    assert_eq!(heard("a.mp3", &bytes).unwrap(), listen(&coded("band.flac")).unwrap());
}

#[test]
fn silence_is_heard_as_silence() {
    let features = heard("a.wav", &wav(&[vec![0.0; 44_100 * 3]], 44_100)).unwrap();
    assert_eq!((features.loudness.integrated, features.tempo, features.key), (None, None, None));
    assert_eq!(features.columns, None);
    assert!((features.seconds - 3.0).abs() < 0.01);
}

#[test]
fn very_short_recordings_say_so_or_say_something() {
    let tone = |count: usize| (0..count).map(|i| (i as f32 * 0.1).sin() * 0.5).collect::<Vec<f32>>();
    for count in [0, 1, 100, 4_000] {
        let error = heard("a.wav", &wav(&[tone(count)], 44_100)).unwrap_err();
        assert!(
            [ErrorCode::AudioTooShort, ErrorCode::AudioDamaged].contains(&error.code()),
            "{count}: {error}"
        );
    }
    let features = heard("a.wav", &wav(&[tone(8_000)], 44_100)).unwrap();
    let columns = features.columns.unwrap();
    assert!(columns.to_array().iter().all(|x| x.is_finite()), "{columns:?}");
}

#[test]
fn what_is_no_recording_is_refused() {
    let dir = tempfile::tempdir().unwrap();
    assert_eq!(listen(dir.path()).unwrap_err().code(), ErrorCode::AudioUnreadable);
    assert_eq!(listen(&dir.path().join("none.mp3")).unwrap_err().code(), ErrorCode::AudioUnreadable);
    for (name, bytes) in [("a.mp3", &b""[..]), ("a.flac", b"fLaC"), ("a.txt", b"only words, many of them")] {
        let error = heard(name, bytes).unwrap_err();
        assert!(
            [ErrorCode::AudioUnsupported, ErrorCode::AudioDamaged].contains(&error.code()),
            "{name}: {error:?}"
        );
    }
}

#[test]
fn a_file_cut_short_counts_up_to_there() {
    for name in ["band.flac", "band.mp3", "band.ogg", "band.opus"] {
        let bytes = fs::read(coded(name)).unwrap();
        let features = heard(name, &bytes[..bytes.len() / 2]).unwrap();
        assert!((1.0..4.5).contains(&features.seconds), "{name}: {} s", features.seconds);
    }
}

#[test]
fn a_header_that_promises_gigabytes_costs_nothing() {
    let mut bytes = wav(&[vec![0.25; 44_100]], 44_100);
    bytes[4..8].copy_from_slice(&u32::MAX.to_le_bytes());
    bytes[40..44].copy_from_slice(&(u32::MAX - 36).to_le_bytes());
    let features = heard("a.wav", &bytes).unwrap();
    assert!((features.seconds - 1.0).abs() < 0.1, "{} s", features.seconds);
}

#[test]
fn listening_stops_when_told() {
    let asked = Cell::new(0);
    let error = listen_while(&coded("band.mp3"), &|| {
        asked.set(asked.get() + 1);
        asked.get() < 10
    });
    assert_eq!(error.unwrap_err(), AudioError::Stopped);
    assert_eq!(asked.get(), 10);
}

#[test]
fn blocks_come_with_their_rate() {
    let mut recording = Recording::open(&coded("band.ogg")).unwrap();
    let mut frames = 0;
    while recording.next_block().unwrap() {
        assert_eq!((recording.rate(), recording.block().len()), (44_100, 2));
        frames += recording.block()[0].len();
    }
    assert_eq!((frames, recording.broken()), (5 * 44_100, 0));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Bytes changed anywhere: an answer or an error, never a panic, never without end.
    #[test]
    fn damage_is_survived(
        name in prop::sample::select(vec!["band.mp3", "band.flac", "band.ogg", "band.m4a", "band.alac.m4a"]),
        places in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..40),
        at_start in any::<bool>(),
    ) {
        let mut bytes = fs::read(coded(name)).unwrap();
        let reach = if at_start { bytes.len().min(400) } else { bytes.len() };
        for (place, byte) in places {
            bytes[place.index(reach)] = byte;
        }
        if let Ok(features) = heard(name, &bytes) {
            prop_assert!(features.seconds.is_finite());
            prop_assert!(features.columns.is_none_or(|c| c.to_array().iter().all(|x| x.is_finite())));
        }
    }

    #[test]
    fn random_bytes_are_survived(bytes in prop::collection::vec(any::<u8>(), 0..3_000)) {
        prop_assert!(heard("a.mp3", &bytes).map_or(true, |f| f.seconds.is_finite()));
    }
}
