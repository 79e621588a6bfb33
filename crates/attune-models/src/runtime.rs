//! ONNX Runtime: finding its library, loading it once, and making sessions that stay on one thread.

use super::{ModelError, again::start_again_with, collector, library};
use ort::environment::Environment;
use ort::session::Session;
use ort::session::builder::GraphOptimizationLevel;
use std::env;
use std::env::consts::{ARCH, DLL_PREFIX, DLL_SUFFIX, OS};
use std::fs::File;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// The variable that names a library (or the folder it lies in) before all other places.
pub const VARIABLE: &str = "ATTUNE_ONNXRUNTIME";
/// ONNX Runtime's own switch: `1` keeps version 1.29 and later from reporting to its maker.
pub const TELEMETRY_SWITCH: &str = "ORT_DISABLE_TELEMETRY";

/// Whether libraries stay inside the app's package, where they have a name but no path.
const IN_PACKAGE: bool = cfg!(target_os = "android");

/// A process can hold one ONNX Runtime environment in its life, so the first one stays.
static LOADED: Mutex<Option<Runtime>> = Mutex::new(None);

/// The loaded library. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Runtime {
    environment: Environment,
}

impl Runtime {
    /// Loads the library at `path`; once one is loaded, further calls give that one, whatever the path. On Android the
    /// system's loader finds the package's library by its bare name, and there is no file that could be looked at first.
    ///
    /// Fails with `cpu_unsupported`, `runtime_missing`, `runtime_reports` (it could report to its maker, and
    /// [`TELEMETRY_SWITCH`] is not set) or `runtime_incompatible` (no library, cut short, too old).
    pub fn load(path: &Path) -> Result<Self, ModelError> {
        if !is_processor_fit() {
            return Err(ModelError::CpuUnsupported);
        }
        let mut loaded = LOADED.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(runtime) = &*loaded {
            return Ok(runtime.clone());
        }
        let path = if IN_PACKAGE { path.to_path_buf() } else { checked(path)? };
        let incompatible = |why: String| incompatible(format!("{}: {why}", path.display()));
        let built = catch_unwind(AssertUnwindSafe(|| start(&path)));
        let environment =
            built.unwrap_or_else(|_| Err("it broke off while starting".to_owned())).map_err(incompatible)?;
        Ok(loaded.insert(Self { environment }).clone())
    }

    /// The environment, for sessions over models that are not about faces: a process can hold only one.
    #[must_use]
    pub fn environment(&self) -> &Environment {
        &self.environment
    }

    /// A session over a model in memory: one thread, no spinning, all graph optimisations.
    pub(super) fn session(&self, model: &[u8]) -> Result<Session, String> {
        let build = || -> ort::Result<Session> {
            Session::builder(&self.environment)?
                .with_optimization_level(GraphOptimizationLevel::All)?
                .with_intra_threads(1)?
                .with_inter_threads(1)?
                .with_intra_op_spinning(false)?
                .with_inter_op_spinning(false)?
                .commit_from_memory(model)
        };
        catch_unwind(AssertUnwindSafe(build))
            .map_err(|_| "building the session broke off".to_owned())?
            .map_err(|error| error.to_string())
    }
}

/// The absolute path of a library that is a whole file and cannot report to its maker.
fn checked(path: &Path) -> Result<PathBuf, ModelError> {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
    if !path.is_file() {
        return Err(ModelError::RuntimeMissing { tried: path });
    }
    check_silent(&path)?;
    library::check(&path).map_err(|why| incompatible(format!("{}: {why}", path.display())))?;
    Ok(path)
}

fn start(path: &Path) -> Result<Environment, String> {
    let builder = ort::init_from(path).map_err(|error| error.to_string())?;
    builder.with_name("attune").with_telemetry(false).build().map_err(|error| error.to_string())
}

/// Refuses a library that can report to its maker, unless it was told not to before this process began.
fn check_silent(path: &Path) -> Result<(), ModelError> {
    if is_switched_off() {
        return Ok(());
    }
    let reports = File::open(path).and_then(collector::is_named_in);
    if reports.map_err(|error| incompatible(format!("{}: {error}", path.display())))? {
        return Err(ModelError::RuntimeReports { path: path.to_path_buf() });
    }
    Ok(())
}

fn is_switched_off() -> bool {
    env::var_os(TELEMETRY_SWITCH).is_some_and(|value| value == "1")
}

/// Where [`VARIABLE`] names a library, starts this program anew with [`TELEMETRY_SWITCH`] set; else does nothing.
///
/// To be called first in `main`: the library reads the switch from the environment, which a running program cannot
/// change safely. Where a program cannot take the place of another one (Windows), or that fails, nothing happens, and
/// [`Runtime::load`] refuses a library that could report.
pub fn switch_telemetry_off() {
    if env::var_os(VARIABLE).is_some_and(|named| !named.is_empty()) && !is_switched_off() {
        start_again_with(&[(TELEMETRY_SWITCH, "1")]);
    }
}

fn incompatible(detail: String) -> ModelError {
    ModelError::RuntimeIncompatible { detail }
}

/// ONNX Runtime's builds for x86-64 use AVX without asking and would be killed by the first such instruction.
fn is_processor_fit() -> bool {
    #[cfg(target_arch = "x86_64")]
    let fit = std::is_x86_feature_detected!("avx");
    #[cfg(not(target_arch = "x86_64"))]
    let fit = true;
    fit
}

/// The library to load: what [`VARIABLE`] names; else beside the executable; else in `runtime/` under
/// `resources`; else in `runtime/<target>/` of a source tree that the executable is in. Never around the working
/// directory: a library is code, and whoever may write there would have it run. On Android it is the package's, by name.
///
/// Fails with `runtime_missing`; a variable that names nothing is not passed over in silence.
pub fn find(resources: Option<&Path>) -> Result<PathBuf, ModelError> {
    if IN_PACKAGE {
        return Ok(PathBuf::from(file_name()));
    }
    let executable = env::current_exe().ok();
    let places = Places {
        named: env::var_os(VARIABLE).filter(|v| !v.is_empty()).map(PathBuf::from),
        executable: executable.as_deref().and_then(Path::parent).map(Path::to_path_buf),
        resources: resources.map(Path::to_path_buf),
    };
    places.find()
}

/// What the system calls the library.
fn file_name() -> String {
    format!("{DLL_PREFIX}onnxruntime{DLL_SUFFIX}")
}

#[derive(Debug, Default)]
struct Places {
    named: Option<PathBuf>,
    executable: Option<PathBuf>,
    resources: Option<PathBuf>,
}

impl Places {
    fn find(&self) -> Result<PathBuf, ModelError> {
        let file = file_name();
        if let Some(named) = &self.named {
            let path = if named.is_dir() { named.join(&file) } else { named.clone() };
            return if path.is_file() { Ok(path) } else { Err(ModelError::RuntimeMissing { tried: path }) };
        }
        let mut tried = PathBuf::from(&file);
        for folder in self.folders() {
            tried = folder.join(&file);
            if tried.is_file() {
                return Ok(tried);
            }
        }
        Err(ModelError::RuntimeMissing { tried })
    }

    /// The folders to look in; the packaged application's own come last to be named in the error.
    fn folders(&self) -> Vec<PathBuf> {
        let beside = self.executable.clone();
        let bundled = self.resources.as_ref().map(|r| r.join("runtime"));
        let trees = self.executable.iter().flat_map(|place| place.ancestors());
        let trees = trees.map(|root| root.join("runtime").join(target()));
        beside.into_iter().chain(bundled.clone()).chain(trees).chain(bundled).collect()
    }
}

/// The name of this build's target, as the folders under `runtime/` are called.
#[must_use]
pub fn target() -> String {
    match OS {
        "linux" => format!("{ARCH}-unknown-linux-gnu"),
        "macos" => format!("{ARCH}-apple-darwin"),
        "windows" => format!("{ARCH}-pc-windows-msvc"),
        other => format!("{ARCH}-{other}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use attune_core::ErrorCode;
    use std::fs;

    fn put(folder: &Path) -> PathBuf {
        fs::create_dir_all(folder).unwrap();
        let path = folder.join(file_name());
        fs::write(&path, "library").unwrap();
        path
    }

    #[test]
    fn places_are_tried_in_order() {
        let dir = tempfile::tempdir().unwrap();
        let at = |name: &str| dir.path().join(name);
        let mut places = Places {
            named: None,
            executable: Some(at("tree/target/debug")),
            resources: Some(at("resources")),
        };
        let missing = places.find().unwrap_err();
        assert_eq!(missing.code(), ErrorCode::RuntimeMissing);
        assert!(missing.to_string().contains("resources"), "{missing}");
        let tree = put(&at("tree/runtime").join(target()));
        assert_eq!(places.find(), Ok(tree));
        let bundled = put(&at("resources/runtime"));
        assert_eq!(places.find(), Ok(bundled));
        let beside = put(&at("tree/target/debug"));
        assert_eq!(places.find(), Ok(beside));
        places.named = Some(at("named"));
        assert_eq!(places.find(), Err(ModelError::RuntimeMissing { tried: at("named") }));
        let named = put(&at("named"));
        assert_eq!(places.find(), Ok(named));
    }
}
