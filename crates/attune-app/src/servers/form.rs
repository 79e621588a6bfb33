//! A server as the listener enters it in the window.

use attune_core::{AppError, ErrorCode, Secret};
use attune_subsonic::{Address, Fingerprint, Kept, Login, NewServer, NoFingerprint, ServerInfo};
use serde::{Deserialize, Deserializer, Serialize};

/// What the window's form holds. It comes in only: no secret goes back to the window.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct ServerForm {
    /// The address as it was typed.
    pub address: String,
    /// What to call the server; its host where this is empty.
    pub name: String,
    /// Who the listener is there.
    pub login: ServerLogin,
    /// The fingerprint of the certificate that the listener accepted.
    pub accepted: Option<String>,
    /// Whether the password itself may be sent where everybody on the way can read it.
    pub plain_password: bool,
}

/// Who the listener is to a server.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", tag = "with")]
pub enum ServerLogin {
    /// A name and its password.
    Password {
        /// The name.
        listener: String,
        /// The password.
        #[serde(deserialize_with = "secret")]
        #[cfg_attr(feature = "specta", specta(type = String))]
        password: Secret,
    },
    /// A key that the server made for apps.
    ApiKey {
        /// The key.
        #[serde(deserialize_with = "secret")]
        #[cfg_attr(feature = "specta", specta(type = String))]
        key: Secret,
    },
}

/// What adding a server did.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct AddedServer {
    /// The server.
    pub server: ServerInfo,
    /// Where its login is kept.
    pub kept: Kept,
}

impl ServerForm {
    /// The server that it describes. Fails with `server_address`, and with `server_certificate` for what is no fingerprint.
    pub(super) fn read(self) -> Result<NewServer, AppError> {
        let address = Address::parse(&self.address)?;
        let accepted = self.accepted.as_deref().map(fingerprint).transpose()?;
        let login = match self.login {
            ServerLogin::Password { listener, password } => {
                Login::Password { name: listener.trim().to_owned(), password }
            }
            ServerLogin::ApiKey { key } => Login::ApiKey(key),
        };
        Ok(NewServer { address, login, accepted, plain_password: self.plain_password })
    }
}

fn fingerprint(text: &str) -> Result<Fingerprint, AppError> {
    text.parse().map_err(|error: NoFingerprint| {
        AppError::new(ErrorCode::ServerCertificate, error.to_string()).caused_by(error)
    })
}

fn secret<'de, D: Deserializer<'de>>(from: D) -> Result<Secret, D::Error> {
    String::deserialize(from).map(Secret::new)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(login: &str, accepted: &str) -> ServerForm {
        let text = format!(
            r#"{{"address":" music.home/rest/ ","name":"","login":{login},"accepted":{accepted},"plainPassword":false}}"#
        );
        serde_json::from_str(&text).unwrap()
    }

    const PASSWORD: &str = r#"{"with":"password","listener":" mia ","password":" sésame "}"#;

    #[test]
    fn a_form_becomes_a_server_and_shows_no_password() {
        let form = form(PASSWORD, "null");
        assert!(!format!("{form:?}").contains("sésame"));
        let server = form.read().unwrap();
        assert_eq!(server.address.to_string(), "https://music.home");
        assert_eq!(server.login.name(), "mia");
        assert!(matches!(server.login, Login::Password { password, .. } if password.reveal() == " sésame "));
    }

    #[test]
    fn a_key_and_an_accepted_certificate_are_taken() {
        let print = "AB".repeat(32);
        let server = form(r#"{"with":"apiKey","key":"k-1"}"#, &format!("\"{print}\"")).read().unwrap();
        assert!(matches!(server.login, Login::ApiKey(key) if key.reveal() == "k-1"));
        assert_eq!(server.accepted.unwrap().to_string().replace(':', ""), print);
    }

    #[test]
    fn what_is_no_address_and_no_fingerprint_is_refused() {
        let mut wrong = form(PASSWORD, "null");
        wrong.address = "ftp://music.home".into();
        assert_eq!(wrong.read().unwrap_err().code, ErrorCode::ServerAddress);
        assert_eq!(form(PASSWORD, "\"12:34\"").read().unwrap_err().code, ErrorCode::ServerCertificate);
    }
}
