//! A bus of its own with an `org.bluez` on it that has one heart rate strap.
//!
//! The bus is a real `dbus-daemon`; programs that find it by `DBUS_SYSTEM_BUS_ADDRESS` take what is on it for the
//! system's Bluetooth. Only what a client of the strap asks for is there.

mod device;

use crate::private_bus::PrivateBus;
use device::{Adapter, Device, HeartRate};
use std::io;
use std::ops::Deref;
use std::path::Path;
use zbus::blocking::{Connection, ObjectServer, connection::Builder};

const ADAPTER: &str = "/org/bluez/hci0";
const STRAP: &str = "/org/bluez/hci0/dev_C0_FF_EE_00_00_01";
const HEART_RATE_SERVICE: &str = "/org/bluez/hci0/dev_C0_FF_EE_00_00_01/service0010";
const MEASUREMENT: &str = "/org/bluez/hci0/dev_C0_FF_EE_00_00_01/service0010/char0011";
const BATTERY_SERVICE: &str = "/org/bluez/hci0/dev_C0_FF_EE_00_00_01/service0020";
const BATTERY_LEVEL: &str = "/org/bluez/hci0/dev_C0_FF_EE_00_00_01/service0020/char0021";

/// The address of the strap.
pub const ADDRESS: &str = "C0:FF:EE:00:00:01";

/// The name of the strap.
pub const NAME: &str = "Test Strap";

/// A bus, perhaps with Bluetooth on it. Dropping it ends both.
#[derive(Debug)]
pub struct BluezBus {
    // Ends before its bus.
    bluez: Option<Connection>,
    bus: PrivateBus,
}

impl BluezBus {
    /// Whether the program for it is installed.
    #[must_use]
    pub fn is_possible() -> bool {
        PrivateBus::is_possible()
    }

    /// A bus without Bluetooth. `home` holds its configuration and its socket.
    pub fn without_bluetooth(home: &Path) -> io::Result<Self> {
        Ok(Self { bluez: None, bus: PrivateBus::start(home)? })
    }

    /// A bus with an adapter, switched on or off, and a strap that appears once it is looked for.
    pub fn with_strap(home: &Path, powered: bool) -> io::Result<Self> {
        let mut bus = Self::without_bluetooth(home)?;
        bus.bluez = Some(bus.serve(powered).map_err(io::Error::other)?);
        Ok(bus)
    }

    /// Where programs find it: the value of `DBUS_SYSTEM_BUS_ADDRESS`.
    #[must_use]
    pub fn address(&self) -> &str {
        self.bus.address()
    }

    /// Whether somebody is connected to the strap and wants its messages.
    #[must_use]
    pub fn is_listened_to(&self) -> bool {
        let Some(server) = self.server() else { return false };
        server.interface::<_, HeartRate>(MEASUREMENT).is_ok_and(|measurement| measurement.get().notifying)
    }

    /// The strap sends a message, if somebody wants it.
    pub fn send(&self, message: &[u8]) -> zbus::Result<()> {
        let Some(server) = self.server().filter(|_| self.is_listened_to()) else { return Ok(()) };
        let measurement = server.interface::<_, HeartRate>(MEASUREMENT)?;
        measurement.get_mut().value = message.to_vec();
        zbus::block_on(measurement.get().value_changed(measurement.signal_emitter()))
    }

    /// The strap is gone from one moment to the next; it can be found again.
    pub fn drop_link(&self) -> zbus::Result<()> {
        let Some(server) = self.server() else { return Ok(()) };
        if let Ok(measurement) = server.interface::<_, HeartRate>(MEASUREMENT) {
            measurement.get_mut().notifying = false;
        }
        let strap = server.interface::<_, Device>(STRAP)?;
        {
            let mut device = strap.get_mut();
            device.connected = false;
            device.resolved = false;
        }
        let device = strap.get();
        zbus::block_on(async {
            device.connected_changed(strap.signal_emitter()).await?;
            device.services_resolved_changed(strap.signal_emitter()).await
        })
    }

    fn server(&self) -> Option<impl Deref<Target = ObjectServer>> {
        self.bluez.as_ref().map(Connection::object_server)
    }

    fn serve(&self, powered: bool) -> zbus::Result<Connection> {
        Builder::address(self.address())?
            .serve_at("/", zbus::fdo::ObjectManager)?
            .serve_at(ADAPTER, Adapter { powered, discovering: false })?
            .name("org.bluez")?
            .build()
    }
}
