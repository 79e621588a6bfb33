//! The levels of what sounds, at an address of their own: a page that asks 15 times a second is left less to clear away than by a command.

use crate::shell::Shell;
use tauri::http::{HeaderValue, Request, Response, header};
use tauri::{Manager, UriSchemeContext, Wry};

/// Who may read them: our own page, no frame in it.
const PAGE: &str =
    if cfg!(any(windows, target_os = "android")) { "http://tauri.localhost" } else { "tauri://localhost" };

/// A byte a band; nothing before the app has started.
#[expect(clippy::needless_pass_by_value, reason = "Tauri hands it over")]
pub(crate) fn answer(context: UriSchemeContext<'_, Wry>, _: Request<Vec<u8>>) -> Response<Vec<u8>> {
    let levels = context.app_handle().try_state::<Shell>().map(|shell| shell.levels().to_vec());
    let mut answer = Response::new(levels.unwrap_or_default());
    let rules = [(header::ACCESS_CONTROL_ALLOW_ORIGIN, PAGE), (header::CACHE_CONTROL, "no-store")];
    answer.headers_mut().extend(rules.map(|(name, value)| (name, HeaderValue::from_static(value))));
    answer
}
