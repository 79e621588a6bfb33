import type { OutputInfo, PlaybackView, PlayerKind, QueueEntry } from '../bindings';
import { Playback } from './playback';
import { FakeRemembering } from './remembering';

/** The part of the fake that plays its queue, without a sound. */
export abstract class FakePlaying extends FakeRemembering {
  readonly #playback = new Playback('list');

  protected abstract get current(): QueueEntry | null;
  abstract nextTrack(): Promise<void>;

  protected get playing(): PlaybackView {
    return this.#playback.view;
  }

  async togglePlay(): Promise<void> {
    const { player } = this.playing;
    const problem = player === 'spotify' ? this.connectProblem : null;
    if (problem) this.#playback.refuse(problem);
    else if (this.current && player !== 'list') this.#playback.toggle(this.current);
    return this.#tell();
  }

  async listOutputs(): Promise<OutputInfo[]> {
    return Promise.resolve([
      { id: 'speakers', name: 'Speakers', default: true },
      { id: 'headphones', name: 'Headphones', default: false },
    ]);
  }

  async previousTrack(): Promise<void> {
    return this.seek(0);
  }

  async seek(positionMs: number): Promise<void> {
    this.#playback.seek(positionMs);
    return this.#tell();
  }

  async seekBy(byMs: number): Promise<void> {
    return this.seek(Math.max(0, this.playing.state.positionMs + byMs));
  }

  protected choosePlayer(player: PlayerKind): void {
    this.#playback.choose(player);
    void this.#tell();
  }

  /** The player follows the queue to another track. */
  protected keepPlaying(): void {
    if (!this.playing.active || !this.current) return;
    this.#playback.start(this.current);
    void this.#tell();
  }

  protected passPlaying(ms: number): void {
    if (this.playing.state.status !== 'playing') return;
    if (this.#playback.pass(ms)) void this.nextTrack();
    else void this.#tell();
  }

  async #tell(): Promise<void> {
    this.say({ kind: 'playback', value: this.playing });
    return Promise.resolve();
  }
}
