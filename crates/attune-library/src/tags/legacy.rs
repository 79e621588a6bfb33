//! Text that a tag calls Latin-1 and that is something else: tags from before Unicode carry whatever their writer's
//! system used, most often UTF-8, Cyrillic, Chinese, Japanese, Korean or Greek.

use super::items::Items;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{
    Encoding, ISO_8859_2, SHIFT_JIS, UTF_8, WINDOWS_1250, WINDOWS_1252, WINDOWS_1254, WINDOWS_1257,
};

/// Encodings of other languages with Latin letters: of Middle Europe, Turkish and the Baltic.
const OTHER_LATIN: [&Encoding; 4] = [WINDOWS_1250, ISO_8859_2, WINDOWS_1254, WINDOWS_1257];

/// Reads the values that are called Latin-1 in the encoding that they are in, by all of them together: one tag was
/// written by one program.
pub(super) fn repair(items: &mut Items) {
    let suspects = || items.0.iter().filter(|item| item.latin);
    let all: Vec<Vec<u8>> = suspects().filter_map(|item| bytes(&item.value)).collect();
    if !all.iter().flatten().any(|byte| *byte >= 0x80) {
        return;
    }
    let encoding = encoding_of(&all);
    for item in items.0.iter_mut().filter(|item| item.latin) {
        if let Some(bytes) = bytes(&item.value) {
            item.value = encoding.decode_without_bom_handling(&bytes).0.into_owned();
        }
        item.latin = false;
    }
}

/// The bytes that a text read as Latin-1 was made of; none if it was not.
fn bytes(text: &str) -> Option<Vec<u8>> {
    text.chars().map(|c| u8::try_from(u32::from(c)).ok()).collect()
}

/// The encoding of these values: another than Windows' Latin-1 only if everything in them makes sense in it.
fn encoding_of(values: &[Vec<u8>]) -> &'static Encoding {
    let all = values.join(&b"\n"[..]);
    if std::str::from_utf8(&all).is_ok() {
        return UTF_8;
    }
    if values.iter().all(|value| makes_sense(SHIFT_JIS, value)) && has_kana(&all) {
        return SHIFT_JIS;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(&all, true);
    let guess = detector.guess(None, Utf8Detection::Deny);
    let sound = |encoding| values.iter().all(|value| makes_sense(encoding, value));
    let other = is_other_script(guess, &all)
        || is_other_latin(guess, &all)
        || is_turkish(guess, &all)
        || is_baltic(guess, &all);
    if sound(guess) && other {
        return guess;
    }
    if sound(WINDOWS_1254) && is_turkish(WINDOWS_1252, &all) {
        WINDOWS_1254
    } else if sound(WINDOWS_1250) && is_hungarian(&all) {
        WINDOWS_1250
    } else {
        WINDOWS_1252
    }
}

/// Whether these bytes hold Japanese syllables as Shift-JIS. They begin with what are low quotes in Latin-1, which come
/// before no letter; so few of them tell more than the detector does.
fn has_kana(bytes: &[u8]) -> bool {
    SHIFT_JIS.decode_without_bom_handling(bytes).0.chars().any(|c| ('\u{3041}'..='\u{30fa}').contains(&c))
}

fn makes_sense(encoding: &'static Encoding, value: &[u8]) -> bool {
    let text = encoding.decode_without_bom_handling_and_without_replacement(value);
    text.is_some_and(|text| !text.chars().any(|c| c.is_control() && !c.is_ascii()))
}

/// Whether most letters of the text come out in a script that is not Latin. A few letters with accents in a text of
/// plain ones are what Latin-1 is for; short texts of them look like any encoding.
fn is_other_script(encoding: &'static Encoding, bytes: &[u8]) -> bool {
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    let foreign = text.chars().filter(|c| c.is_alphabetic() && *c > '\u{24f}').count();
    let accented = text.chars().filter(|c| c.is_alphabetic() && ('\u{80}'..='\u{24f}').contains(c)).count();
    foreign > 2 * accented && foreign >= 2
}

/// Whether the text is in another language's Latin letters: Western Europe's would have signs between the letters of its
/// words, as in "Pi³a", where this encoding has letters.
fn is_other_latin(encoding: &'static Encoding, bytes: &[u8]) -> bool {
    let western: Vec<char> = WINDOWS_1252.decode_without_bom_handling(bytes).0.chars().collect();
    let other: Vec<char> = encoding.decode_without_bom_handling(bytes).0.chars().collect();
    let is_letter = |at: Option<usize>| at.and_then(|at| other.get(at)).is_some_and(|c| c.is_alphabetic());
    let is_sign = |at: usize| {
        western.get(at).is_some_and(|c| !c.is_ascii() && (!c.is_alphabetic() || "ªº".contains(*c)))
    };
    let inside = |at: usize| is_letter(at.checked_sub(1)) || is_letter(Some(at + 1));
    let found = (0..other.len()).any(|at| is_sign(at) && is_letter(Some(at)) && inside(at));
    OTHER_LATIN.contains(&encoding) && western.len() == other.len() && found
}

/// Whether the text is Turkish: its letters are others of Western Europe's alphabet, those of Icelandic, which has
/// accents that Turkish lacks. Where nothing else says that it is (`guess`), it has letters that Icelandic lacks.
fn is_turkish(guess: &'static Encoding, bytes: &[u8]) -> bool {
    let (text, _) = WINDOWS_1254.decode_without_bom_handling(bytes);
    let own = count(&text, "şŞğĞıİ");
    let told = guess == WINDOWS_1254 || count(&text, "çÇüÜ") > 0;
    told && own >= 2 && count(&text, "áéíóúæÁÉÍÓÚÆ") == 0
}

/// Whether the text is Hungarian: its long accents are others of Western Europe's alphabet, which stand in no language there
/// beside each other, or beside all the others that it has.
fn is_hungarian(bytes: &[u8]) -> bool {
    let (text, _) = WINDOWS_1250.decode_without_bom_handling(bytes);
    let any = |letters| count(&text, letters) > 0;
    let accented = text.chars().filter(|c| !c.is_ascii()).count();
    let all = count(&text, "őűŐŰáéíóúÁÉÍÓÚöüÖÜ") == accented;
    all && count(&text, "őűŐŰ") >= 2 && (any("őŐ") && any("űŰ") || any("áéíóúÁÉÍÓÚ") && any("öüÖÜ"))
}

/// Whether the text is in a language of the Baltic: its letters are those of Icelandic and of French, side by side.
fn is_baltic(guess: &'static Encoding, bytes: &[u8]) -> bool {
    let (western, _) = WINDOWS_1252.decode_without_bom_handling(bytes);
    guess == WINDOWS_1257
        && count(&western, "þÞðÐ") > 0
        && count(&western, "ëËàÀøØûÛèÈâÂ") > 0
        && count(&western, "íóúýÍÓÚÝ") == 0
}

fn count(text: &str, letters: &str) -> usize {
    text.chars().filter(|c| letters.contains(*c)).count()
}

#[cfg(test)]
mod tests {
    use super::super::items::{Item, Key};
    use super::*;
    use encoding_rs::{BIG5, EUC_KR, GBK, WINDOWS_1251, WINDOWS_1253};

    fn read(encoding: &'static Encoding, texts: &[&str]) -> Vec<String> {
        let latin = |text: &str| encoding.encode(text).0.iter().map(|b| char::from(*b)).collect();
        let item = |text: &&str| Item { key: Key::Title, value: latin(text), latin: true };
        let mut items = Items(texts.iter().map(item).collect());
        repair(&mut items);
        items.values(Key::Title).map(str::to_owned).collect()
    }

    #[test]
    fn every_usual_encoding_is_told() {
        let cases: [(&'static Encoding, [&str; 3]); 21] = [
            (UTF_8, ["Jóga", "Björk", "Homogenic"]),
            (WINDOWS_1251, ["Группа крови", "Кино", "Звезда по имени Солнце"]),
            (SHIFT_JIS, ["夜に駆ける", "よあそび", "ドリームソング"]),
            (SHIFT_JIS, ["夜の海", "中村", "A"]),
            (GBK, ["月亮代表我的心", "邓丽君", "精选"]),
            (BIG5, ["月亮代表我的心", "鄧麗君", "精選"]),
            (EUC_KR, ["봄날의 숲", "바다", "노래"]),
            (WINDOWS_1253, ["Τα παιδιά του Πειραιά", "Μελίνα Μερκούρη", "Ποτέ την Κυριακή"]),
            (WINDOWS_1250, ["Zażółć gęślą jaźń", "Chór żołnierzy", "Łódź"]),
            (WINDOWS_1250, ["Příliš žluťoučký kůň", "Šťastný soubor", "Tichá noc"]),
            (WINDOWS_1254, ["Şarkı Söyle", "Gülşen", "Işığın Şehri"]),
            (WINDOWS_1254, ["Şarkı Söyle Işığım", "Gülşen Çağrı", "Işık"]),
            (WINDOWS_1250, ["Ţara mea", "Ştefan Bănică", "Inimă"]),
            (WINDOWS_1250, ["Őszi erdő", "Tündérfű", "Hűvös szellő"]),
            (WINDOWS_1257, ["Žvaigždė dangaus", "Ąžuolas", "Vėjas"]),
            (WINDOWS_1252, ["Corações e Canções", "João", "Lições"]),
            (WINDOWS_1252, ["Põhjatuul", "Võõras öö", "Külm õhk"]),
            (WINDOWS_1252, ["Það er heiðarlegt", "Þursaflokkurinn", "Þriðja öldin"]),
            (WINDOWS_1252, ["Pokémon: 2° Ciné³ à la plage", "Françoise", "Été n° 5 ½"]),
            (WINDOWS_1252, ["Jóga", "Sigur Rós", "Ágætis byrjun"]),
            (WINDOWS_1252, ["Für Elise", "Motörhead", "Où est l’été?"]),
        ];
        for (encoding, texts) in cases {
            assert_eq!(read(encoding, &texts), texts, "{}", encoding.name());
        }
    }

    #[test]
    fn a_single_accent_stays_one() {
        for text in ["Beyoncé", "Ø", "é", "naïve", "Ærø", "“Heroes”"] {
            assert_eq!(read(WINDOWS_1252, &[text]), [text]);
        }
    }
}
