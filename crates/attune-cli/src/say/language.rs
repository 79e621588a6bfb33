//! Which language is spoken.

use attune_core::settings::Language;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

/// The languages by their tags, as the settings of the window write them.
pub(super) const LANGUAGES: [(&str, Language); 10] = [
    ("en", Language::English),
    ("de", Language::German),
    ("fr", Language::French),
    ("es", Language::Spanish),
    ("pt-BR", Language::PortugueseBrazil),
    ("hi", Language::Hindi),
    ("ta", Language::Tamil),
    ("ja", Language::Japanese),
    ("zh-Hans", Language::ChineseSimplified),
    ("ar", Language::Arabic),
];

/// The variables that say the language of messages, the first that is set before the others, as POSIX orders them.
const VARIABLES: [&str; 3] = ["LC_ALL", "LC_MESSAGES", "LANG"];

/// Reads a language from the command line.
pub(crate) fn choice() -> impl TypedValueParser<Value = Language> {
    let values = LANGUAGES.map(|(tag, _)| {
        let value = PossibleValue::new(tag);
        if tag == "zh-Hans" { value.alias("zh-CN") } else { value }
    });
    PossibleValuesParser::new(values).map(|name| of_locale(&name).unwrap_or(Language::English))
}

/// The language that an environment asks for; English where it names none of ours.
pub(crate) fn of_environment(variable: impl Fn(&str) -> Option<String>) -> Language {
    let locale = VARIABLES.into_iter().find_map(|name| variable(name).filter(|value| !value.is_empty()));
    locale.and_then(|locale| of_locale(&locale)).unwrap_or(Language::English)
}

/// The language of a locale such as `pt_BR.UTF-8`, or of a tag such as `zh-Hans`. Portuguese of any country is read by those
/// who read Brazil's; Chinese in traditional characters and Hindi in Latin ones are not what we have.
fn of_locale(locale: &str) -> Option<Language> {
    let (name, modifier) = locale.split_once('@').unwrap_or((locale, ""));
    let name = name.split('.').next().unwrap_or_default().to_ascii_lowercase();
    let mut parts = name.split(['_', '-']);
    let (language, rest) = (parts.next().unwrap_or_default(), parts.collect::<Vec<_>>());
    let other_script = match language {
        "zh" => ["hant", "tw", "hk", "mo"].iter().any(|part| rest.contains(part)) && !rest.contains(&"hans"),
        "hi" => rest.contains(&"latn") || modifier == "latin",
        _ => false,
    };
    let known = LANGUAGES.into_iter().find(|(tag, _)| tag.split('-').next() == Some(language));
    known.filter(|_| !other_script).map(|(_, language)| language)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spoken(set: &[(&str, &str)]) -> Language {
        of_environment(|name| set.iter().find(|(n, _)| *n == name).map(|(_, value)| (*value).to_owned()))
    }

    #[test]
    fn the_variables_count_in_their_order_and_empty_ones_do_not() {
        assert_eq!(spoken(&[]), Language::English);
        assert_eq!(spoken(&[("LANG", "de_DE.UTF-8")]), Language::German);
        assert_eq!(spoken(&[("LANG", "de_DE.UTF-8"), ("LC_MESSAGES", "fr_FR")]), Language::French);
        let all = [("LANG", "de_DE"), ("LC_MESSAGES", "fr_FR"), ("LC_ALL", "C.UTF-8")];
        assert_eq!(spoken(&all), Language::English, "LC_ALL=C wins");
        assert_eq!(spoken(&[("LC_ALL", ""), ("LC_MESSAGES", ""), ("LANG", "ta_IN")]), Language::Tamil);
        assert_eq!(spoken(&[("LC_TIME", "ja_JP")]), Language::English, "of no concern");
    }

    #[test]
    fn locales_are_read_by_language_and_script() {
        let read = |locale: &str| of_locale(locale);
        for (tag, language) in LANGUAGES {
            assert_eq!(read(tag), Some(language), "{tag}");
        }
        for locale in ["pt", "pt_BR.UTF-8", "pt_PT@euro"] {
            assert_eq!(read(locale), Some(Language::PortugueseBrazil), "{locale}");
        }
        for locale in ["zh", "zh_CN.GB18030", "zh_SG", "zh-CN", "zh_Hans_HK"] {
            assert_eq!(read(locale), Some(Language::ChineseSimplified), "{locale}");
        }
        assert_eq!(read("AR_eg"), Some(Language::Arabic));
        for nothing in
            ["", "C", "POSIX", "C.UTF-8", "zh_TW.UTF-8", "zh-Hant", "hi_IN@latin", "nl_NL", "_DE", "d"]
        {
            assert_eq!(read(nothing), None, "{nothing}");
        }
    }
}
