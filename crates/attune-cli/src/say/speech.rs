//! The texts of one language.

use attune_core::AppError;
use attune_core::settings::Language;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use std::collections::BTreeMap;

/// Around a text whose direction is its own, in a sentence that runs from right to left.
const ISOLATED: [&str; 2] = ["\u{2068}", "\u{2069}"];

/// A language's tag, its sentences, and what the window says in it.
macro_rules! texts {
    ($tag:literal) => {
        (
            $tag,
            include_str!(concat!("../../texts/", $tag, ".ftl")),
            include_str!(concat!("../../texts/window/", $tag, ".json")),
        )
    };
}

/// English has no texts of the window's: what the errors and the core say is English.
fn texts(language: Language) -> (&'static str, &'static str, &'static str) {
    match language {
        Language::English => ("en", include_str!("../../texts/en.ftl"), "{}"),
        Language::German => texts!("de"),
        Language::French => texts!("fr"),
        Language::Spanish => texts!("es"),
        Language::PortugueseBrazil => texts!("pt-BR"),
        Language::Hindi => texts!("hi"),
        Language::Tamil => texts!("ta"),
        Language::Japanese => texts!("ja"),
        Language::ChineseSimplified => texts!("zh-Hans"),
        Language::Arabic => texts!("ar"),
    }
}

/// What is said in a language.
pub(super) struct Speech {
    language: Language,
    bundle: FluentBundle<FluentResource>,
    /// By kind and code: `error.camera_busy`.
    window: BTreeMap<String, String>,
}

impl Speech {
    pub(super) fn new(language: Language) -> Self {
        Self::read(language).0
    }

    /// The texts, and what is wrong with them: nothing, as a test sees to.
    pub(super) fn read(language: Language) -> (Self, Vec<String>) {
        let (tag, sentences, window) = texts(language);
        let mut problems = Vec::new();
        let resource = FluentResource::try_new(sentences.to_owned()).unwrap_or_else(|(resource, errors)| {
            problems.extend(errors.iter().map(ToString::to_string));
            resource
        });
        let mut bundle = FluentBundle::new_concurrent(tag.parse().into_iter().collect());
        // Numbers and what is in Latin letters everywhere need no marks; `value` isolates the rest.
        bundle.set_use_isolating(false);
        if let Err(errors) = bundle.add_resource(resource) {
            problems.extend(errors.iter().map(ToString::to_string));
        }
        let window = serde_json::from_str(window).unwrap_or_else(|error| {
            problems.push(error.to_string());
            BTreeMap::new()
        });
        (Self { language, bundle, window }, problems)
    }

    pub(super) fn is_english(&self) -> bool {
        self.language == Language::English
    }

    /// A sentence of the program's own.
    pub(super) fn say(&self, name: &str, values: &[(&str, FluentValue<'_>)]) -> String {
        self.try_say(name, values, &mut Vec::new()).unwrap_or_else(|| name.to_owned())
    }

    /// A sentence, and what went wrong; none if there is no such message.
    pub(super) fn try_say(
        &self,
        name: &str,
        values: &[(&str, FluentValue<'_>)],
        errors: &mut Vec<FluentError>,
    ) -> Option<String> {
        let pattern = self.bundle.get_message(name)?.value()?;
        let values: FluentArgs<'_> =
            values.iter().map(|(name, value)| (*name, self.isolated(value.clone()))).collect();
        Some(self.bundle.format_pattern(pattern, Some(&values), errors).into_owned())
    }

    /// A name or a sentence amid Arabic keeps its own order and leaves that of its neighbours alone.
    fn isolated<'v>(&self, value: FluentValue<'v>) -> FluentValue<'v> {
        match value {
            FluentValue::String(text) => self.isolate(&text).into(),
            other => other,
        }
    }

    /// A text that is isolated amid Arabic, and as it is elsewhere.
    pub(super) fn isolate(&self, text: &str) -> String {
        let [start, end] = if self.language == Language::Arabic { ISOLATED } else { [""; 2] };
        format!("{start}{text}{end}")
    }

    /// What happened and what to do, without the code: first of all in words made for the command line.
    pub(super) fn error(&self, error: &AppError) -> String {
        if self.is_english() {
            return error.message.clone();
        }
        let code = error.code.as_str();
        let own = self.try_say(&format!("error_{code}"), &[], &mut Vec::new());
        let words = own.or_else(|| self.of_window("error", code).map(str::to_owned));
        words.unwrap_or_else(|| error.message.clone())
    }

    /// What the window says of something; none in English.
    pub(super) fn of_window(&self, kind: &str, code: &str) -> Option<&str> {
        self.window.get(&format!("{kind}.{code}")).map(String::as_str)
    }
}
