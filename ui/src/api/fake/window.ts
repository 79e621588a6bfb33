import type { FileDrag, Unlisten } from '../backend';
import type { UiEvent } from '../bindings';
import { listenToDrags } from './drags';

/** The fake's end of the window: who listens, and whether anybody looks. */
export class FakeWindow {
  readonly #listeners = new Set<(event: UiEvent) => void>();
  #visible = true;

  async setWindowVisible(visible: boolean): Promise<void> {
    this.#visible = visible;
    return Promise.resolve();
  }

  async setUtcOffset(): Promise<void> {
    return Promise.resolve();
  }

  async listen(cb: (event: UiEvent) => void): Promise<Unlisten> {
    this.#listeners.add(cb);
    return Promise.resolve(() => void this.#listeners.delete(cb));
  }

  async listenDrags(cb: (drag: FileDrag) => void): Promise<Unlisten> {
    return Promise.resolve(listenToDrags(cb));
  }

  /** Tells of a change, unless nobody looks. */
  protected say(event: UiEvent): void {
    if (!this.#visible) return;
    for (const listener of this.#listeners) listener(event);
  }
}
