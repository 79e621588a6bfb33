//! A phone's senses. Its own code asks the listener for permissions and has the Bluetooth: `SensesPlugin` and `StrapClient` of
//! `gen/android`, which the shell calls. The microphone itself is opened as on other systems.
//!
//! Whatever straps say arrives through one channel, with the number of the scan or connection that it comes of; only the
//! latest of those is listened to.

use crate::lock::held;
use attune_core::{AppError, ErrorCode, Sense};
use attune_pulse::strap::{Found, Link, Radio, RadioError, Strap};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::error::Error;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// What a strap connects within.
const CONNECTING: Duration = Duration::from_secs(15);

/// How the shell runs a command of `SensesPlugin`, and waits for its answer.
pub type CallPlugin =
    Box<dyn Fn(&'static str, Value) -> Result<Value, Box<dyn Error + Send + Sync>> + Send + Sync>;

/// What `StrapClient` tells, and of which scan or connection.
#[derive(Debug, Deserialize)]
struct StrapMessage {
    run: u64,
    #[serde(flatten)]
    told: Told,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
enum Told {
    /// A strap is received.
    Found { address: String, name: Option<String>, signal: i16 },
    /// It is connected and will send what it measures.
    Ready { battery: Option<u8> },
    /// A message of the Heart Rate Service, undecoded.
    Measured { bytes: Vec<u8> },
    /// The scan or connection is over.
    Ended { reason: Reason },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
enum Reason {
    NoBluetooth,
    Off,
    Denied,
    NoHeartRate,
    Lost,
    Failed,
}

impl From<Reason> for RadioError {
    fn from(reason: Reason) -> Self {
        match reason {
            Reason::NoBluetooth => Self::NoBluetooth,
            Reason::Off => Self::Off,
            Reason::Denied => Self::Denied,
            Reason::NoHeartRate => Self::NoHeartRate,
            Reason::Lost => Self::Lost,
            Reason::Failed => Self::Failed("the phone's Bluetooth".into()),
        }
    }
}

/// The way to the phone's own code.
pub struct PhoneSenses {
    call: CallPlugin,
    latest: Mutex<Latest>,
}

/// The latest scan or connection, and who listens to it.
#[derive(Default)]
struct Latest {
    run: u64,
    listener: Option<Sender<Told>>,
}

impl PhoneSenses {
    /// Over the plugin's commands.
    #[must_use]
    pub fn new(call: CallPlugin) -> Arc<Self> {
        Arc::new(Self { call, latest: Mutex::default() })
    }

    /// Has what straps say sent to `channel`, which hands it to [`Self::tell`].
    pub fn watch(&self, channel: &impl Serialize) {
        if let Err(error) = (self.call)("watchStraps", json!({ "channel": channel })) {
            tracing::warn!(%error, "straps cannot be used");
        }
    }

    /// Takes a message of the plugin's channel. Fails where it is none.
    pub fn tell(&self, message: Value) -> serde_json::Result<()> {
        let StrapMessage { run, told } = serde_json::from_value(message)?;
        let latest = held(&self.latest);
        if let Some(listener) = latest.listener.as_ref().filter(|_| latest.run == run) {
            // Nobody listens any more where that fails.
            let _ = listener.send(told);
        }
        Ok(())
    }

    /// Lets the system ask the listener for what a sense needs, and waits for their answer, which
    /// [`Self::check`] gives afterwards. For a thread that may wait.
    pub(crate) fn ask(&self, sense: Sense) {
        let Some(permission) = permission(sense) else { return };
        if let Err(error) = (self.call)("requestPermissions", json!({ "permissions": [permission] })) {
            tracing::warn!(%error, permission, "the listener was not asked");
        }
    }

    /// Fails with `microphone_denied` or `bluetooth_unavailable` where the listener has not allowed what a sense needs.
    pub(crate) fn check(&self, sense: Sense) -> Result<(), AppError> {
        let Some(permission) = permission(sense) else { return Ok(()) };
        let granted =
            (self.call)("checkPermissions", Value::Null).is_ok_and(|all| all[permission] == "granted");
        match sense {
            _ if granted => Ok(()),
            Sense::Voice => Err(AppError::new(
                ErrorCode::MicrophoneDenied,
                "Attune is not allowed to use the microphone. Allow it in Android's settings, under Apps, Attune, \
                 Permissions. Meanwhile, you can set your mood by dragging the dot.",
            )),
            Sense::Pulse | Sense::CameraPulse => Err(RadioError::Denied.into()),
        }
    }

    /// The phone's Bluetooth, for straps.
    pub(crate) fn radio(self: &Arc<Self>) -> PhoneRadio {
        PhoneRadio(Arc::clone(self))
    }

    /// Begins a scan or connection in place of the last one.
    fn begin(self: &Arc<Self>, command: &'static str, address: &str) -> Result<Run, RadioError> {
        let (listener, messages) = channel();
        let number = {
            let mut latest = held(&self.latest);
            *latest = Latest { run: latest.run + 1, listener: Some(listener) };
            latest.run
        };
        let run = Run { phone: Arc::clone(self), number, messages };
        (self.call)(command, json!({ "run": number, "address": address }))
            .map_err(|error| RadioError::Failed(error.to_string()))?;
        Ok(run)
    }
}

/// The permission, by its name in the plugin, that a sense needs; the page asks for the camera by itself.
fn permission(sense: Sense) -> Option<&'static str> {
    match sense {
        Sense::Voice => Some("microphone"),
        Sense::Pulse => Some("bluetooth"),
        Sense::CameraPulse => None,
    }
}

/// A scan or connection. Dropping it ends it, unless another has begun since.
struct Run {
    phone: Arc<PhoneSenses>,
    number: u64,
    messages: Receiver<Told>,
}

impl Run {
    /// The next thing that is told; none in that time. Fails once it is over.
    fn next(&self, time: Duration) -> Result<Option<Told>, RadioError> {
        match self.messages.recv_timeout(time) {
            Ok(Told::Ended { reason }) => Err(reason.into()),
            Ok(told) => Ok(Some(told)),
            Err(RecvTimeoutError::Timeout) => Ok(None),
            Err(RecvTimeoutError::Disconnected) => Err(RadioError::Lost),
        }
    }
}

impl Drop for Run {
    fn drop(&mut self) {
        if held(&self.phone.latest).run == self.number
            && let Err(error) = (self.phone.call)("stopStraps", Value::Null)
        {
            tracing::warn!(%error, "the strap may still be connected");
        }
    }
}

/// The phone's Bluetooth.
pub(crate) struct PhoneRadio(Arc<PhoneSenses>);

impl Radio for PhoneRadio {
    fn scan(&mut self, time: Duration, enough: &dyn Fn(&[Found]) -> bool) -> Result<Vec<Found>, RadioError> {
        let run = self.0.begin("scanStraps", "")?;
        let (began, mut found) = (Instant::now(), Vec::<Found>::new());
        while !enough(&found) {
            let left = time.saturating_sub(began.elapsed());
            if left.is_zero() {
                break;
            }
            if let Some(Told::Found { address, name, signal }) = run.next(left)? {
                found.retain(|known| known.strap.address != address);
                found.push(Found { strap: Strap { address, name }, signal: Some(signal) });
                found.sort_by_key(|found| std::cmp::Reverse(found.signal));
            }
        }
        Ok(found)
    }

    fn connect(&mut self, strap: &Strap) -> Result<Box<dyn Link>, RadioError> {
        let run = self.0.begin("connectStrap", &strap.address)?;
        let began = Instant::now();
        loop {
            let left = CONNECTING.saturating_sub(began.elapsed());
            match run.next(left)? {
                Some(Told::Ready { battery }) => return Ok(Box::new(PhoneLink { run, battery })),
                Some(_) => {}
                None => return Err(RadioError::NotFound),
            }
        }
    }
}

/// A connected strap.
struct PhoneLink {
    run: Run,
    battery: Option<u8>,
}

impl Link for PhoneLink {
    fn battery(&mut self) -> Option<u8> {
        self.battery
    }

    fn next(&mut self, time: Duration) -> Result<Option<Vec<u8>>, RadioError> {
        let told = self.run.next(time)?;
        Ok(told.and_then(|told| if let Told::Measured { bytes } = told { Some(bytes) } else { None }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use attune_core::ports::{SenseEvent, SenseSource as _};
    use attune_core::{SenseMode, SenseReading, Timestamp};
    use attune_pulse::strap::StrapSource;
    use std::sync::OnceLock;

    /// A phone that answers each command with messages: `answer` gives them for a command and its run.
    struct Phone {
        senses: Arc<PhoneSenses>,
        calls: Arc<Mutex<Vec<String>>>,
    }

    fn phone(answer: fn(&str, &Value) -> Vec<Value>, permissions: Value) -> Phone {
        let calls = Arc::<Mutex<Vec<String>>>::default();
        let place = Arc::<OnceLock<Arc<PhoneSenses>>>::default();
        let (called, telling) = (Arc::clone(&calls), Arc::clone(&place));
        let call = move |command: &'static str, payload: Value| {
            called.lock().unwrap().push(command.to_owned());
            for message in answer(command, &payload) {
                telling.get().unwrap().tell(message).unwrap();
            }
            Ok(if command == "checkPermissions" { permissions.clone() } else { Value::Null })
        };
        let senses = PhoneSenses::new(Box::new(call));
        assert!(place.set(Arc::clone(&senses)).is_ok());
        Phone { senses, calls }
    }

    impl Phone {
        fn calls(&self) -> Vec<String> {
            self.calls.lock().unwrap().clone()
        }
    }

    fn found(run: &Value, address: &str, signal: i16) -> Value {
        json!({ "run": run, "kind": "found", "address": address, "name": "Chest", "signal": signal })
    }

    /// Two straps, one of which measures 72 beats and is then lost.
    fn straps(command: &str, payload: &Value) -> Vec<Value> {
        let run = &payload["run"];
        match command {
            "scanStraps" => vec![
                json!({ "run": 99, "kind": "ended", "reason": "off" }),
                found(run, "AA:01", -80),
                found(run, "AA:02", -60),
                found(run, "AA:01", -70),
            ],
            "connectStrap" => vec![
                json!({ "run": run, "kind": "ready", "battery": 80 }),
                json!({ "run": run, "kind": "measured", "bytes": [0x06, 72] }),
                json!({ "run": run, "kind": "ended", "reason": "lost" }),
            ],
            _ => Vec::new(),
        }
    }

    #[test]
    fn straps_are_found_the_strongest_first_and_the_scan_is_ended() {
        let phone = phone(straps, Value::Null);
        let scanned = phone.senses.radio().scan(Duration::from_millis(50), &|_| false).unwrap();
        let told: Vec<_> = scanned.iter().map(|f| (f.strap.address.as_str(), f.signal)).collect();
        assert_eq!(told, [("AA:02", Some(-60)), ("AA:01", Some(-70))]);
        assert_eq!(phone.calls(), ["scanStraps", "stopStraps"]);
    }

    #[test]
    fn a_strap_measures_and_is_lost_and_let_go_of() {
        let phone = phone(straps, Value::Null);
        let strap = Strap { address: "AA:02".into(), name: None };
        let mut link = phone.senses.radio().connect(&strap).unwrap();
        assert_eq!(link.battery(), Some(80));
        assert_eq!(link.next(Duration::from_secs(1)), Ok(Some(vec![0x06, 72])));
        assert_eq!(link.next(Duration::from_secs(1)), Err(RadioError::Lost));
        drop(link);
        assert_eq!(phone.calls(), ["connectStrap", "stopStraps"]);
    }

    #[test]
    fn the_session_gets_the_rate() {
        let phone = phone(straps, Value::Null);
        let mut strap =
            StrapSource::open(Box::new(phone.senses.radio()), Some("AA:02"), SenseMode::Along).unwrap();
        let event = strap.next_event(&|| Timestamp(5));
        assert!(matches!(event, SenseEvent::Battery(80)), "{event:?}");
        let event = strap.next_event(&|| Timestamp(5));
        assert!(matches!(event, SenseEvent::Reading(SenseReading::HeartRate(_), Timestamp(5))), "{event:?}");
        let event = strap.next_event(&|| Timestamp(6));
        assert!(
            matches!(&event, SenseEvent::Ended(Some(why)) if why.code == ErrorCode::StrapLost),
            "{event:?}"
        );
    }

    #[test]
    fn what_ends_a_scan_is_its_error() {
        let off = |command: &str, payload: &Value| match command {
            "scanStraps" => vec![json!({ "run": payload["run"], "kind": "ended", "reason": "off" })],
            _ => Vec::new(),
        };
        let phone = phone(off, Value::Null);
        let scanned = phone.senses.radio().scan(Duration::from_secs(5), &|_| false);
        assert_eq!(scanned, Err(RadioError::Off));
    }

    #[test]
    fn a_connection_that_a_newer_one_replaced_does_not_end_that() {
        let phone = phone(straps, Value::Null);
        let strap = Strap { address: "AA:02".into(), name: None };
        let old = phone.senses.radio().connect(&strap).unwrap();
        let mut new = phone.senses.radio().connect(&strap).unwrap();
        drop(old);
        assert_eq!(phone.calls(), ["connectStrap", "connectStrap"]);
        assert_eq!(new.next(Duration::from_secs(1)), Ok(Some(vec![0x06, 72])));
    }

    #[test]
    fn what_is_not_allowed_is_said_for_each_sense() {
        let none = |_: &str, _: &Value| Vec::new();
        let denied = phone(none, json!({ "microphone": "denied", "bluetooth": "prompt" })).senses;
        let code = |phone: &PhoneSenses, sense| phone.check(sense).map_err(|error| error.code);
        assert_eq!(code(&denied, Sense::Voice), Err(ErrorCode::MicrophoneDenied));
        assert_eq!(code(&denied, Sense::Pulse), Err(ErrorCode::BluetoothUnavailable));
        assert_eq!(code(&denied, Sense::CameraPulse), Ok(()));
        let allowed = phone(none, json!({ "microphone": "granted", "bluetooth": "granted" }));
        allowed.senses.ask(Sense::Voice);
        allowed.senses.ask(Sense::CameraPulse);
        assert_eq!(allowed.calls(), ["requestPermissions"], "the page asks for the camera");
        for sense in Sense::ALL {
            assert_eq!(code(&allowed.senses, sense), Ok(()));
        }
    }

    #[test]
    fn what_is_no_message_is_refused() {
        for text in ["{}", r#"{"run":1,"kind":"sang"}"#, r#"{"run":1,"kind":"measured","bytes":[256]}"#] {
            assert!(serde_json::from_str::<StrapMessage>(text).is_err(), "{text}");
        }
    }
}
