//! The direction of dependencies between our packages.

use super::{Finding, metadata::Package};

const CORE: &str = "attune-core";
const MODELS: &str = "attune-models";
const TESTKIT: &str = "attune-testkit";

/// Where a package stands.
#[derive(PartialEq, Eq, Clone, Copy)]
enum Layer {
    /// The domain: knows nobody.
    Core,
    /// The networks' files and the library that runs them: knows the domain.
    Models,
    /// How files are written and signals transformed: know nobody, and whoever keeps files or looks at signals may use them.
    Basic,
    /// The running session: knows the domain.
    Session,
    /// Cameras, files, databases: know the domain and the networks, never each other.
    Adapter,
    /// Puts adapters and session together.
    App,
    /// Measures the parts of adapters one at a time: knows what was put together, and adapters too.
    Evaluation,
    /// The window's program: knows what was put together.
    Shell,
    /// The command line: knows what was put together, and what measures.
    CommandLine,
    /// Scripted doubles for tests.
    Testkit,
    /// Tests across packages.
    Tests,
    /// This tool.
    Tool,
}

fn layer(name: &str) -> Layer {
    match name {
        CORE => Layer::Core,
        "attune-fft" | "attune-files" => Layer::Basic,
        MODELS => Layer::Models,
        "attune-session" => Layer::Session,
        "attune-app" => Layer::App,
        "attune-evaluate" => Layer::Evaluation,
        "attune" => Layer::Shell,
        "attune-cli" => Layer::CommandLine,
        TESTKIT => Layer::Testkit,
        "attune-tests" => Layer::Tests,
        "xtask" => Layer::Tool,
        _ => Layer::Adapter,
    }
}

/// Whether `from` may depend on our package `to`.
fn may(from: Layer, to: &str, only_in_tests: bool) -> bool {
    if layer(to) == Layer::Testkit {
        return only_in_tests || from == Layer::Tests;
    }
    match from {
        Layer::Core | Layer::Basic | Layer::Tool => false,
        Layer::Session | Layer::Models => to == CORE,
        Layer::Adapter => matches!(layer(to), Layer::Core | Layer::Basic | Layer::Models),
        // Its tests make sounds and pictures with what adapters have for that.
        Layer::CommandLine if only_in_tests && layer(to) == Layer::Adapter => true,
        Layer::CommandLine => {
            matches!(layer(to), Layer::Core | Layer::Basic | Layer::Session | Layer::App | Layer::Evaluation)
        }
        Layer::Shell => matches!(layer(to), Layer::Core | Layer::Basic | Layer::Session | Layer::App),
        Layer::Evaluation => {
            matches!(layer(to), Layer::Core | Layer::Basic | Layer::Models | Layer::Adapter | Layer::App)
        }
        Layer::App => {
            matches!(layer(to), Layer::Core | Layer::Basic | Layer::Session | Layer::Models | Layer::Adapter)
        }
        Layer::Tests => !matches!(layer(to), Layer::Shell | Layer::CommandLine | Layer::Tool),
        Layer::Testkit => matches!(layer(to), Layer::Core | Layer::Adapter),
    }
}

/// Tauri and the libraries that only make sense with it.
fn is_shell_library(name: &str) -> bool {
    name == "tauri" || name.starts_with("tauri-") || ["wry", "tao"].contains(&name)
}

/// Checks every edge between our packages.
pub(super) fn check(members: &[Package]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for package in members {
        for dependency in &package.dependencies {
            let ours = members.iter().any(|member| member.name == dependency.name);
            let only_in_tests = dependency.kind.as_deref() == Some("dev");
            if ours
                && dependency.name != package.name
                && !may(layer(&package.name), &dependency.name, only_in_tests)
            {
                findings.push(Finding::new(&package.name, format!("must not depend on {}", dependency.name)));
            }
            if package.name != "attune" && is_shell_library(&dependency.name) {
                findings.push(Finding::new(
                    &package.name,
                    format!("depends on {}; only the shell (the package attune) may", dependency.name),
                ));
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::metadata::Dependency;

    fn package(name: &str, dependencies: &[(&str, Option<&str>)]) -> Package {
        let dependencies = dependencies
            .iter()
            .map(|(name, kind)| Dependency { name: (*name).to_owned(), kind: kind.map(str::to_owned) })
            .collect();
        Package { name: name.to_owned(), version: String::new(), license: None, dependencies }
    }

    /// What is wrong with `name` when it depends on `dependency`, with all our usual packages around.
    fn wrong(name: &str, dependency: &str, kind: Option<&str>) -> bool {
        let mut members: Vec<Package> = [
            "attune",
            "attune-core",
            "attune-session",
            "attune-app",
            "attune-models",
            "attune-vision",
            "attune-store",
            "attune-testkit",
            "attune-evaluate",
            "attune-cli",
            "attune-tests",
            "xtask",
        ]
        .into_iter()
        .filter(|member| *member != name)
        .map(|member| package(member, &[]))
        .collect();
        members.push(package(name, &[(dependency, kind), ("serde", None)]));
        !check(&members).is_empty()
    }

    #[test]
    fn the_domain_depends_on_nobody_of_ours() {
        assert!(wrong("attune-core", "attune-store", None));
        assert!(wrong("attune-core", "attune-session", Some("dev")));
        assert!(!wrong("attune-core", "thiserror", None));
    }

    #[test]
    fn adapters_and_session_see_the_domain_only() {
        for name in ["attune-vision", "attune-session", "attune-something-new"] {
            assert!(!wrong(name, "attune-core", None));
            assert!(wrong(name, "attune-store", None));
            assert!(wrong(name, "attune", None));
        }
        assert!(wrong("attune-session", "attune-vision", Some("dev")));
    }

    #[test]
    fn adapters_run_networks_and_networks_know_the_domain_only() {
        assert!(!wrong("attune-vision", "attune-models", None));
        assert!(!wrong("attune-models", "attune-core", None));
        assert!(wrong("attune-models", "attune-vision", None));
        assert!(wrong("attune-session", "attune-models", None));
    }

    #[test]
    fn doubles_are_for_tests() {
        assert!(!wrong("attune-session", "attune-testkit", Some("dev")));
        assert!(wrong("attune-session", "attune-testkit", None));
        assert!(wrong("attune", "attune-testkit", None));
        assert!(!wrong("attune-tests", "attune-testkit", None));
        assert!(!wrong("attune-testkit", "attune-vision", None));
        assert!(wrong("attune-testkit", "attune-session", None));
    }

    #[test]
    fn one_crate_puts_adapters_together_and_the_programs_see_that_one() {
        for adapter in ["attune-store", "attune-vision", "attune-models", "attune-session", "attune-core"] {
            assert!(!wrong("attune-app", adapter, None));
        }
        assert!(wrong("attune-app", "attune", None));
        assert!(wrong("attune-store", "attune-app", None));
        for root in ["attune", "attune-cli"] {
            assert!(!wrong(root, "attune-app", None));
            assert!(!wrong(root, "attune-session", None));
            assert!(wrong(root, "attune-store", None));
            assert!(wrong("attune-tests", root, None));
            assert!(wrong("attune-app", root, None));
        }
        assert!(wrong("attune", "attune-vision", None));
        assert!(wrong("attune-cli", "attune-vision", None));
        assert!(!wrong("attune-cli", "attune-vision", Some("dev")));
        assert!(wrong("attune", "attune-vision", Some("dev")));
    }

    #[test]
    fn what_measures_sees_adapters_and_only_the_command_line_sees_it() {
        for package in ["attune-core", "attune-models", "attune-vision", "attune-app"] {
            assert!(!wrong("attune-evaluate", package, None));
        }
        assert!(wrong("attune-evaluate", "attune-cli", None));
        assert!(!wrong("attune-cli", "attune-evaluate", None));
        for package in ["attune", "attune-app", "attune-vision"] {
            assert!(wrong(package, "attune-evaluate", None));
        }
    }

    #[test]
    fn only_the_shell_depends_on_tauri() {
        assert!(!wrong("attune", "tauri", None));
        assert!(!wrong("attune", "tauri-build", Some("build")));
        assert!(wrong("attune-cli", "tauri", None));
        assert!(wrong("attune-session", "tauri-specta", None));
    }
}
