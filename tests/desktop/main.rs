//! The app as a person has it: the real window, driven through `WebKitGTK`'s own driver.
//!
//! Run with `cargo xtask test --only desktop`. Each test starts the app with a data folder of its own.
#![expect(clippy::unwrap_used, reason = "a test may stop at once where something is not as it must be")]

mod driver;
mod launch;
mod window;

mod bad_arguments;
mod camera;
mod canary;
mod controls;
mod data;
mod first_start;
mod hostile_names;
mod hostile_page;
mod instance;
#[path = "../isolation.rs"]
mod isolation;
mod learned;
#[path = "../leftovers.rs"]
mod leftovers;
mod mood;
mod music;
mod namespace;
mod opening;
mod own_music;
mod playing;
mod promise;
#[path = "../pulsing.rs"]
mod pulsing;
mod resolver;
mod screen_reader;
mod screenshots;
mod senses;
#[path = "../sound/server.rs"]
#[expect(dead_code, reason = "the tests of the player itself use the rest")]
mod server;
mod servers;
mod shortcuts;
mod soundscapes;
mod spotify;
mod stage;
mod tray;
mod voice_over_music;
mod x11;
