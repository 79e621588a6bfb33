package app.attune.player

import android.content.BroadcastReceiver
import android.content.Context
import android.content.Intent
import android.content.IntentFilter
import android.graphics.Bitmap
import android.graphics.BitmapFactory
import android.media.AudioAttributes
import android.media.AudioFocusRequest
import android.media.AudioManager
import android.media.MediaMetadata
import android.media.session.MediaSession
import android.media.session.PlaybackState

/** Hears what the listener asks for, with a position in milliseconds where it has one. */
typealias Ask = (asked: String, positionMs: Long?) -> Unit

/**
 * Attune in the system's media controls. It plays nothing itself: it says what plays, holds the audio focus while music
 * sounds, and hands on what is asked for, by a headset's buttons too. Unplugging the headset is asking for a pause.
 *
 * To be used on the main thread only.
 */
class PlaybackControls private constructor(
  private val context: Context,
  private val ask: Ask,
) {
  private val session = MediaSession(context, "Attune")
  private val audio = context.getSystemService(Context.AUDIO_SERVICE) as AudioManager
  private val focus =
    AudioFocusRequest
      .Builder(AudioManager.AUDIOFOCUS_GAIN)
      .setAudioAttributes(
        AudioAttributes
          .Builder()
          .setUsage(AudioAttributes.USAGE_MEDIA)
          .setContentType(AudioAttributes.CONTENT_TYPE_MUSIC)
          .build(),
      ).setOnAudioFocusChangeListener { change -> onFocus(change) }
      .build()
  private val unplugged =
    object : BroadcastReceiver() {
      override fun onReceive(
        context: Context,
        intent: Intent,
      ) = ask(PAUSE, null)
    }
  private var hasFocus = false

  /** Whether music goes on by itself when whoever took the focus for a moment gives it back. */
  private var pausedForOthers = false
  private var coverPath: String? = null
  private var cover: Bitmap? = null

  /** What is shown. */
  var shown = ShownArgs()
    private set

  val token: MediaSession.Token get() = session.sessionToken
  val isPlaying: Boolean get() = shown.status == PLAYING || shown.status == LOADING
  val picture: Bitmap? get() = cover

  init {
    session.setCallback(
      object : MediaSession.Callback() {
        override fun onPlay() = ask(PLAY, null)

        override fun onPause() = ask(PAUSE, null)

        override fun onSkipToNext() = ask(NEXT, null)

        override fun onSkipToPrevious() = ask(PREVIOUS, null)

        override fun onStop() = ask(STOP, null)

        override fun onSeekTo(pos: Long) = ask(SEEK, pos.coerceAtLeast(0))
      },
    )
  }

  /** Shows what plays, and takes or leaves the audio focus. */
  fun show(now: ShownArgs) {
    shown = now
    if (now.cover != coverPath) {
      coverPath = now.cover
      cover = now.cover?.let { BitmapFactory.decodeFile(it) }
    }
    session.isActive = now.status != STOPPED
    session.setMetadata(metadata(now))
    session.setPlaybackState(state(now))
    if (isPlaying) takeFocus() else leaveFocus()
    PlaybackService.follow(context, this)
  }

  /** Hands on what was chosen in the notification. */
  fun choose(asked: String) = ask(asked, null)

  private fun release() {
    shown = ShownArgs()
    pausedForOthers = false
    leaveFocus()
    PlaybackService.follow(context, this)
    session.release()
  }

  private fun metadata(now: ShownArgs): MediaMetadata {
    val metadata =
      MediaMetadata
        .Builder()
        .putString(MediaMetadata.METADATA_KEY_TITLE, now.title)
        .putString(MediaMetadata.METADATA_KEY_ARTIST, now.artist)
    now.album?.let { metadata.putString(MediaMetadata.METADATA_KEY_ALBUM, it) }
    now.lengthMs?.let { metadata.putLong(MediaMetadata.METADATA_KEY_DURATION, it) }
    cover?.let { metadata.putBitmap(MediaMetadata.METADATA_KEY_ALBUM_ART, it) }
    return metadata.build()
  }

  private fun state(now: ShownArgs): PlaybackState {
    val status =
      when (now.status) {
        PLAYING -> PlaybackState.STATE_PLAYING
        LOADING -> PlaybackState.STATE_BUFFERING
        STOPPED -> PlaybackState.STATE_STOPPED
        else -> PlaybackState.STATE_PAUSED
      }
    val actions =
      PlaybackState.ACTION_PLAY or PlaybackState.ACTION_PAUSE or PlaybackState.ACTION_PLAY_PAUSE or
        PlaybackState.ACTION_SKIP_TO_NEXT or PlaybackState.ACTION_SKIP_TO_PREVIOUS or
        PlaybackState.ACTION_STOP or PlaybackState.ACTION_SEEK_TO
    return PlaybackState
      .Builder()
      .setActions(actions)
      .setState(status, now.positionMs, if (now.status == PLAYING) 1f else 0f)
      .build()
  }

  private fun takeFocus() {
    pausedForOthers = false
    if (hasFocus) return
    if (audio.requestAudioFocus(focus) != AudioManager.AUDIOFOCUS_REQUEST_GRANTED) {
      // A call is going on, for instance.
      ask(PAUSE, null)
      return
    }
    hasFocus = true
    context.registerReceiver(unplugged, IntentFilter(AudioManager.ACTION_AUDIO_BECOMING_NOISY))
  }

  /** Kept while another app has it for a moment: it is told when that is over. */
  private fun leaveFocus() {
    if (!hasFocus || pausedForOthers) return
    hasFocus = false
    context.unregisterReceiver(unplugged)
    audio.abandonAudioFocusRequest(focus)
  }

  /** The system itself makes music quieter for what is short. */
  private fun onFocus(change: Int) {
    when (change) {
      AudioManager.AUDIOFOCUS_LOSS -> {
        ask(PAUSE, null)
      }

      AudioManager.AUDIOFOCUS_LOSS_TRANSIENT -> {
        pausedForOthers = isPlaying
        if (isPlaying) ask(PAUSE, null)
      }

      AudioManager.AUDIOFOCUS_GAIN -> {
        if (pausedForOthers) ask(PLAY, null)
      }
    }
  }

  companion object {
    const val PLAYING = "playing"
    const val LOADING = "loading"
    const val STOPPED = "stopped"
    const val PLAY = "play"
    const val PAUSE = "pause"
    const val NEXT = "next"
    const val PREVIOUS = "previous"
    private const val STOP = "stop"
    private const val SEEK = "seek"

    /** The controls of this process, which its service shows too. */
    var current: PlaybackControls? = null
      private set

    /** Opens them, in place of earlier ones. */
    fun open(
      context: Context,
      ask: Ask,
    ) {
      close()
      current = PlaybackControls(context, ask)
    }

    /** Takes them away. */
    fun close() {
      current?.release()
      current = null
    }
  }
}
