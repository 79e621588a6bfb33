//! What the listener can set.

use crate::player::{Crossfade, Levelling, PlayerKind, Volume};
use crate::policy::ExpressionPolicies;
use crate::{Affect, GlobalShortcuts, ListenOn, Policy, Sense};
use serde::{Deserialize, Deserializer, Serialize};
use std::collections::BTreeSet;

/// Light, dark, or as the system has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Theme {
    #[default]
    System,
    Light,
    Dark,
}

/// A language that the window has a catalogue of, as a tag of BCP 47.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[expect(missing_docs, reason = "the names say it")]
pub enum Language {
    #[serde(rename = "en")]
    English,
    #[serde(rename = "de")]
    German,
    #[serde(rename = "fr")]
    French,
    #[serde(rename = "es")]
    Spanish,
    #[serde(rename = "pt-BR")]
    PortugueseBrazil,
    #[serde(rename = "hi")]
    Hindi,
    #[serde(rename = "ta")]
    Tamil,
    #[serde(rename = "ja")]
    Japanese,
    #[serde(rename = "zh-Hans")]
    ChineseSimplified,
    #[serde(rename = "ar")]
    Arabic,
}

/// A view of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "the names say it")]
pub enum WindowView {
    #[default]
    Now,
    Library,
    History,
    Learned,
    Settings,
}

/// A part of the library's view.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum LibraryTab {
    /// The listener's own music.
    Own,
    /// Catalogues.
    Catalogues,
    /// All tracks on the plane.
    Map,
}

/// How often the camera's pictures are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum LookRate {
    /// Twice a second, to spare the battery.
    BatterySaver,
    /// Five times a second: plenty for a mood, and cheap.
    #[default]
    Balanced,
    /// Ten times a second.
    Frequent,
}

impl LookRate {
    /// Looks a second.
    #[must_use]
    pub fn per_second(self) -> u32 {
        match self {
            Self::BatterySaver => 2,
            Self::Balanced => 5,
            Self::Frequent => 10,
        }
    }
}

/// What the listener can set.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own in the window")]
pub struct Settings {
    /// Whether the first-start cards were seen or skipped.
    pub first_start_done: bool,
    /// Light, dark, or the system's.
    pub theme: Theme,
    /// The window's language; none follows the system's.
    pub language: Option<Language>,
    /// The chosen camera's id; none takes the first.
    pub camera: Option<String>,
    /// Whether the camera opens by itself at the next start (only after it was allowed once).
    pub camera_at_start: bool,
    /// Whether camera, microphone and strap are closed while the listener is away: the screen is locked, the machine
    /// sleeps, its lid is shut.
    pub close_camera_when_away: bool,
    /// How often the camera's pictures are looked at.
    pub look_rate: LookRate,
    /// The chosen microphone's id; none takes the system's.
    pub microphone: Option<String>,
    /// The chosen heart-rate strap's id; none takes the first in reach.
    pub strap: Option<String>,
    /// The senses of which the listener has read what is inferred, what is kept and how to stop.
    pub senses_explained: BTreeSet<Sense>,
    /// 0 ("calm": the music follows a change of mood slowly) to 1 ("lively").
    #[serde(deserialize_with = "share")]
    #[cfg_attr(feature = "specta", specta(type = f64))]
    pub pace: f64,
    /// 0 ("what I know") to 1 ("surprise me"): how much is tried out, and how welcome unheard tracks are.
    #[serde(deserialize_with = "share")]
    #[cfg_attr(feature = "specta", specta(type = f64))]
    pub surprise: f64,
    /// The policy that the listener chose; in force unless the expression chooses.
    pub policy: Policy,
    /// Whether the expression that a face settles on chooses the policy. Off at first; choosing a policy by hand
    /// switches it off.
    pub policy_by_expression: bool,
    /// The policy for each expression.
    pub expression_policies: ExpressionPolicies,
    /// The target of the Hold policy.
    pub hold: Affect,
    /// Whether the queue draws from the starter catalogue.
    pub starter: bool,
    /// Whether the queue draws from the listener's own files.
    pub own_music: bool,
    /// Whether the queue draws from the pieces that Attune composes.
    pub soundscapes: bool,
    /// The share of them in what this computer plays, in [0, 1]: 0 only when nothing else is left, 1 nothing else.
    #[serde(deserialize_with = "share")]
    #[cfg_attr(feature = "specta", specta(type = f64))]
    pub soundscape_share: f64,
    /// Whether the queue draws from the listener's own servers.
    pub servers: bool,
    /// Whether play counts, ratings and stars in the listener's files and on their servers count as signs of taste.
    pub counts_elsewhere: bool,
    /// Whether the listener lets the listening to those files rest.
    pub listening_paused: bool,
    /// What plays the queue.
    pub player: PlayerKind,
    /// How loud, where Attune itself plays.
    pub volume: Volume,
    /// The chosen output's id, where Attune itself plays; none follows the system.
    pub output: Option<String>,
    /// Whether tracks are brought to one loudness.
    pub levelling: Levelling,
    /// For how long one track fades into the next, where Attune itself plays; not within an album.
    pub crossfade: Crossfade,
    /// Whether Attune goes on in the tray when its window is closed, where there is a tray.
    pub stay_in_tray: bool,
    /// Whether the desktop shows a notification of the next track while Attune is not looked at. Off at first.
    pub announce_tracks: bool,
    /// The shortcuts that work while another program has the keyboard.
    pub global_shortcuts: GlobalShortcuts,
    /// The view in which the window was left, and in which it opens.
    pub view: WindowView,
    /// The part of the library that was shown last; none before the first visit.
    pub library_tab: Option<LibraryTab>,
    /// Where a track that this computer cannot play is opened.
    pub listen_on: ListenOn,
    /// Whether Spotify's embedded player is shown for a track that Spotify has. Off at first: it talks to Spotify.
    pub spotify_embed: bool,
    /// Whether exported tables hold texts as they are, also those that a spreadsheet takes for formulas.
    pub raw_tables: bool,
}

/// A number in [0, 1]; what lies outside is clamped.
fn share<'de, D: Deserializer<'de>>(deserializer: D) -> Result<f64, D::Error> {
    Ok(f64::deserialize(deserializer)?.clamp(0.0, 1.0))
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            first_start_done: false,
            theme: Theme::System,
            language: None,
            camera: None,
            camera_at_start: false,
            close_camera_when_away: true,
            look_rate: LookRate::default(),
            microphone: None,
            strap: None,
            senses_explained: BTreeSet::new(),
            pace: 0.5,
            surprise: f64::from(crate::rank::DEFAULT_SURPRISE),
            policy: Policy::Match,
            policy_by_expression: false,
            expression_policies: ExpressionPolicies::default(),
            hold: Affect::NEUTRAL,
            starter: true,
            own_music: true,
            soundscapes: true,
            soundscape_share: 0.0,
            servers: true,
            counts_elsewhere: true,
            listening_paused: false,
            player: PlayerKind::default(),
            volume: Volume::percent(80),
            output: None,
            levelling: Levelling::default(),
            crossfade: Crossfade::OFF,
            stay_in_tray: false,
            announce_tracks: false,
            global_shortcuts: GlobalShortcuts::default(),
            view: WindowView::default(),
            library_tab: None,
            listen_on: ListenOn::default(),
            spotify_embed: false,
            raw_tables: false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_out_of_range_are_clamped_when_read() {
        let mut json = serde_json::to_value(Settings::default()).unwrap();
        json["volume"] = 255.into();
        json["pace"] = (-3.0).into();
        json["surprise"] = 1e300.into();
        json["hold"] = serde_json::json!({ "valence": 40.0, "arousal": 7.0 });
        let read: Settings = serde_json::from_value(json).unwrap();
        assert_eq!((read.volume, read.pace, read.surprise), (Volume::percent(100), 0.0, 1.0));
        assert_eq!(read.hold, Affect::new(1.0, 1.0));
    }
}
