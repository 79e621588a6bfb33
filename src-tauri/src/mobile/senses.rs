//! The Kotlin side of a phone's senses: permissions, and heart-rate straps.

use attune_app::phone_senses::PhoneSenses;
use std::sync::Arc;
use tauri::ipc::Channel;
use tauri::plugin::PluginHandle;
use tauri::{AppHandle, Manager, Wry};

/// The way to `SensesPlugin.kt`.
pub(super) struct Senses(pub(super) PluginHandle<Wry>);

/// The phone's senses, over the plugin's commands and its channel.
pub(crate) fn open(app: &AppHandle) -> Arc<PhoneSenses> {
    let own = app.clone();
    let senses = PhoneSenses::new(Box::new(move |command, payload| {
        Ok(own.state::<Senses>().0.run_mobile_plugin(command, payload)?)
    }));
    let heard = senses.clone();
    senses.watch(&Channel::<()>::new(move |body| Ok(heard.tell(body.deserialize()?)?)));
    senses
}
