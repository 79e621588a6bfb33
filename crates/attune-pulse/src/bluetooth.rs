//! Bluetooth Low Energy by btleplug: `BlueZ` on Linux, Core Bluetooth on macOS, `WinRT` on Windows.
//!
//! Nothing is asked of the system before [`Bluetooth::open`], and nothing but straps is listened for.

use crate::strap::{Found, Link, Radio, RadioError, Strap};
use btleplug::api::{
    Central, CentralEvent, CentralState, Characteristic, Manager as _, Peripheral as _, ScanFilter,
    ValueNotification, bleuuid::uuid_from_u16,
};
use btleplug::platform::{Adapter, Manager, Peripheral, PeripheralId};
use futures_util::{Stream, StreamExt};
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::runtime::{Builder, Runtime};
use uuid::Uuid;

/// The Heart Rate Service, its measurement, and the level of the Battery Service.
const HEART_RATE_SERVICE: Uuid = uuid_from_u16(0x180D);
const MEASUREMENT: Uuid = uuid_from_u16(0x2A37);
const BATTERY_LEVEL: Uuid = uuid_from_u16(0x2A19);

/// What the system answers within, or is taken not to.
const PATIENCE: Duration = Duration::from_secs(1);

/// What a strap connects within.
const CONNECTING: Duration = Duration::from_secs(15);

/// How often one looks what a scan has found.
const LOOK_EVERY: Duration = Duration::from_millis(250);

/// The first adapter of this computer.
pub struct Bluetooth {
    runtime: Arc<Runtime>,
    adapter: Adapter,
}

impl Bluetooth {
    /// Opens it. Fails with [`RadioError::NoBluetooth`] where there is none or its service does not answer.
    pub fn open() -> Result<Self, RadioError> {
        let mut builder = Builder::new_multi_thread();
        let runtime = builder.worker_threads(1).thread_name("bluetooth").enable_all().build();
        let runtime = runtime.map_err(|error| RadioError::Failed(error.to_string()))?;
        let first = async { Manager::new().await?.adapters().await };
        let adapters = runtime.block_on(async { tokio::time::timeout(PATIENCE, first).await });
        let adapters = match adapters {
            Ok(Ok(adapters)) => adapters,
            Ok(Err(btleplug::Error::PermissionDenied)) => return Err(RadioError::Denied),
            Ok(Err(_)) | Err(_) => Vec::new(),
        };
        let adapter = adapters.into_iter().next().ok_or(RadioError::NoBluetooth)?;
        Ok(Self { runtime: Arc::new(runtime), adapter })
    }
}

impl Radio for Bluetooth {
    fn scan(&mut self, time: Duration, enough: &dyn Fn(&[Found]) -> bool) -> Result<Vec<Found>, RadioError> {
        self.runtime.block_on(scan(&self.adapter, time, enough))
    }

    fn connect(&mut self, strap: &Strap) -> Result<Box<dyn Link>, RadioError> {
        let connected = self.runtime.block_on(Connected::to(&self.adapter, strap))?;
        Ok(Box::new(BluetoothLink { runtime: Arc::clone(&self.runtime), connected: Some(connected) }))
    }
}

async fn scan(
    adapter: &Adapter,
    time: Duration,
    enough: &dyn Fn(&[Found]) -> bool,
) -> Result<Vec<Found>, RadioError> {
    if soon(adapter.adapter_state()).await? == CentralState::PoweredOff {
        return Err(RadioError::Off);
    }
    soon(adapter.start_scan(ScanFilter { services: vec![HEART_RATE_SERVICE] })).await?;
    let until = Instant::now() + time;
    let found = loop {
        let found = straps(adapter).await;
        if found.as_ref().map_or(true, |found| enough(found)) || Instant::now() >= until {
            break found;
        }
        tokio::time::sleep(LOOK_EVERY).await;
    };
    // It ends by itself where this fails.
    let _ = soon(adapter.stop_scan()).await;
    found
}

/// The straps that are received or connected, the strongest first.
async fn straps(adapter: &Adapter) -> Result<Vec<Found>, RadioError> {
    let mut straps = Vec::new();
    for device in soon(adapter.peripherals()).await? {
        let Ok(Some(told)) = soon(device.properties()).await else { continue };
        let is_near = told.rssi.is_some() || soon(device.is_connected()).await.unwrap_or(false);
        if told.services.contains(&HEART_RATE_SERVICE) && is_near {
            let strap = Strap { address: address(&device), name: told.local_name };
            straps.push(Found { strap, signal: told.rssi });
        }
    }
    straps.sort_by_key(|found| std::cmp::Reverse(found.signal));
    Ok(straps)
}

/// The device's address, or the system's own name for it where that hides addresses.
fn address(device: &Peripheral) -> String {
    let address = device.address();
    if address.into_inner() == [0; 6] { device.id().to_string() } else { address.to_string() }
}

/// What is connected.
struct Connected {
    device: Peripheral,
    messages: Pin<Box<dyn Stream<Item = ValueNotification> + Send>>,
    events: Pin<Box<dyn Stream<Item = CentralEvent> + Send>>,
}

impl Connected {
    async fn to(adapter: &Adapter, strap: &Strap) -> Result<Self, RadioError> {
        let devices = soon(adapter.peripherals()).await?;
        let device = devices.into_iter().find(|d| address(d).eq_ignore_ascii_case(&strap.address));
        let device = device.ok_or(RadioError::NotFound)?;
        let events = soon(adapter.events()).await?;
        match Self::listening(&device).await {
            Ok(messages) => Ok(Self { device, messages, events }),
            Err(error) => {
                let _ = soon(device.disconnect()).await;
                Err(error)
            }
        }
    }

    /// Connects, and asks for messages.
    async fn listening(
        device: &Peripheral,
    ) -> Result<Pin<Box<dyn Stream<Item = ValueNotification> + Send>>, RadioError> {
        device.connect_with_timeout(CONNECTING).await.map_err(failed)?;
        device.discover_services_with_timeout(CONNECTING).await.map_err(failed)?;
        let measurement = characteristic(device, MEASUREMENT).ok_or(RadioError::NoHeartRate)?;
        let messages = soon(device.notifications()).await?;
        soon(device.subscribe(&measurement)).await?;
        Ok(messages)
    }

    async fn battery(&self) -> Option<u8> {
        let level = characteristic(&self.device, BATTERY_LEVEL)?;
        soon(self.device.read(&level)).await.ok()?.first().copied()
    }

    /// The next message, or none; an error once the connection has ended.
    async fn next(&mut self) -> Result<Vec<u8>, RadioError> {
        loop {
            tokio::select! {
                message = self.messages.next() => match message {
                    Some(message) if message.uuid == MEASUREMENT => return Ok(message.value),
                    Some(_) => {}
                    None => return Err(RadioError::Lost),
                },
                event = self.events.next() => {
                    if event.is_none_or(|event| is_end(&event, &self.device.id())) {
                        return Err(RadioError::Lost);
                    }
                }
            }
        }
    }
}

/// Whether an event ends the connection to a device.
fn is_end(event: &CentralEvent, device: &PeripheralId) -> bool {
    match event {
        CentralEvent::DeviceDisconnected(id) => id == device,
        CentralEvent::StateUpdate(state) => *state == CentralState::PoweredOff,
        _ => false,
    }
}

fn characteristic(device: &Peripheral, uuid: Uuid) -> Option<Characteristic> {
    device.characteristics().into_iter().find(|c| c.uuid == uuid)
}

struct BluetoothLink {
    runtime: Arc<Runtime>,
    /// None only while it is dropped.
    connected: Option<Connected>,
}

impl Link for BluetoothLink {
    fn battery(&mut self) -> Option<u8> {
        let connected = self.connected.as_ref()?;
        self.runtime.block_on(connected.battery())
    }

    fn next(&mut self, time: Duration) -> Result<Option<Vec<u8>>, RadioError> {
        let connected = self.connected.as_mut().ok_or(RadioError::Lost)?;
        let next = async { tokio::time::timeout(time, connected.next()).await };
        self.runtime.block_on(next).map_or(Ok(None), |message| message.map(Some))
    }
}

impl Drop for BluetoothLink {
    fn drop(&mut self) {
        let Some(connected) = self.connected.take() else { return };
        // The streams must go inside of the runtime as well: they unsubscribe there.
        self.runtime.block_on(async move {
            let _ = soon(connected.device.disconnect()).await;
            drop(connected);
        });
    }
}

/// What the system answers in good time.
async fn soon<T>(answer: impl Future<Output = btleplug::Result<T>>) -> Result<T, RadioError> {
    let answer = tokio::time::timeout(PATIENCE, answer).await;
    answer.map_err(|_| RadioError::Failed("it does not answer".into()))?.map_err(failed)
}

fn failed(error: btleplug::Error) -> RadioError {
    match error {
        btleplug::Error::PermissionDenied => RadioError::Denied,
        btleplug::Error::NoAdapterAvailable => RadioError::NoBluetooth,
        btleplug::Error::DeviceNotFound | btleplug::Error::TimedOut(_) => RadioError::NotFound,
        btleplug::Error::NotConnected => RadioError::Lost,
        other => RadioError::Failed(other.to_string()),
    }
}
