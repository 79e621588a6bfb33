//! Certificates of servers at home: nobody vouches for most of them, so the listener is asked once.
//!
//! A certificate that the usual authorities vouch for is taken as everywhere. Any other one is refused, and its
//! fingerprint kept for the question; once the listener has accepted a fingerprint, that very certificate is taken, and
//! no other. The signature of the handshake is checked in any case.

use rustls::client::WebPkiServerVerifier;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::{CryptoProvider, ring};
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{
    CertificateError, ClientConfig, DigitallySignedStruct, Error, OtherError, RootCertStore, SignatureScheme,
};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fmt;
use std::str::FromStr;
use std::sync::{Arc, Mutex, PoisonError};

/// The SHA-256 of a certificate, written as browsers and `openssl x509 -fingerprint` do: `AB:CD:…`, 32 bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Fingerprint([u8; 32]);

impl Fingerprint {
    fn of(certificate: &CertificateDer<'_>) -> Self {
        Self(Sha256::digest(certificate).into())
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, byte) in self.0.iter().enumerate() {
            let colon = if i == 0 { "" } else { ":" };
            write!(f, "{colon}{byte:02X}")?;
        }
        Ok(())
    }
}

/// A text that is no fingerprint.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("This is no fingerprint: 64 hexadecimal digits, with or without colons, are expected.")]
pub struct NoFingerprint;

impl FromStr for Fingerprint {
    type Err = NoFingerprint;

    fn from_str(text: &str) -> Result<Self, NoFingerprint> {
        let digits: Vec<u8> = text
            .chars()
            .filter(|c| !matches!(c, ':' | ' '))
            .map(|c| c.to_digit(16).and_then(|d| u8::try_from(d).ok()).ok_or(NoFingerprint))
            .collect::<Result<_, _>>()?;
        let bytes: Vec<u8> = digits.chunks(2).map(|pair| pair.iter().fold(0, |n, d| n * 16 + d)).collect();
        let whole = digits.len() == 64;
        bytes.try_into().ok().filter(|_| whole).map(Self).ok_or(NoFingerprint)
    }
}

impl TryFrom<String> for Fingerprint {
    type Error = NoFingerprint;

    fn try_from(text: String) -> Result<Self, NoFingerprint> {
        text.parse()
    }
}

impl From<Fingerprint> for String {
    fn from(fingerprint: Fingerprint) -> Self {
        fingerprint.to_string()
    }
}

/// Why a certificate was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum CertificateProblem {
    /// No authority vouches for it, as with one that the server made itself.
    Unknown,
    /// Its time is over or has not begun.
    Expired,
    /// It was made out for another name.
    OtherName,
    /// It is not the one that the listener accepted.
    Changed,
    /// Another reason.
    Other,
}

impl CertificateProblem {
    pub(crate) fn words(self) -> &'static str {
        match self {
            Self::Unknown => "is not signed by a known authority",
            Self::Expired => "is out of date",
            Self::OtherName => "was made out for another name",
            Self::Changed => "is not the one that you accepted",
            Self::Other => "cannot be verified",
        }
    }

    fn of(error: &Error) -> Self {
        match error {
            Error::InvalidCertificate(error) => match error {
                CertificateError::Expired
                | CertificateError::ExpiredContext { .. }
                | CertificateError::NotValidYet
                | CertificateError::NotValidYetContext { .. } => Self::Expired,
                CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
                    Self::OtherName
                }
                // webpki calls what servers make for themselves an authority in the place of a server.
                CertificateError::UnknownIssuer | CertificateError::Other(OtherError(_)) => Self::Unknown,
                _ => Self::Other,
            },
            _ => Self::Other,
        }
    }
}

/// A certificate that was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Presented {
    /// Its fingerprint.
    pub fingerprint: Fingerprint,
    /// Why it was refused.
    pub problem: CertificateProblem,
}

/// The certificate that was refused last; clones are the same place.
#[derive(Debug, Clone, Default)]
pub(crate) struct Refused(Arc<Mutex<Option<Presented>>>);

impl Refused {
    /// The one that was refused since the last question.
    pub(crate) fn take(&self) -> Option<Presented> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    fn put(&self, presented: Presented) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(presented);
    }
}

/// Takes what authorities vouch for, and the one certificate that the listener accepted.
#[derive(Debug)]
struct Verifier {
    usual: Arc<WebPkiServerVerifier>,
    accepted: Option<Fingerprint>,
    refused: Refused,
}

impl ServerCertVerifier for Verifier {
    fn verify_server_cert(
        &self,
        certificate: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        name: &ServerName<'_>,
        stapled: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        let usual = self.usual.verify_server_cert(certificate, intermediates, name, stapled, now);
        let fingerprint = Fingerprint::of(certificate);
        usual.or_else(|error| {
            if self.accepted == Some(fingerprint) {
                return Ok(ServerCertVerified::assertion());
            }
            let problem = match self.accepted {
                Some(_) => CertificateProblem::Changed,
                None => CertificateProblem::of(&error),
            };
            self.refused.put(Presented { fingerprint, problem });
            Err(error)
        })
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        self.usual.verify_tls12_signature(message, certificate, signed)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        self.usual.verify_tls13_signature(message, certificate, signed)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.usual.supported_verify_schemes()
    }
}

/// TLS as a server is talked to; none where the library cannot be set up.
pub(crate) fn tls(accepted: Option<Fingerprint>, refused: Refused) -> Option<ClientConfig> {
    let provider: Arc<CryptoProvider> = Arc::new(ring::default_provider());
    let roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
    let usual = WebPkiServerVerifier::builder_with_provider(Arc::new(roots), Arc::clone(&provider));
    let verifier = Verifier { usual: usual.build().ok()?, accepted, refused };
    let config = ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions().ok()?;
    let config = config.dangerous().with_custom_certificate_verifier(Arc::new(verifier));
    Some(config.with_no_client_auth())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fingerprints_are_read_as_they_are_written() {
        let fingerprint = Fingerprint::of(&CertificateDer::from(vec![1, 2, 3]));
        let text = fingerprint.to_string();
        assert_eq!((text.len(), text.parse()), (95, Ok(fingerprint)));
        assert_eq!(text.replace(':', "").to_lowercase().parse(), Ok(fingerprint));
        for wrong in ["", "AB", &text[1..], &format!("{text}:00"), &text.replace('A', "é")] {
            assert!(wrong == text || wrong.parse::<Fingerprint>().is_err(), "{wrong}");
        }
    }
}
