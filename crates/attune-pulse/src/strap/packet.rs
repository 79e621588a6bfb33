//! What a strap sends: the characteristic Heart Rate Measurement (0x2A37) of the Heart Rate Service (0x180D).

/// Flags of the first byte.
const WIDE: u8 = 0x01;
const TOUCHES: u8 = 0x02;
const TELLS_CONTACT: u8 = 0x04;
const HAS_ENERGY: u8 = 0x08;
const HAS_INTERVALS: u8 = 0x10;

/// Whether the strap touches the skin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Contact {
    /// It does not say.
    Unknown,
    /// It does not touch.
    Lost,
    /// It touches.
    Good,
}

/// One message of a strap.
#[derive(Debug, Clone, PartialEq)]
pub struct Measurement {
    /// Beats a minute as sent; many straps send 0 where they do not know.
    pub rate: u16,
    /// Whether it touches the skin.
    pub contact: Contact,
    /// Kilojoules used since the strap was reset, if it counts them.
    pub energy: Option<u16>,
    /// Seconds between beats since the message before, oldest first, in steps of 1/1024.
    pub intervals: Vec<f64>,
}

/// Why bytes are no message of a strap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{length} bytes are too few for what the first one announces")]
pub struct PacketError {
    /// How many bytes came.
    pub length: usize,
}

impl Measurement {
    /// Reads a message. What follows the known fields, and half an interval, is left out.
    pub fn parse(bytes: &[u8]) -> Result<Self, PacketError> {
        Self::read(bytes).ok_or(PacketError { length: bytes.len() })
    }

    /// The rate in beats a minute, where it is one that a heart has and the strap does not say that it lost contact.
    #[must_use]
    pub fn usable(&self) -> Option<f64> {
        let is_usable = self.contact != Contact::Lost && (30..=240).contains(&self.rate);
        is_usable.then(|| f64::from(self.rate))
    }

    fn read(bytes: &[u8]) -> Option<Self> {
        let (&flags, rest) = bytes.split_first()?;
        let has = |flag: u8| flags & flag != 0;
        let (rate, rest) = if has(WIDE) {
            number(rest)?
        } else {
            let (&rate, rest) = rest.split_first()?;
            (u16::from(rate), rest)
        };
        let contact = match (has(TELLS_CONTACT), has(TOUCHES)) {
            (false, _) => Contact::Unknown,
            (true, false) => Contact::Lost,
            (true, true) => Contact::Good,
        };
        let (energy, rest) = if has(HAS_ENERGY) {
            let (energy, rest) = number(rest)?;
            (Some(energy), rest)
        } else {
            (None, rest)
        };
        let intervals = if has(HAS_INTERVALS) { rest } else { &[] };
        let intervals =
            intervals.as_chunks::<2>().0.iter().map(|b| f64::from(u16::from_le_bytes(*b)) / 1024.0);
        Some(Self { rate, contact, energy, intervals: intervals.collect() })
    }
}

/// Two bytes, the lower first, and what follows.
fn number(bytes: &[u8]) -> Option<(u16, &[u8])> {
    let (number, rest) = bytes.split_first_chunk::<2>()?;
    Some((u16::from_le_bytes(*number), rest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn parsed(bytes: &[u8]) -> Measurement {
        Measurement::parse(bytes).unwrap()
    }

    #[test]
    fn every_field_is_read() {
        let told = |rate, contact, energy, intervals| Measurement { rate, contact, energy, intervals };
        assert_eq!(parsed(&[0x00, 72]), told(72, Contact::Unknown, None, vec![]));
        assert_eq!(
            parsed(&[0x10, 60, 0x00, 0x04, 0x00, 0x02]),
            told(60, Contact::Unknown, None, vec![1.0, 0.5])
        );
        assert_eq!(parsed(&[0x07, 0x2C, 0x01]), told(300, Contact::Good, None, vec![]));
        assert_eq!(
            parsed(&[0x1C, 75, 0x0A, 0x01, 0x00, 0x03]),
            told(75, Contact::Lost, Some(266), vec![0.75])
        );
        assert_eq!(
            parsed(&[0x02, 75]),
            told(75, Contact::Unknown, None, vec![]),
            "touch without support says nothing"
        );
    }

    #[test]
    fn half_an_interval_and_what_is_unknown_are_left_out() {
        assert_eq!(parsed(&[0x10, 60, 0x00, 0x04, 0x00]).intervals, [1.0]);
        assert_eq!(parsed(&[0xE0, 60, 1, 2, 3]).intervals, [0.0; 0]);
    }

    #[test]
    fn messages_that_break_off_are_refused() {
        for bytes in [&[][..], &[0x00], &[0x01, 72], &[0x08, 72], &[0x08, 72, 1], &[0x09, 72, 0, 1]] {
            assert_eq!(Measurement::parse(bytes), Err(PacketError { length: bytes.len() }));
        }
    }

    #[test]
    fn rates_without_contact_or_that_no_heart_has_are_not_used() {
        assert_eq!(parsed(&[0x06, 70]).usable(), Some(70.0));
        assert_eq!(parsed(&[0x00, 70]).usable(), Some(70.0));
        for bytes in [&[0x04, 70][..], &[0x00, 0], &[0x01, 0xFF, 0xFF]] {
            assert_eq!(parsed(bytes).usable(), None);
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(
            rate in any::<u16>(), energy in any::<Option<u16>>(), contact in 0..3_usize,
            intervals in prop::collection::vec(any::<u16>(), 0..9),
        ) {
            let contact = [Contact::Unknown, Contact::Lost, Contact::Good][contact];
            let flag = |on: bool, flag: u8| if on { flag } else { 0 };
            let flags = WIDE
                | flag(contact != Contact::Unknown, TELLS_CONTACT)
                | flag(contact == Contact::Good, TOUCHES)
                | flag(energy.is_some(), HAS_ENERGY)
                | flag(!intervals.is_empty(), HAS_INTERVALS);
            let mut bytes = vec![flags];
            for number in [rate].into_iter().chain(energy).chain(intervals.iter().copied()) {
                bytes.extend(number.to_le_bytes());
            }
            let intervals: Vec<f64> = intervals.into_iter().map(|i| f64::from(i) / 1024.0).collect();
            prop_assert_eq!(Measurement::parse(&bytes), Ok(Measurement { rate, contact, energy, intervals }));
        }

        #[test]
        fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..24)) {
            if let Ok(read) = Measurement::parse(&bytes) {
                prop_assert!(read.intervals.iter().all(|i| (0.0..64.0).contains(i)));
                prop_assert!(read.usable().is_none_or(|rate| (30.0..=240.0).contains(&rate)));
            }
        }
    }
}
