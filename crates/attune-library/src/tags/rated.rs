//! Ratings and play counts, as players write them: each has a scale of its own. Here a rating is in hundredths, 20 a star.

use attune_core::taste::Rating;

/// Who writes a rating that is a share of the whole range.
const EVEN: [&str; 2] = ["quodlibet", "users@musicbrainz.org"];
/// `MediaMonkey`, and the half stars that it has between those of the others.
const HALVES: &str = "no@email";
const HALF_STARS: [(u8, u32); 5] = [(13, 10), (54, 30), (118, 50), (186, 70), (242, 90)];
/// From so many on it is one star more, as Windows reads what most players write: 1, 64, 128, 196 and 255.
const STARS: [u8; 5] = [1, 32, 96, 160, 224];
/// More plays than this are none.
const MOST_PLAYS: u64 = 1_000_000;

/// What a POPM frame of ID3 says: who rated, a zero, the rating (0 is none), and a count of plays, the highest byte first.
pub(super) fn popm(content: &[u8]) -> (Option<Rating>, Option<u32>) {
    let Some(end) = content.iter().position(|byte| *byte == 0) else { return (None, None) };
    let who = String::from_utf8_lossy(&content[..end]).to_lowercase();
    let Some((value, count)) = content[end + 1..].split_first() else { return (None, None) };
    let zeros = count.iter().take_while(|byte| **byte == 0).count();
    let digits = &count[zeros..];
    let plays = (digits.len() <= 4).then(|| digits.iter().fold(0, |sum, byte| sum << 8 | u64::from(*byte)));
    (on_scale(*value, &who), plays.and_then(counted))
}

fn on_scale(value: u8, who: &str) -> Option<Rating> {
    if EVEN.iter().any(|name| who.contains(name)) {
        return Rating::hundredths((f64::from(value) / 2.55).round() as u32);
    }
    let half = HALF_STARS.iter().find(|(of, _)| who == HALVES && *of == value);
    let stars = STARS.iter().filter(|from| value >= **from).count() as u32;
    Rating::hundredths(half.map_or(20 * stars, |(_, hundredths)| *hundredths))
}

/// A rating of which only the number is known: one to five stars, halves too; a share below 1, written with a point; else
/// hundredths.
pub(super) fn number(text: &str) -> Option<Rating> {
    let text = text.trim();
    let value: f64 = text.replace(',', ".").parse().ok()?;
    let is_share = text.contains(['.', ',']) && value <= 1.0;
    let hundredths = match value {
        _ if is_share => value * 100.0,
        _ if value <= 5.0 => value * 20.0,
        _ => value,
    };
    whole(hundredths)
}

/// A share in [0, 1], as FMPS has it (freedesktop.org's free-media-player-specifications).
pub(super) fn share(text: &str) -> Option<Rating> {
    let value: f64 = text.trim().parse().ok()?;
    whole(value * 100.0)
}

/// What lofty makes of a rating with a name beside it: the name, stars and a count, by bars. One star may also be none.
pub(super) fn named(text: &str) -> Option<Rating> {
    let stars: u32 = text.rsplit('|').nth(1)?.parse().ok()?;
    (2..=5).contains(&stars).then(|| Rating::hundredths(20 * stars))?
}

/// A count of plays, whole or with digits behind a point.
pub(super) fn plays(text: &str) -> Option<u32> {
    let value: f64 = text.trim().parse().ok()?;
    (value >= 0.0).then_some(value as u64).and_then(counted)
}

fn counted(plays: u64) -> Option<u32> {
    (1..=MOST_PLAYS).contains(&plays).then_some(plays as u32)
}

fn whole(hundredths: f64) -> Option<Rating> {
    (0.0..=100.0).contains(&hundredths).then_some(hundredths.round() as u32).and_then(Rating::hundredths)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn stars(rating: Option<Rating>) -> Option<f64> {
        rating.map(Rating::stars)
    }

    fn frame(who: &str, value: u8, count: &[u8]) -> Vec<u8> {
        [who.as_bytes(), &[0, value], count].concat()
    }

    #[test]
    fn players_have_scales_of_their_own() {
        let read = |who: &str, value| stars(popm(&frame(who, value, &[])).0);
        for who in ["Windows Media Player 9 Series", "no@email", "MusicBee", "rating@winamp.com", ""] {
            let all = [0, 1, 64, 128, 196, 255].map(|value| read(who, value));
            assert_eq!(all, [None, Some(1.0), Some(2.0), Some(3.0), Some(4.0), Some(5.0)], "{who}");
        }
        let halves = [13, 54, 118, 186, 242].map(|value| read("no@email", value));
        assert_eq!(halves, [0.5, 1.5, 2.5, 3.5, 4.5].map(Some));
        assert_eq!(read("quodlibet@lists.sacredchao.net", 191), Some(3.75));
        assert_eq!(read("users@musicbrainz.org", 204), Some(4.0));
    }

    #[test]
    fn counts_are_as_long_as_they_are() {
        let count = |bytes: &[u8]| popm(&frame("x", 0, bytes)).1;
        assert_eq!((count(&[]), count(&[0, 0, 0, 0])), (None, None));
        assert_eq!(
            (count(&[0, 0, 0, 7]), count(&[1, 2]), count(&[0, 0, 0, 0, 0, 9])),
            (Some(7), Some(258), Some(9))
        );
        assert_eq!((count(&[255; 4]), count(&[1; 9])), (None, None), "more than anybody plays");
        assert_eq!((popm(b""), popm(b"no end"), popm(b"x\0")), ((None, None), (None, None), (None, None)));
    }

    #[test]
    fn numbers_alone_tell_their_scale() {
        let all = ["0", "1", "5", "4.5", "0.8", "1.0", "0,5", "80", "100"].map(|text| stars(number(text)));
        let wanted =
            [None, Some(1.0), Some(5.0), Some(4.5), Some(4.0), Some(5.0), Some(2.5), Some(4.0), Some(5.0)];
        assert_eq!(all, wanted);
        assert_eq!(["", "-1", "101", "many", "NaN"].map(number), [None; 5]);
        assert_eq!((stars(share("0.7")), share("1.5"), share("0")), (Some(3.5), None, None));
        assert_eq!(
            (stars(named("MusicBee|4|0")), named("MusicBee|1|0"), named("4")),
            (Some(4.0), None, None)
        );
        assert_eq!(
            (plays("12"), plays("3.0"), plays("-1"), plays("1e99"), plays("x")),
            (Some(12), Some(3), None, None, None)
        );
    }

    proptest! {
        #[test]
        fn nothing_is_too_strange(bytes in prop::collection::vec(any::<u8>(), 0..24), text in ".{0,12}") {
            let (_, plays_of) = popm(&bytes);
            prop_assert!(plays_of.is_none_or(|n| n >= 1));
            let _ = (number(&text), share(&text), named(&text), plays(&text));
        }
    }
}
