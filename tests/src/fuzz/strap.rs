//! What comes from heart rate straps.

use attune_pulse::strap::{Measurement, Variability};

/// The longest message over the air.
const MOST: usize = 512;

/// Messages one after the other, each behind its length, are read or refused; what is made of them is in range.
pub(super) fn check(bytes: &[u8]) {
    let (mut variability, mut time, mut rest) = (Variability::default(), 0.0, bytes);
    while let Some((&length, behind)) = rest.split_first() {
        let (message, after) = behind.split_at(usize::from(length).min(behind.len()).min(MOST));
        rest = after;
        let Ok(told) = Measurement::parse(message) else { continue };
        assert!(told.intervals.len() <= message.len() / 2, "{told:?}");
        assert!(told.intervals.iter().all(|seconds| (0.0..64.0).contains(seconds)), "{told:?}");
        assert!(told.usable().is_none_or(|rate| (30.0..=240.0).contains(&rate)), "{told:?}");
        time += 1.0;
        variability.push(time, &told);
    }
    if let Ok(ln_rmssd) = variability.ln_rmssd() {
        assert!((0.0..7.0).contains(&ln_rmssd), "{ln_rmssd}");
    }
}

/// Every flag, a message that breaks off, and two minutes of beats.
pub(super) fn seeds() -> Vec<Vec<u8>> {
    let one = |message: &[u8]| [&[message.len() as u8][..], message].concat();
    vec![
        one(&[0x00, 72]),
        one(&[0x1F, 0x2C, 0x01, 0x0A, 0x01, 0x00, 0x04, 0x55, 0x03]),
        one(&[0x08, 72, 1]),
        [one(&[0x04, 0]), one(&[0x16, 70, 0x00, 0x04])].concat(),
        (0..120).flat_map(|i| one(&[0x16, 60, if i % 2 == 0 { 0x10 } else { 0x30 }, 0x04])).collect(),
    ]
}
