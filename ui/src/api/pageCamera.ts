import type { PageCameraEnd, Unlisten } from './backend';

/** The part of the backend for the camera that the page itself opens, where only the web view reaches one. */
export interface PageCameraBackend {
  /** The generation for which the page is to have its camera on; null when it is to be off. */
  pageCameraWanted(): Promise<number | null>;
  /** Hands on a JPEG as a data address; answers when the next one is wanted, false when none will be. */
  cameraFrame(generation: number, picture: string): Promise<boolean>;
  /** Says that the page's camera is off, and why. */
  pageCameraEnded(generation: number, end: PageCameraEnd): Promise<unknown>;
  /** Reports each change of {@link pageCameraWanted}. */
  listenPageCamera(cb: (generation: number | null) => void): Promise<Unlisten>;
}
