//! The shell: the only code of Attune that names `tauri`. It opens the window, starts `attune-app` and carries commands
//! one way and events the other; all decisions are made behind it.

mod api;
mod app_commands;
mod asked;
mod bridge;
mod commands;
#[cfg(desktop)]
mod desktop;
mod dialogs;
mod ipc;
mod levels;
#[cfg(mobile)]
mod mobile;
mod open;
mod shell;

use attune_app::AppCommands;
#[cfg(desktop)]
use desktop as platform;
#[cfg(mobile)]
use mobile as platform;
use platform::SystemUi;
use shell::Shell;
use tauri::{Manager, RunEvent};

/// Starts the app and returns when it is closed.
#[cfg_attr(mobile, tauri::mobile_entry_point)]
pub fn run() {
    attune_app::keep_private();
    let arguments = platform::begin();
    let api = api::builder();
    let (builder, context) = platform::builder(&arguments, tauri::generate_context!("tauri.conf.json"));
    let app = builder
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_opener::init())
        .register_uri_scheme_protocol("levels", levels::answer)
        .invoke_handler(api.invoke_handler())
        .setup(move |app| {
            api.mount_events(app);
            let (commands, asked) = AppCommands::new();
            let (system, handle) = (SystemUi::new(), app.handle().clone());
            let data_dir = platform::data_dir(&handle, &arguments);
            app.manage(Shell::start(app.handle(), data_dir, |next| system.follow(handle, next))?);
            app.manage(commands);
            app.manage(system);
            attune_app::presence::start(&app.state::<Shell>().app());
            app_commands::start(app.handle(), asked)?;
            let shell = app.state::<Shell>();
            let theme = shell.call(|e, _| e.settings().theme)?;
            let folder = shell.data_folder();
            platform::open_main(app.handle(), theme, folder.as_deref(), arguments.hidden)?;
            app.state::<SystemUi>().start(app.handle(), shell.desktop_covers())?;
            app_commands::carry_out(app.handle(), arguments.commands);
            Ok(())
        })
        .build(context);
    match app {
        Ok(app) => app.run(|app, event| {
            if let RunEvent::ExitRequested { .. } = event {
                platform::remember_main(app);
            }
            #[cfg(target_os = "macos")]
            if let RunEvent::Opened { urls } = &event {
                let paths = urls.iter().filter_map(|url| url.to_file_path().ok()).collect();
                app_commands::carry_out(app, vec![attune_app::AppCommand::Open(paths)]);
            }
            if let RunEvent::Exit = event {
                app.state::<SystemUi>().close(app);
                app.state::<Shell>().close();
            }
        }),
        Err(error) => {
            eprintln!("Attune could not open its window: {error}");
            std::process::exit(1);
        }
    }
}
