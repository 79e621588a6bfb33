//! Starting the app for one scenario, and closing it whatever happens.

use std::{
    env, fs,
    panic::{AssertUnwindSafe, catch_unwind, resume_unwind},
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use attune_core::{Settings, ports::Archive as _};
use attune_store::Store;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;
use tokio::{runtime::Builder, time};

use crate::{driver::Driver, namespace, window::Window};

/// Keeps settings in a data folder for the next start there.
pub(crate) fn keep_settings(data: &Path, settings: &Settings) {
    let (mut store, _) = Store::open(data).unwrap();
    store.save_settings(settings).unwrap();
}

/// How the app is started.
pub(crate) struct Launch {
    name: &'static str,
    /// Its data folder; none where the environment says where things are kept.
    data: Option<PathBuf>,
    environment: Vec<(&'static str, PathBuf)>,
    greeted: bool,
}

impl Launch {
    /// On `data`, for the scenario called `name`.
    pub(crate) fn on(data: &Path, name: &'static str) -> Self {
        Self { name, data: Some(data.to_path_buf()), environment: Vec::new(), greeted: true }
    }

    /// As desktops start it, one at a time: what it keeps lies under `home`.
    pub(crate) fn at_home(home: &Path, name: &'static str) -> Self {
        let environment = vec![("XDG_DATA_HOME", home.to_path_buf())];
        Self { name, data: None, environment, greeted: true }
    }

    /// The next file dialogs answer with this path.
    pub(crate) fn picking(mut self, path: PathBuf) -> Self {
        self.environment.push(("ATTUNE_TEST_PICK", path));
        self
    }

    /// Sets a variable of the app's environment.
    pub(crate) fn with(mut self, name: &'static str, value: PathBuf) -> Self {
        self.environment.push((name, value));
        self
    }

    /// The next dialogs for folders answer with this one.
    pub(crate) fn adding(mut self, folder: PathBuf) -> Self {
        self.environment.push(("ATTUNE_TEST_FOLDER", folder));
        self
    }

    /// This folder of pictures is the camera.
    pub(crate) fn seeing(mut self, folder: PathBuf) -> Self {
        self.environment.push(("ATTUNE_CAMERA_FOLDER", folder));
        self
    }

    /// Leaves the first start's cards open, which otherwise are skipped.
    pub(crate) fn not_greeted(mut self) -> Self {
        self.greeted = false;
        self
    }

    /// Runs a scenario in the window. When it fails, a picture of the window and what the app printed remain.
    pub(crate) fn run(self, scenario: impl AsyncFnOnce(&Window)) {
        let counted = namespace::counted();
        let log = screenshots().join(format!("{}.log", self.name));
        let driver = Driver::start(&self.environment, &log);
        let runtime = Builder::new_current_thread().enable_all().build().unwrap();
        let client = runtime.block_on(connect(&driver, self.data.as_deref()));
        let window = Window::new(client);
        let done = catch_unwind(AssertUnwindSafe(|| {
            runtime.block_on(async {
                window.find("plane").await;
                if self.greeted && window.has("first-start").await {
                    window.click("first-start-skip").await;
                    window.gone("first-start").await;
                }
                scenario(&window).await;
            });
        }));
        if done.is_err() {
            runtime.block_on(window.picture(&format!("failed-{}", self.name)));
            eprintln!("{}", fs::read_to_string(&log).unwrap_or_default());
        }
        runtime.block_on(window.close());
        drop(driver);
        if let Err(panic) = done {
            resume_unwind(panic);
        }
        // Whatever service is set up in a test is a stand-in on this machine.
        assert_eq!(namespace::counted(), counted, "packets left by the way out");
        let _ = fs::remove_file(log);
    }
}

/// Where pictures go.
pub(crate) fn screenshots() -> PathBuf {
    let named = env::var_os("ATTUNE_TEST_SCREENSHOTS").map(PathBuf::from);
    let dir = named.unwrap_or_else(|| attune_tests::root().join("target/screenshots"));
    fs::create_dir_all(&dir).unwrap();
    dir
}

/// The program.
pub(crate) fn app() -> PathBuf {
    let app = env::var_os("ATTUNE_TEST_APP").map_or_else(|| attune_tests::built("attune"), PathBuf::from);
    assert!(app.is_file(), "{} has to be built first", app.display());
    app
}

async fn connect(driver: &Driver, data: Option<&Path>) -> Client {
    let arguments = data.map_or_else(|| json!([]), |data| json!(["--data-dir", data]));
    let options = json!({ "binary": app(), "args": arguments });
    let wanted = json!({ "webkitgtk:browserOptions": options });
    let mut builder = ClientBuilder::new(HttpConnector::new());
    builder.capabilities(wanted.as_object().unwrap().clone());
    let end = Instant::now() + Duration::from_mins(2);
    loop {
        match builder.connect(&driver.address()).await {
            Ok(client) => return client,
            Err(error) => assert!(Instant::now() < end, "no window: {error:?}"),
        }
        time::sleep(Duration::from_millis(200)).await;
    }
}
