//! `attune-cli server add`.

use super::{Out, row};
use crate::say;
use attune_app::servers::{Address, Fingerprint, Kept, Login, NewServer, Servers};
use attune_core::{AppError, ErrorCode, Secret};
use clap::Args;
use serde_json::json;
use std::io::stdin;

/// A server to add.
#[derive(Debug, Args)]
pub(super) struct Add {
    /// Its address, such as <http://192.168.1.2:4533>
    address: String,
    /// Your name there; without it the line on standard input is an API key
    #[arg(long)]
    user: Option<String>,
    /// What to call the server; its host by default
    #[arg(long, default_value = "")]
    name: String,
    /// The fingerprint of a certificate to accept, after you have compared it
    #[arg(long, value_name = "SHA256")]
    accept: Option<Fingerprint>,
    /// Send the password itself without encryption if the server takes nothing else: others on the network can read it
    #[arg(long)]
    plain_password: bool,
}

impl Add {
    pub(super) fn run(self, servers: &Servers, out: &Out) -> Result<(), AppError> {
        let address = Address::parse(&self.address)?;
        let secret = Secret::new(line()?);
        let login = match self.user {
            Some(name) => Login::Password { name, password: secret },
            None => Login::ApiKey(secret),
        };
        let new = NewServer { address, login, accepted: self.accept, plain_password: self.plain_password };
        let (server, kept) = servers.add(&self.name, &new)?;
        if let Kept::ThisSession(why) = &kept {
            eprintln!("{}", say::password_not_kept(&say::error(why)));
        }
        out.show(&json!({ "server": server, "kept": kept }), |_| row(&server))
    }
}

/// The first line of standard input: what stands in a command's arguments can be read by every program.
fn line() -> Result<String, AppError> {
    let mut line = String::new();
    stdin().read_line(&mut line).map_err(|e| {
        AppError::new(ErrorCode::ServerNoPassword, "No password came on standard input.").caused_by(e)
    })?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}
