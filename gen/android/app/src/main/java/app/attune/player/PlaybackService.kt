package app.attune.player

import android.app.Notification
import android.app.NotificationChannel
import android.app.NotificationManager
import android.app.PendingIntent
import android.app.Service
import android.content.Context
import android.content.Intent
import android.content.pm.ServiceInfo
import android.graphics.drawable.Icon
import android.os.Build
import android.os.IBinder
import android.util.Log

/**
 * Keeps the app alive while music sounds in the background, by a notification with the media controls. It senses nothing:
 * camera and microphone are closed in the background.
 */
class PlaybackService : Service() {
  override fun onBind(intent: Intent?): IBinder? = null

  override fun onStartCommand(
    intent: Intent?,
    flags: Int,
    startId: Int,
  ): Int {
    val controls = PlaybackControls.current
    // The system wants the notification of whoever was started, even if there is nothing to show any more.
    showIn(controls)
    when {
      controls == null || controls.shown.status == PlaybackControls.STOPPED -> leave(STOP_FOREGROUND_REMOVE)
      intent?.action != null -> controls.choose(checkNotNull(intent.action))
      !controls.isPlaying -> stopForeground(STOP_FOREGROUND_DETACH)
    }
    return START_NOT_STICKY
  }

  /** Who swipes the app away wants it to end. */
  override fun onTaskRemoved(rootIntent: Intent?) {
    PlaybackControls.current?.choose(PlaybackControls.PAUSE)
    leave(STOP_FOREGROUND_REMOVE)
  }

  private fun leave(how: Int) {
    stopForeground(how)
    stopSelf()
  }

  private fun showIn(controls: PlaybackControls?) {
    val notification = notification(controls)
    if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.Q) {
      startForeground(ID, notification, ServiceInfo.FOREGROUND_SERVICE_TYPE_MEDIA_PLAYBACK)
    } else {
      startForeground(ID, notification)
    }
  }

  private fun notification(controls: PlaybackControls?): Notification {
    getSystemService(NotificationManager::class.java).createNotificationChannel(
      NotificationChannel(CHANNEL, getString(R.string.playback_channel), NotificationManager.IMPORTANCE_LOW),
    )
    val open =
      PendingIntent.getActivity(
        this,
        0,
        Intent(this, MainActivity::class.java),
        PendingIntent.FLAG_IMMUTABLE,
      )
    val builder =
      Notification
        .Builder(this, CHANNEL)
        .setSmallIcon(R.drawable.ic_notification)
        .setContentTitle(controls?.shown?.title ?: getString(R.string.app_name))
        .setContentText(controls?.shown?.artist)
        .setLargeIcon(controls?.picture)
        .setContentIntent(open)
        .setOngoing(controls?.isPlaying == true)
    controls?.let { addControls(builder, it) }
    return builder.build()
  }

  private fun addControls(
    builder: Notification.Builder,
    controls: PlaybackControls,
  ) {
    val (toggle, icon, label) =
      if (controls.isPlaying) {
        Triple(PlaybackControls.PAUSE, android.R.drawable.ic_media_pause, R.string.pause)
      } else {
        Triple(PlaybackControls.PLAY, android.R.drawable.ic_media_play, R.string.play)
      }
    builder
      .addAction(action(PlaybackControls.PREVIOUS, android.R.drawable.ic_media_previous, R.string.previous))
      .addAction(action(toggle, icon, label))
      .addAction(action(PlaybackControls.NEXT, android.R.drawable.ic_media_next, R.string.next))
      .setStyle(
        Notification
          .MediaStyle()
          .setMediaSession(controls.token)
          .setShowActionsInCompactView(0, 1, 2),
      )
  }

  private fun action(
    asked: String,
    icon: Int,
    label: Int,
  ): Notification.Action {
    val intent = Intent(this, PlaybackService::class.java).setAction(asked)
    val pending = PendingIntent.getService(this, 0, intent, PendingIntent.FLAG_IMMUTABLE)
    return Notification.Action.Builder(Icon.createWithResource(this, icon), getString(label), pending).build()
  }

  companion object {
    private const val CHANNEL = "playback"
    private const val ID = 1

    /** Whether it was started and not ended again. */
    private var isUp = false

    /** Starts, renews or ends the service as what plays asks for. */
    fun follow(
      context: Context,
      controls: PlaybackControls,
    ) {
      val intent = Intent(context, PlaybackService::class.java)
      if (controls.shown.status == PlaybackControls.STOPPED) {
        if (isUp) context.stopService(intent)
        isUp = false
        return
      }
      if (!controls.isPlaying && !isUp) return
      try {
        context.startForegroundService(intent)
        isUp = true
      } catch (refused: IllegalStateException) {
        // From the background that is not always allowed; the music ends when the system wants the memory.
        Log.w("Attune", "no playback service", refused)
      }
    }
  }
}
