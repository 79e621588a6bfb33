import type { PageCameraEnd, Unlisten } from '../api/backend';
import type { PageCameraBackend } from '../api/pageCamera';

/** The longer side of the pictures handed on, in pixels. */
const LONG_SIDE = 480;
const QUALITY = 0.75;
/** How long a camera that was opened to ask the listener waits for being wanted, in milliseconds. */
const KEPT_MS = 8000;

const WANTED: MediaStreamConstraints = {
  audio: false,
  video: { facingMode: 'user', width: { ideal: 640 }, height: { ideal: 480 } },
};

/** Why the system gave no camera. */
export function endOf(thrown: unknown): PageCameraEnd {
  const name = thrown instanceof DOMException ? thrown.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied';
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'missing';
  return name === 'NotReadableError' || name === 'AbortError' ? 'busy' : 'lost';
}

/** The size of a picture with this longer side at most, in whole pixels. */
export function reduced(width: number, height: number): { width: number; height: number } {
  const scale = Math.min(1, LONG_SIDE / Math.max(width, height, 1));
  const side = (length: number) => Math.max(1, Math.round(length * scale));
  return { width: side(width), height: side(height) };
}

/**
 * The page's camera: on while the backend wants it and the page can be seen, handing on one picture at a time. Pictures
 * stand upright, since the web view turns the video with the device.
 */
export class PageCamera {
  readonly #backend: PageCameraBackend;
  readonly #video = document.createElement('video');
  readonly #canvas = document.createElement('canvas');
  #generation: number | null = null;
  #stream: MediaStream | null = null;
  #kept: MediaStream | null = null;

  constructor(backend: PageCameraBackend) {
    this.#backend = backend;
    this.#video.muted = true;
    this.#video.playsInline = true;
  }

  /** Follows what the backend wants; returns a function that switches the camera off and follows no longer. */
  async open(): Promise<Unlisten> {
    const unlisten = await this.#backend.listenPageCamera((generation) => this.#want(generation));
    const hide = () => document.hidden && this.#stop('lost');
    document.addEventListener('visibilitychange', hide);
    this.#want(await this.#backend.pageCameraWanted());
    return () => {
      document.removeEventListener('visibilitychange', hide);
      unlisten();
      this.#stop('lost');
    };
  }

  /**
   * Has the system ask the listener, before the backend waits for pictures; null when the camera may be used, else why
   * not.
   */
  async ask(): Promise<PageCameraEnd | null> {
    try {
      this.#release();
      const stream = await this.#openStream();
      this.#kept = stream;
      setTimeout(() => this.#kept === stream && this.#release(), KEPT_MS);
      return null;
    } catch (thrown) {
      return endOf(thrown);
    }
  }

  async #openStream(): Promise<MediaStream> {
    // Web views without cameras have no such thing.
    const devices = navigator.mediaDevices as MediaDevices | undefined;
    if (!devices) throw new DOMException('no camera for pages', 'NotFoundError');
    return devices.getUserMedia(WANTED);
  }

  #release(): void {
    this.#kept?.getTracks().forEach((track) => track.stop());
    this.#kept = null;
  }

  #want(generation: number | null): void {
    if (generation === this.#generation) return;
    this.#stop('stopped');
    this.#generation = generation;
    if (generation !== null) void this.#run(generation);
  }

  async #run(generation: number): Promise<void> {
    try {
      if (document.hidden) throw new DOMException('out of sight', 'InvalidStateError');
      const stream = this.#kept ?? (await this.#openStream());
      this.#kept = null;
      if (this.#generation !== generation) {
        stream.getTracks().forEach((track) => track.stop());
        return;
      }
      this.#stream = stream;
      for (const track of stream.getTracks()) {
        track.addEventListener(
          'ended',
          () => this.#generation === generation && this.#stop('lost'),
        );
      }
      this.#video.srcObject = stream;
      await this.#video.play();
      while (this.#generation === generation && (await this.#push(generation)));
      if (this.#generation === generation) this.#stop('stopped');
    } catch (thrown) {
      if (this.#generation === generation) this.#stop(endOf(thrown));
    }
  }

  /** Hands on what the camera shows now; whether another picture is wanted. */
  async #push(generation: number): Promise<boolean> {
    const { width, height } = reduced(this.#video.videoWidth, this.#video.videoHeight);
    this.#canvas.width = width;
    this.#canvas.height = height;
    this.#canvas.getContext('2d')?.drawImage(this.#video, 0, 0, width, height);
    return this.#backend.cameraFrame(generation, this.#canvas.toDataURL('image/jpeg', QUALITY));
  }

  /** Closes the camera and says so. */
  #stop(end: PageCameraEnd): void {
    const generation = this.#generation;
    this.#generation = null;
    this.#stream?.getTracks().forEach((track) => track.stop());
    this.#stream = null;
    this.#video.srcObject = null;
    // Nobody is left to hear a failure: the backend notices that no pictures come.
    if (generation !== null) this.#backend.pageCameraEnded(generation, end).catch(() => undefined);
  }
}
