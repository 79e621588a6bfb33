package app.attune.player

import android.Manifest
import android.app.Activity
import android.os.Build
import android.os.Environment
import app.tauri.PermissionState
import app.tauri.annotation.Command
import app.tauri.annotation.InvokeArg
import app.tauri.annotation.Permission
import app.tauri.annotation.PermissionCallback
import app.tauri.annotation.TauriPlugin
import app.tauri.plugin.Channel
import app.tauri.plugin.Invoke
import app.tauri.plugin.JSObject
import app.tauri.plugin.Plugin

private const val MUSIC = "music"
private const val STORAGE = "storage"
private const val NOTIFICATIONS = "notifications"

/** What plays: `Shown` of attune-app. */
@InvokeArg
class ShownArgs {
  var title: String = ""
  var artist: String = ""
  var album: String? = null
  var cover: String? = null
  var lengthMs: Long? = null
  var positionMs: Long = 0
  var status: String = "stopped"
}

/** Where to send what the listener asks for: `Asked` of attune-app. */
@InvokeArg
class WatchArgs {
  lateinit var channel: Channel
}

/** The phone's side of playback: media controls, audio focus, headset, and the folder with the phone's music. */
@TauriPlugin(
  permissions = [
    Permission(strings = [Manifest.permission.READ_MEDIA_AUDIO], alias = MUSIC),
    Permission(strings = [Manifest.permission.READ_EXTERNAL_STORAGE], alias = STORAGE),
    Permission(strings = [Manifest.permission.POST_NOTIFICATIONS], alias = NOTIFICATIONS),
  ],
)
class PlaybackPlugin(
  private val activity: Activity,
) : Plugin(activity) {
  private var askedForNotifications = false

  /** Opens the controls. */
  @Command
  fun watch(invoke: Invoke) {
    val channel = invoke.parseArgs(WatchArgs::class.java).channel
    activity.runOnUiThread {
      PlaybackControls.open(activity.applicationContext) { asked, positionMs ->
        val message = JSObject().put("ask", asked)
        positionMs?.let { message.put("positionMs", it) }
        channel.send(message)
      }
      invoke.resolve()
    }
  }

  /** Shows what plays. The first time that something does, the system asks whether it may stand among the notifications. */
  @Command
  fun show(invoke: Invoke) {
    val shown = invoke.parseArgs(ShownArgs::class.java)
    activity.runOnUiThread {
      PlaybackControls.current?.show(shown)
      if (shown.status == PlaybackControls.PLAYING && mustAskForNotifications()) {
        askedForNotifications = true
        requestPermissionForAlias(NOTIFICATIONS, invoke, "notificationsAnswered")
      } else {
        invoke.resolve()
      }
    }
  }

  /** Takes the controls away. */
  @Command
  fun close(invoke: Invoke) {
    activity.runOnUiThread {
      PlaybackControls.close()
      invoke.resolve()
    }
  }

  /** Answers with the folder of the phone's music, once the listener allows to read it. */
  @Command
  fun musicFolder(invoke: Invoke) {
    if (getPermissionState(musicAlias()) == PermissionState.GRANTED) {
      musicAnswered(invoke)
    } else {
      requestPermissionForAlias(musicAlias(), invoke, "musicAnswered")
    }
  }

  @PermissionCallback
  fun musicAnswered(invoke: Invoke) {
    if (getPermissionState(musicAlias()) != PermissionState.GRANTED) {
      invoke.reject("reading music is not allowed")
      return
    }
    val folder = Environment.getExternalStoragePublicDirectory(Environment.DIRECTORY_MUSIC)
    invoke.resolve(JSObject().put("path", folder.path))
  }

  /** Without the permission music plays all the same; only the notification is missing. */
  @PermissionCallback
  fun notificationsAnswered(invoke: Invoke) {
    invoke.resolve()
  }

  private fun musicAlias() = if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.TIRAMISU) MUSIC else STORAGE

  private fun mustAskForNotifications() =
    !askedForNotifications &&
      Build.VERSION.SDK_INT >= Build.VERSION_CODES.TIRAMISU &&
      getPermissionState(NOTIFICATIONS) != PermissionState.GRANTED
}
