//! rspotify's PKCE client, wrapped so that it keeps what it would lose and says nothing of what it knows.
//!
//! Spotify's refresh replies carry no refresh token; the client of rspotify 0.16.1 takes that for "there is none any
//! more" and signs itself out at the second refresh. And it logs its request headers. Here the old refresh token is
//! carried over, and the access token is put into the request by a middleware, behind the point of logging.

use crate::address::Addresses;
use async_trait::async_trait;
use reqwest_middleware::reqwest::header::{AUTHORIZATION, HeaderValue};
use reqwest_middleware::reqwest::{Request, Response};
use reqwest_middleware::{Middleware, Next};
use rspotify::clients::{BaseClient, OAuthClient};
use rspotify::http::{Headers, HttpClient};
use rspotify::sync::Mutex;
use rspotify::{AuthCodePkceSpotify, ClientResult, Config, Credentials, OAuth, Token};
use std::fmt;
use std::sync::Arc;

/// The longest verifier that RFC 7636 allows.
const VERIFIER_LENGTH: usize = 128;

/// The wrapped client.
#[derive(Clone, Default)]
pub(crate) struct Wrapped(AuthCodePkceSpotify);

impl fmt::Debug for Wrapped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Wrapped(…)")
    }
}

impl Wrapped {
    /// A client without tokens; `redirect` and `state` matter for signing in only.
    pub(crate) fn new(client_id: &str, addresses: &Addresses, redirect: &str, state: &str) -> Self {
        let config = Config {
            api_base_url: addresses.api.clone(),
            auth_base_url: addresses.accounts.clone(),
            token_cached: false,
            // Refreshing is ours: one at a time, and not inside other calls.
            token_refreshing: false,
            ..Config::default()
        };
        let oauth = OAuth {
            redirect_uri: redirect.to_owned(),
            state: state.to_owned(),
            scopes: crate::SCOPES.iter().map(|s| (*s).to_owned()).collect(),
            proxies: None,
        };
        let inner = AuthCodePkceSpotify::with_config(Credentials::new_pkce(client_id), oauth, config);
        let bearer = Bearer { token: inner.get_token(), api: addresses.api.clone() };
        Self(inner.with_middleware(bearer))
    }

    /// Where to send the listener, with a fresh verifier kept for later.
    pub(crate) fn authorize_url(&mut self) -> ClientResult<String> {
        self.0.get_authorize_url(Some(VERIFIER_LENGTH))
    }

    pub(crate) async fn set_token(&self, token: Option<Token>) {
        if let Ok(mut place) = self.0.token.lock().await {
            *place = token;
        }
    }

    pub(crate) async fn token(&self) -> Option<Token> {
        self.0.token.lock().await.ok()?.clone()
    }
}

#[async_trait]
impl BaseClient for Wrapped {
    fn get_config(&self) -> &Config {
        self.0.get_config()
    }

    fn get_http(&self) -> &HttpClient {
        self.0.get_http()
    }

    fn get_creds(&self) -> &Credentials {
        self.0.get_creds()
    }

    fn get_token(&self) -> Arc<Mutex<Option<Token>>> {
        self.0.get_token()
    }

    async fn refetch_token(&self) -> ClientResult<Option<Token>> {
        let old = self.token().await.and_then(|t| t.refresh_token);
        let mut new = self.0.refetch_token().await?;
        if let Some(token) = new.as_mut().filter(|t| t.refresh_token.is_none()) {
            token.refresh_token = old;
        }
        Ok(new)
    }

    /// None here: the middleware adds the one there is.
    async fn auth_headers(&self) -> ClientResult<Headers> {
        Ok(Headers::new())
    }
}

#[async_trait]
impl OAuthClient for Wrapped {
    fn get_oauth(&self) -> &OAuth {
        self.0.get_oauth()
    }

    async fn request_token(&self, code: &str) -> ClientResult<()> {
        self.0.request_token(code).await
    }
}

/// Puts the access token into requests to the Web API.
struct Bearer {
    token: Arc<Mutex<Option<Token>>>,
    api: String,
}

#[async_trait]
impl Middleware for Bearer {
    async fn handle(
        &self,
        mut request: Request,
        extensions: &mut http::Extensions,
        next: Next<'_>,
    ) -> reqwest_middleware::Result<Response> {
        // Requests for tokens go elsewhere, and are made while the token is locked.
        if request.url().as_str().starts_with(&self.api)
            && let Ok(token) = self.token.lock().await
            && let Some(token) = token.as_ref()
            // A token with characters that no header can have gives a 401, not a panic.
            && let Ok(mut value) = HeaderValue::from_str(&format!("Bearer {}", token.access_token))
        {
            value.set_sensitive(true);
            request.headers_mut().insert(AUTHORIZATION, value);
        }
        next.run(request, extensions).await
    }
}
