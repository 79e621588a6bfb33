//! Who the listener is to a server, and how a request says so.

use attune_core::{AppError, ErrorCode, Secret};
use md5::{Digest, Md5};
use serde_json::{Value, json};
use std::fmt::Write as _;

const VERSION: u64 = 1;

/// What the listener gave: a name with its password, or a key that the server made for apps.
#[derive(Debug, Clone)]
pub enum Login {
    /// A name and its password.
    Password {
        /// The name.
        name: String,
        /// The password.
        password: Secret,
    },
    /// An API key, which stands for a name.
    ApiKey(Secret),
}

impl Login {
    /// The name, where there is one.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Password { name, .. } => name,
            Self::ApiKey(_) => "",
        }
    }

    /// As the keyring keeps it.
    pub(crate) fn to_secret(&self) -> Secret {
        let value = match self {
            Self::Password { name, password } => {
                json!({"v": VERSION, "name": name, "password": password.reveal()})
            }
            Self::ApiKey(key) => json!({"v": VERSION, "key": key.reveal()}),
        };
        Secret::new(value.to_string())
    }

    /// None for what is damaged or from another version.
    pub(crate) fn from_secret(secret: &Secret) -> Option<Self> {
        let value: Value = serde_json::from_str(secret.reveal()).ok()?;
        (value["v"] == VERSION).then_some(())?;
        if let Some(key) = value["key"].as_str() {
            return Some(Self::ApiKey(Secret::new(key)));
        }
        let name = value["name"].as_str()?.to_owned();
        Some(Self::Password { name, password: Secret::new(value["password"].as_str()?) })
    }
}

/// How a request proves who sends it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Proof {
    /// A hash of password and salt: the password itself never travels.
    Token,
    /// The password itself.
    Password,
    /// The API key.
    ApiKey,
}

impl Proof {
    /// As the database keeps it.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Token => "token",
            Self::Password => "password",
            Self::ApiKey => "apiKey",
        }
    }

    pub(crate) fn of_word(word: &str) -> Self {
        match word {
            "password" => Self::Password,
            "apiKey" => Self::ApiKey,
            _ => Self::Token,
        }
    }

    /// The parameters of a request. Fails with `unexpected` where the system gives no random numbers for the salt.
    pub(crate) fn parameters(self, login: &Login) -> Result<Vec<(&'static str, String)>, AppError> {
        Ok(match login {
            Login::ApiKey(key) => vec![("apiKey", key.reveal().to_owned())],
            Login::Password { name, password } if self == Self::Password => {
                vec![("u", name.clone()), ("p", format!("enc:{}", hex(password.reveal().as_bytes())))]
            }
            Login::Password { name, password } => {
                let salt = salt()?;
                let token = hex(&Md5::digest(format!("{}{salt}", password.reveal())));
                vec![("u", name.clone()), ("t", token), ("s", salt)]
            }
        })
    }
}

fn salt() -> Result<String, AppError> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(|_| {
        AppError::new(
            ErrorCode::Unexpected,
            "The system gives no random numbers, so nothing can be signed in to.",
        )
    })?;
    Ok(hex(&bytes))
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(2 * bytes.len()), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn login() -> Login {
        Login::Password { name: "alice".into(), password: Secret::new("sésame") }
    }

    #[test]
    fn a_login_survives_and_is_not_shown() {
        for login in [login(), Login::ApiKey(Secret::new("sésame"))] {
            let again = Login::from_secret(&login.to_secret()).unwrap();
            assert_eq!(again.to_secret().reveal(), login.to_secret().reveal());
            assert!(!format!("{again:?}").contains("sésame"));
        }
        for text in ["", "{}", r#"{"v":2,"key":"a"}"#, r#"{"v":1,"name":"a"}"#] {
            assert!(Login::from_secret(&Secret::new(text)).is_none(), "{text}");
        }
    }

    #[test]
    fn a_token_hides_the_password_and_differs_each_time() {
        let one = Proof::Token.parameters(&login()).unwrap();
        let two = Proof::Token.parameters(&login()).unwrap();
        assert_ne!(one, two);
        let salt = &one[2].1;
        assert_eq!(one[1].1, hex(&Md5::digest(format!("sésame{salt}"))));
        let plain = Proof::Password.parameters(&login()).unwrap();
        assert_eq!(plain[1], ("p", "enc:73c3a973616d65".to_owned()));
    }
}
