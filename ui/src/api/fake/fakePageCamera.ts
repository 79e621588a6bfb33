import type { PageCameraEnd, Unlisten } from '../backend';
import type { PageCameraBackend } from '../pageCamera';
import { FakeWindow } from './fakeWindow';
import { wait } from './random';

/** From one look to the next, in milliseconds. */
const LOOK_MS = 200;

/** What the page did with its camera, for tests to read. */
export interface PageCameraLog {
  /** The last picture, and how many there were. */
  picture: string | null;
  pictures: number;
  /** How many calls were under way at the same time, at most. */
  atOnce: number;
  ends: PageCameraEnd[];
}

declare global {
  interface Window {
    attunePageCamera?: PageCameraLog;
  }
}

/** The part of the fake that asks the page for its camera, as a phone does. */
export abstract class FakePageCamera extends FakeWindow implements PageCameraBackend {
  readonly #log: PageCameraLog = { picture: null, pictures: 0, atOnce: 0, ends: [] };
  readonly #hearers = new Set<(generation: number | null) => void>();
  #generation = 0;
  #wanted: number | null = null;
  #underWay = 0;
  #settle: ((end: PageCameraEnd | null) => void) | null = null;

  async pageCameraWanted(): Promise<number | null> {
    return Promise.resolve(this.#wanted);
  }

  async cameraFrame(generation: number, picture: string): Promise<boolean> {
    this.#underWay += 1;
    this.#log.atOnce = Math.max(this.#log.atOnce, this.#underWay);
    if (generation === this.#wanted) {
      this.#log.picture = picture;
      this.#log.pictures += 1;
      this.#settle?.(null);
    }
    await wait(LOOK_MS);
    this.#underWay -= 1;
    return generation === this.#wanted;
  }

  async pageCameraEnded(generation: number, end: PageCameraEnd): Promise<void> {
    if (generation !== this.#generation) return Promise.resolve();
    this.#log.ends.push(end);
    if (end !== 'stopped') this.#settle?.(end);
    return Promise.resolve();
  }

  async listenPageCamera(cb: (generation: number | null) => void): Promise<Unlisten> {
    this.#hearers.add(cb);
    return Promise.resolve(() => void this.#hearers.delete(cb));
  }

  /** Asks the page for its camera; resolves with its first picture (null) or why there is none. */
  protected async openPageCamera(): Promise<PageCameraEnd | null> {
    window.attunePageCamera = this.#log;
    const settled = new Promise<PageCameraEnd | null>((resolve) => (this.#settle = resolve));
    this.#want(++this.#generation);
    return settled;
  }

  /** Asks the page to close its camera. */
  protected closePageCamera(): void {
    this.#want(null);
  }

  #want(generation: number | null): void {
    this.#wanted = generation;
    for (const hear of this.#hearers) hear(generation);
  }
}
