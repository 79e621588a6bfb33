//! Texts that come from outside: tags, servers, tables, exports.

/// Whether a character belongs in a name that is shown: no control character, and none that turns the direction of the text
/// around it (embeddings, overrides and isolates of Unicode's bidirectional algorithm, UAX 9). Names in scripts that run from
/// right to left need none of these.
#[must_use]
pub fn is_plain(character: char) -> bool {
    !character.is_control() && !matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::is_plain;

    #[test]
    fn names_of_every_script_are_plain_and_what_turns_them_is_not() {
        assert!("Salt & Stone <b>%s</b> ü שלום مرحبا 音楽 🎵\u{200e}\u{200f}\u{200d}".chars().all(is_plain));
        for character in
            "\0\n\r\t\u{1b}\u{7f}\u{85}\u{202a}\u{202b}\u{202c}\u{202d}\u{202e}\u{2066}\u{2069}".chars()
        {
            assert!(!is_plain(character), "{character:?}");
        }
    }
}
