//! `attune-cli spotify login` and `check`.

use attune_app::print;
use attune_app::spotify::{REDIRECT, Spotify};
use attune_core::AppError;
use clap::Args;
use serde_json::json;
use std::process::{Command, Stdio};

/// Signing in.
#[derive(Debug, Args)]
pub(super) struct Login {
    /// Your app's client ID, from developer.spotify.com/dashboard (docs/spotify.md has the steps)
    #[arg(long, value_name = "ID")]
    client_id: String,
    /// Only print the address; open it yourself
    #[arg(long)]
    no_browser: bool,
}

impl Login {
    pub(super) async fn run(self, client: &Spotify) -> Result<(), AppError> {
        let sign_in = client.begin_sign_in(&self.client_id).await?;
        print::json(&json!({"open": sign_in.url(), "redirectUri": REDIRECT}))?;
        if !self.no_browser {
            open(sign_in.url());
        }
        print::json(&sign_in.finish().await?)
    }
}

/// Testing a client id.
#[derive(Debug, Args)]
pub(super) struct Check {
    /// The client ID to test; by default the one you signed in with
    #[arg(long, value_name = "ID")]
    client_id: Option<String>,
}

impl Check {
    pub(super) async fn run(self, client: &Spotify) -> Result<(), AppError> {
        client.restore().await?;
        let id = self.client_id.or(client.status().client_id).unwrap_or_default();
        print::json(&client.check(&id).await)
    }
}

/// Hands an address to the system's browser. Where that fails, the printed address is left.
fn open(url: &str) {
    let (program, first): (&str, &[&str]) = match std::env::consts::OS {
        "macos" => ("open", &[]),
        "windows" => ("rundll32", &["url.dll,FileProtocolHandler"]),
        _ => ("xdg-open", &[]),
    };
    let quiet =
        Command::new(program).args(first).arg(url).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
    drop(quiet);
}
