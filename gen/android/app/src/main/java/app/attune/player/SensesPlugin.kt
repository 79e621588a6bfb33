package app.attune.player

import android.Manifest
import android.app.Activity
import app.tauri.annotation.Command
import app.tauri.annotation.InvokeArg
import app.tauri.annotation.Permission
import app.tauri.annotation.TauriPlugin
import app.tauri.plugin.Channel
import app.tauri.plugin.Invoke
import app.tauri.plugin.JSObject
import app.tauri.plugin.Plugin

/** Where to send what straps say: `StrapMessage` of attune-app. */
@InvokeArg
class StrapWatchArgs {
  lateinit var channel: Channel
}

/** Which scan or connection is meant: what comes of it carries this number. */
@InvokeArg
class StrapArgs {
  var run: Long = 0
  var address: String = ""
}

/**
 * The phone's side of the senses: the permissions that they need, which Tauri's `checkPermissions` and `requestPermissions`
 * look up and ask for, and heart-rate straps. The microphone itself is opened by the Rust code, through AAudio.
 */
@TauriPlugin(
  permissions = [
    Permission(strings = [Manifest.permission.RECORD_AUDIO], alias = "microphone"),
    Permission(
      strings = [Manifest.permission.BLUETOOTH_SCAN, Manifest.permission.BLUETOOTH_CONNECT],
      alias = "bluetooth",
    ),
  ],
)
class SensesPlugin(
  private val activity: Activity,
) : Plugin(activity) {
  private var straps: StrapClient? = null

  /** Names the channel for everything that straps say. */
  @Command
  fun watchStraps(invoke: Invoke) {
    val channel = invoke.parseArgs(StrapWatchArgs::class.java).channel
    straps?.stop()
    straps = StrapClient(activity.applicationContext) { message: JSObject -> channel.send(message) }
    invoke.resolve()
  }

  /** Listens for straps until another run begins or `stopStraps`. */
  @Command
  fun scanStraps(invoke: Invoke) {
    val args = invoke.parseArgs(StrapArgs::class.java)
    straps?.scan(args.run)
    invoke.resolve()
  }

  /** Connects to a strap and passes on what it measures, until another run begins or `stopStraps`. */
  @Command
  fun connectStrap(invoke: Invoke) {
    val args = invoke.parseArgs(StrapArgs::class.java)
    straps?.connect(args.run, args.address)
    invoke.resolve()
  }

  /** Ends what was begun last. */
  @Command
  fun stopStraps(invoke: Invoke) {
    straps?.stop()
    invoke.resolve()
  }
}
