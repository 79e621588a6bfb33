//! The shell: the only code of Attune that names `tauri`. It opens the window, starts `attune-app` and carries commands
//! one way and events the other; all decisions are made behind it.

mod api;
mod app_commands;
mod asked;
mod bridge;
mod command_runner;
mod commands;
mod desktop;
mod dialogs;
mod display;
mod instance;
mod open;
mod shell;

use app_commands::AppCommands;
use attune_app::desktop::Covers;
use desktop::Desktop;
use shell::Shell;
use tauri::{Manager, RunEvent};

/// Starts the app and returns when it is closed.
#[cfg_attr(mobile, tauri::mobile_entry_point)]
pub fn run() {
    attune_app::switch_telemetry_off();
    // Help and version need no display.
    let arguments = attune_app::Arguments::from_env();
    #[cfg(target_os = "linux")]
    attune_app::desktop::web_view::avoid_blank_window(arguments.keep_dmabuf);
    display::require();
    attune_app::logging::start(arguments.data_dir.clone());
    let (api, context) = (api::builder(), tauri::generate_context!("tauri.conf.json"));
    let mut builder = tauri::Builder::default();
    // A data folder of its own makes an app of its own, which may run beside others.
    if arguments.data_dir.is_none() {
        if attune_app::instance::is_stuck() {
            instance::give_up(&arguments.commands, context);
        }
        builder = builder.plugin(instance::single());
    }
    let app = builder
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_opener::init())
        .on_window_event(desktop::windows::on_event)
        .invoke_handler(api.invoke_handler())
        .setup(move |app| {
            api.mount_events(app);
            let (commands, asked) = AppCommands::new();
            let desktop = Desktop::new();
            let handle = app.handle().clone();
            app.manage(Shell::start(app.handle(), &arguments, |next| desktop.follow(handle, next))?);
            app.manage(commands);
            app.manage(desktop);
            attune_app::presence::start(&app.state::<Shell>().app());
            command_runner::start(app.handle(), asked)?;
            let shell = app.state::<Shell>();
            let theme = shell.call(|e, _| e.settings().theme)?;
            desktop::place::open_main(app.handle(), theme, shell.data_folder().as_deref())?;
            app.state::<Desktop>().start(app.handle(), Covers::of(shell.own_music().library().clone()))?;
            app_commands::carry_out(app.handle(), arguments.commands);
            Ok(())
        })
        .build(context);
    match app {
        Ok(app) => app.run(|app, event| {
            if let RunEvent::ExitRequested { .. } = event {
                desktop::windows::remember_main(app);
            }
            if let RunEvent::Exit = event {
                app.state::<Desktop>().close();
                app.state::<Shell>().close();
            }
        }),
        Err(error) => {
            eprintln!("Attune could not open its window: {error}");
            std::process::exit(1);
        }
    }
}
