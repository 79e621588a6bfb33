//! The windows of the display, as whoever manages them sees them.

use x11rb::connection::Connection as _;
use x11rb::protocol::xproto::{
    AtomEnum, ClientMessageEvent, ConnectionExt as _, EventMask, MapState, Window as Id,
};
use x11rb::rust_connection::RustConnection;

/// Whether a window of that title can be seen.
pub(crate) fn shows(title: &str) -> bool {
    let (display, screen) = x11rb::connect(None).unwrap();
    visible(&display, display.setup().roots[screen].root, title).is_some()
}

/// Presses the close button of the window of that title.
pub(crate) fn close(title: &str) {
    let (display, screen) = x11rb::connect(None).unwrap();
    let window = visible(&display, display.setup().roots[screen].root, title).expect("a window to close");
    let atom = |name: &str| display.intern_atom(false, name.as_bytes()).unwrap().reply().unwrap().atom;
    let (protocols, delete) = (atom("WM_PROTOCOLS"), atom("WM_DELETE_WINDOW"));
    let message = ClientMessageEvent::new(32, window, protocols, [delete, 0, 0, 0, 0]);
    display.send_event(false, window, EventMask::NO_EVENT, message).unwrap();
    // Said and heard before the connection closes.
    display.get_input_focus().unwrap().reply().unwrap();
}

fn visible(display: &RustConnection, root: Id, title: &str) -> Option<Id> {
    let children = display.query_tree(root).ok()?.reply().ok()?.children;
    children.into_iter().find(|window| {
        let attributes = display.get_window_attributes(*window).ok().and_then(|a| a.reply().ok());
        attributes.is_some_and(|a| a.map_state == MapState::VIEWABLE)
            && name(display, *window).as_deref() == Some(title)
    })
}

/// The title in UTF-8; `WM_NAME` has no more letters than Latin-1.
fn name(display: &RustConnection, window: Id) -> Option<String> {
    let title = display.intern_atom(false, b"_NET_WM_NAME").ok()?.reply().ok()?.atom;
    let property = display.get_property(false, window, title, AtomEnum::ANY, 0, 256).ok()?.reply().ok()?;
    String::from_utf8(property.value).ok()
}
