package app.attune.player

import android.annotation.SuppressLint
import android.bluetooth.BluetoothAdapter
import android.bluetooth.BluetoothDevice
import android.bluetooth.BluetoothGatt
import android.bluetooth.BluetoothGattCallback
import android.bluetooth.BluetoothGattCharacteristic
import android.bluetooth.BluetoothGattDescriptor
import android.bluetooth.BluetoothManager
import android.bluetooth.BluetoothProfile
import android.bluetooth.le.ScanCallback
import android.bluetooth.le.ScanFilter
import android.bluetooth.le.ScanResult
import android.bluetooth.le.ScanSettings
import android.content.Context
import android.os.Build
import android.os.ParcelUuid
import app.tauri.plugin.JSObject
import org.json.JSONArray
import java.util.UUID

/**
 * Heart-rate straps by Bluetooth Low Energy (the Bluetooth SIG's Heart Rate Service): finds them, connects to one at a time and
 * passes on the measurements as they come. What they mean is decoded by the Rust code.
 *
 * Nothing is asked of Bluetooth before the first scan. Why something ended: `noBluetooth`, `off`, `denied`, `noHeartRate`,
 * `lost` or `failed`.
 */
@SuppressLint("MissingPermission")
class StrapClient(
  private val context: Context,
  private val tell: (JSObject) -> Unit,
) {
  private var run = 0L
  private var adapter: BluetoothAdapter? = null
  private var scan: ScanCallback? = null
  private var gatt: BluetoothGatt? = null

  /** Listens for straps; each is told as often as it is received. */
  @Synchronized
  fun scan(number: Long) {
    stop()
    run = number
    guarded {
      val adapter = adapterThatIsOn() ?: return@guarded
      val scanner = adapter.bluetoothLeScanner ?: return@guarded end(number, "off")
      val filter = ScanFilter.Builder().setServiceUuid(ParcelUuid(HEART_RATE)).build()
      val settings = ScanSettings.Builder().setScanMode(ScanSettings.SCAN_MODE_LOW_LATENCY).build()
      val found = Found(number)
      scan = found
      scanner.startScan(listOf(filter), settings, found)
    }
  }

  /** Connects to the strap with that address. */
  @Synchronized
  fun connect(
    number: Long,
    address: String,
  ) {
    stop()
    run = number
    guarded {
      val device = adapterThatIsOn()?.getRemoteDevice(address) ?: return@guarded
      gatt = device.connectGatt(context, false, Connection(number), BluetoothDevice.TRANSPORT_LE)
    }
  }

  /** Ends the scan or the connection. */
  @Synchronized
  fun stop() {
    run = 0
    val (scanning, connected) = scan to gatt
    scan = null
    gatt = null
    try {
      scanning?.let { adapter?.bluetoothLeScanner?.stopScan(it) }
      connected?.disconnect()
      connected?.close()
    } catch (_: SecurityException) {
      // The permission was taken away, and the scan or connection with it.
    }
  }

  /** Does `body`; what the system refuses ends the run. */
  private fun guarded(body: () -> Unit) {
    try {
      body()
    } catch (_: SecurityException) {
      end(run, "denied")
    } catch (_: IllegalArgumentException) {
      // An address that is none.
      end(run, "failed")
    }
  }

  /** The phone's Bluetooth; without any, or switched off, that is said. */
  private fun adapterThatIsOn(): BluetoothAdapter? {
    // Before, listening for straps takes the permission to learn where the phone is, which Attune does not ask for.
    val isNewEnough = Build.VERSION.SDK_INT >= Build.VERSION_CODES.S
    val found = if (isNewEnough) context.getSystemService(BluetoothManager::class.java)?.adapter else null
    adapter = found
    if (found == null) {
      end(run, "noBluetooth")
    } else if (!found.isEnabled) {
      end(run, "off")
    }
    return found?.takeIf { it.isEnabled }
  }

  @Synchronized
  private fun end(
    number: Long,
    why: String,
  ) {
    if (number != run) return
    say(number, "ended") { put("reason", why) }
    stop()
  }

  @Synchronized
  private fun say(
    number: Long,
    kind: String,
    more: JSObject.() -> Unit,
  ) {
    if (number == run) tell(JSObject().put("run", number).put("kind", kind).apply(more))
  }

  private inner class Found(
    private val number: Long,
  ) : ScanCallback() {
    override fun onScanResult(
      callbackType: Int,
      result: ScanResult,
    ) = say(number, "found") {
      put("address", result.device.address)
      put("name", result.scanRecord?.deviceName)
      put("signal", result.rssi.toLong())
    }

    override fun onScanFailed(errorCode: Int) = end(number, "failed")
  }

  /** One connection: services first, then the battery where there is one, then notifications. One request at a time. */
  private inner class Connection(
    private val number: Long,
  ) : BluetoothGattCallback() {
    private var battery: Int? = null

    override fun onConnectionStateChange(
      gatt: BluetoothGatt,
      status: Int,
      newState: Int,
    ) {
      val isConnected = newState == BluetoothProfile.STATE_CONNECTED && status == BluetoothGatt.GATT_SUCCESS
      if (!isConnected || !gatt.discoverServices()) end(number, "lost")
    }

    override fun onServicesDiscovered(
      gatt: BluetoothGatt,
      status: Int,
    ) {
      val level = gatt.getService(BATTERY)?.getCharacteristic(BATTERY_LEVEL)
      if (gatt.getService(HEART_RATE)?.getCharacteristic(MEASUREMENT) == null) {
        end(number, if (status == BluetoothGatt.GATT_SUCCESS) "noHeartRate" else "lost")
      } else if (level == null || !gatt.readCharacteristic(level)) {
        subscribe(gatt)
      }
    }

    @Deprecated("called before Android 13")
    override fun onCharacteristicRead(
      gatt: BluetoothGatt,
      characteristic: BluetoothGattCharacteristic,
      status: Int,
    ) {
      @Suppress("DEPRECATION")
      if (isOld()) onBattery(gatt, characteristic.value)
    }

    override fun onCharacteristicRead(
      gatt: BluetoothGatt,
      characteristic: BluetoothGattCharacteristic,
      value: ByteArray,
      status: Int,
    ) {
      if (!isOld()) onBattery(gatt, value)
    }

    override fun onDescriptorWrite(
      gatt: BluetoothGatt,
      descriptor: BluetoothGattDescriptor,
      status: Int,
    ) {
      if (status == BluetoothGatt.GATT_SUCCESS) {
        say(number, "ready") { battery?.let { put("battery", it.toLong()) } }
      } else {
        end(number, "failed")
      }
    }

    @Deprecated("called before Android 13")
    override fun onCharacteristicChanged(
      gatt: BluetoothGatt,
      characteristic: BluetoothGattCharacteristic,
    ) {
      @Suppress("DEPRECATION")
      if (isOld()) onMeasurement(characteristic.value)
    }

    override fun onCharacteristicChanged(
      gatt: BluetoothGatt,
      characteristic: BluetoothGattCharacteristic,
      value: ByteArray,
    ) {
      if (!isOld()) onMeasurement(value)
    }

    private fun onBattery(
      gatt: BluetoothGatt,
      value: ByteArray?,
    ) {
      battery = value?.firstOrNull()?.toInt()
      subscribe(gatt)
    }

    private fun onMeasurement(value: ByteArray?) {
      val bytes = JSONArray(value?.map { it.toInt() and 0xFF }.orEmpty())
      say(number, "measured") { put("bytes", bytes) }
    }

    private fun subscribe(gatt: BluetoothGatt) {
      val measurement = gatt.getService(HEART_RATE)?.getCharacteristic(MEASUREMENT)
      val asked = measurement != null && gatt.setCharacteristicNotification(measurement, true)
      val descriptor = measurement?.getDescriptor(NOTIFICATIONS)
      if (!asked || descriptor == null || !write(gatt, descriptor)) end(number, "noHeartRate")
    }

    private fun write(
      gatt: BluetoothGatt,
      descriptor: BluetoothGattDescriptor,
    ): Boolean {
      val on = BluetoothGattDescriptor.ENABLE_NOTIFICATION_VALUE
      if (!isOld()) return gatt.writeDescriptor(descriptor, on) == 0
      @Suppress("DEPRECATION")
      descriptor.value = on
      @Suppress("DEPRECATION")
      return gatt.writeDescriptor(descriptor)
    }
  }

  private companion object {
    val HEART_RATE: UUID = assigned(0x180D)
    val MEASUREMENT: UUID = assigned(0x2A37)
    val BATTERY: UUID = assigned(0x180F)
    val BATTERY_LEVEL: UUID = assigned(0x2A19)
    val NOTIFICATIONS: UUID = assigned(0x2902)

    /** A number that the Bluetooth SIG assigned, as a UUID. */
    fun assigned(number: Int): UUID = UUID.fromString("%08x-0000-1000-8000-00805f9b34fb".format(number))

    /** Whether values still come with the characteristic that they belong to. */
    fun isOld() = Build.VERSION.SDK_INT < Build.VERSION_CODES.TIRAMISU
  }
}
