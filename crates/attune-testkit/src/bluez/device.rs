//! What is on the bus: the interfaces of `BlueZ` as its documentation of D-Bus describes them, as far as a strap needs them.

#![expect(clippy::unused_self, reason = "what an interface says is asked of an object")]

use super::{ADAPTER, ADDRESS, BATTERY_LEVEL, BATTERY_SERVICE, HEART_RATE_SERVICE, MEASUREMENT, NAME, STRAP};
use std::collections::HashMap;
use zbus::fdo::Result;
use zbus::object_server::SignalEmitter;
use zbus::zvariant::{ObjectPath, OwnedObjectPath, OwnedValue};
use zbus::{ObjectServer, interface};

/// A number of Bluetooth's list as a UUID.
fn uuid(number: u16) -> String {
    format!("0000{number:04x}-0000-1000-8000-00805f9b34fb")
}

fn path(text: &'static str) -> OwnedObjectPath {
    ObjectPath::from_static_str_unchecked(text).into()
}

#[derive(Debug)]
pub(super) struct Adapter {
    pub(super) powered: bool,
    pub(super) discovering: bool,
}

#[interface(name = "org.bluez.Adapter1")]
impl Adapter {
    async fn start_discovery(
        &mut self,
        #[zbus(signal_emitter)] emitter: SignalEmitter<'_>,
        #[zbus(object_server)] server: &ObjectServer,
    ) -> Result<()> {
        self.discovering = true;
        self.discovering_changed(&emitter).await?;
        // Adding what is there already changes nothing.
        server.at(STRAP, Device { connected: false, resolved: false }).await?;
        Ok(())
    }

    async fn stop_discovery(&mut self, #[zbus(signal_emitter)] emitter: SignalEmitter<'_>) -> Result<()> {
        self.discovering = false;
        Ok(self.discovering_changed(&emitter).await?)
    }

    fn set_discovery_filter(&self, _filter: HashMap<String, OwnedValue>) {}

    #[zbus(property)]
    fn address(&self) -> &'static str {
        "00:11:22:33:44:55"
    }

    #[zbus(property)]
    fn address_type(&self) -> &'static str {
        "public"
    }

    #[zbus(property)]
    fn name(&self) -> &'static str {
        "test"
    }

    #[zbus(property)]
    fn alias(&self) -> &'static str {
        "test"
    }

    #[zbus(property)]
    fn modalias(&self) -> &'static str {
        "usb:v1D6Bp0246d0542"
    }

    #[zbus(property)]
    fn powered(&self) -> bool {
        self.powered
    }

    /// Clients switch it on before they look for devices.
    #[zbus(property)]
    fn set_powered(&mut self, powered: bool) {
        self.powered = powered;
    }

    #[zbus(property)]
    fn discovering(&self) -> bool {
        self.discovering
    }

    #[zbus(property, name = "UUIDs")]
    fn uuids(&self) -> Vec<String> {
        Vec::new()
    }
}

#[derive(Debug)]
pub(super) struct Device {
    pub(super) connected: bool,
    pub(super) resolved: bool,
}

#[interface(name = "org.bluez.Device1")]
impl Device {
    async fn connect(
        &mut self,
        #[zbus(signal_emitter)] emitter: SignalEmitter<'_>,
        #[zbus(object_server)] server: &ObjectServer,
    ) -> Result<()> {
        server.at(HEART_RATE_SERVICE, Service { number: 0x180D }).await?;
        server.at(MEASUREMENT, HeartRate { notifying: false, value: Vec::new() }).await?;
        server.at(BATTERY_SERVICE, Service { number: 0x180F }).await?;
        server.at(BATTERY_LEVEL, Battery).await?;
        self.connected = true;
        self.connected_changed(&emitter).await?;
        self.resolved = true;
        Ok(self.services_resolved_changed(&emitter).await?)
    }

    async fn disconnect(
        &mut self,
        #[zbus(signal_emitter)] emitter: SignalEmitter<'_>,
        #[zbus(object_server)] server: &ObjectServer,
    ) -> Result<()> {
        if let Ok(measurement) = server.interface::<_, HeartRate>(MEASUREMENT).await {
            measurement.get_mut().await.notifying = false;
        }
        self.connected = false;
        self.resolved = false;
        self.connected_changed(&emitter).await?;
        Ok(self.services_resolved_changed(&emitter).await?)
    }

    #[zbus(property)]
    fn address(&self) -> &'static str {
        ADDRESS
    }

    #[zbus(property)]
    fn address_type(&self) -> &'static str {
        "random"
    }

    #[zbus(property)]
    fn name(&self) -> &'static str {
        NAME
    }

    #[zbus(property)]
    fn alias(&self) -> &'static str {
        NAME
    }

    #[zbus(property)]
    fn paired(&self) -> bool {
        false
    }

    #[zbus(property)]
    fn trusted(&self) -> bool {
        false
    }

    #[zbus(property)]
    fn blocked(&self) -> bool {
        false
    }

    #[zbus(property)]
    fn legacy_pairing(&self) -> bool {
        false
    }

    #[zbus(property, name = "RSSI")]
    fn rssi(&self) -> i16 {
        -48
    }

    #[zbus(property)]
    fn connected(&self) -> bool {
        self.connected
    }

    #[zbus(property)]
    fn services_resolved(&self) -> bool {
        self.resolved
    }

    #[zbus(property, name = "UUIDs")]
    fn uuids(&self) -> Vec<String> {
        vec![uuid(0x180D), uuid(0x180F)]
    }

    #[zbus(property)]
    fn adapter(&self) -> OwnedObjectPath {
        path(ADAPTER)
    }
}

#[derive(Debug)]
pub(super) struct Service {
    number: u16,
}

#[interface(name = "org.bluez.GattService1")]
impl Service {
    #[zbus(property, name = "UUID")]
    fn uuid(&self) -> String {
        uuid(self.number)
    }

    #[zbus(property)]
    fn primary(&self) -> bool {
        true
    }

    #[zbus(property)]
    fn device(&self) -> OwnedObjectPath {
        path(STRAP)
    }
}

/// The characteristic that the strap's messages come from.
#[derive(Debug)]
pub(super) struct HeartRate {
    pub(super) notifying: bool,
    pub(super) value: Vec<u8>,
}

#[interface(name = "org.bluez.GattCharacteristic1")]
impl HeartRate {
    async fn start_notify(&mut self, #[zbus(signal_emitter)] emitter: SignalEmitter<'_>) -> Result<()> {
        self.notifying = true;
        Ok(self.notifying_changed(&emitter).await?)
    }

    async fn stop_notify(&mut self, #[zbus(signal_emitter)] emitter: SignalEmitter<'_>) -> Result<()> {
        self.notifying = false;
        Ok(self.notifying_changed(&emitter).await?)
    }

    #[zbus(property, name = "UUID")]
    fn uuid(&self) -> String {
        uuid(0x2A37)
    }

    #[zbus(property)]
    fn service(&self) -> OwnedObjectPath {
        path(HEART_RATE_SERVICE)
    }

    #[zbus(property)]
    fn flags(&self) -> Vec<String> {
        vec!["notify".into()]
    }

    #[zbus(property)]
    fn notifying(&self) -> bool {
        self.notifying
    }

    #[zbus(property)]
    pub(super) fn value(&self) -> Vec<u8> {
        self.value.clone()
    }
}

/// The characteristic that tells the battery's charge.
#[derive(Debug)]
pub(super) struct Battery;

#[interface(name = "org.bluez.GattCharacteristic1")]
impl Battery {
    fn read_value(&self, _options: HashMap<String, OwnedValue>) -> Vec<u8> {
        vec![83]
    }

    #[zbus(property, name = "UUID")]
    fn uuid(&self) -> String {
        uuid(0x2A19)
    }

    #[zbus(property)]
    fn service(&self) -> OwnedObjectPath {
        path(BATTERY_SERVICE)
    }

    #[zbus(property)]
    fn flags(&self) -> Vec<String> {
        vec!["read".into()]
    }

    #[zbus(property)]
    fn notifying(&self) -> bool {
        false
    }
}
