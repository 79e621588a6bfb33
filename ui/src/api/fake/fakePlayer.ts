import type {
  ListenOn,
  OutputInfo,
  PlaybackView,
  PlayerKind,
  QueueEntry,
  Settings,
  SleepTimer,
  TrackId,
} from '../bindings';
import { Playback } from './playback';
import { FakeHistory } from './fakeHistory';

/** Levels of the scope that look like music. */
function inventedLevels(frame: number): number[] {
  return Array.from({ length: 16 }, (_, band) => {
    const beat = 0.5 + 0.5 * Math.sin(frame / 5 + band * 1.7);
    return Math.round(210 * Math.exp(-band / 11) * (0.45 + 0.55 * beat));
  });
}

/** The part of the fake that plays its queue, silently. */
export abstract class FakePlayer extends FakeHistory {
  readonly #playback = new Playback('list');
  /** How often the picture of the sound moved. */
  #looks = 0;
  /** Whether the picture of the sound stands still. */
  protected still = false;

  protected abstract get current(): QueueEntry | null;
  abstract nextTrack(): Promise<void>;
  abstract setPlayer(player: PlayerKind): Promise<void>;
  protected abstract change(change: Partial<Settings>): Promise<void>;

  protected get playing(): PlaybackView {
    return this.#playback.view;
  }

  async togglePlay(): Promise<void> {
    const { player } = this.playing;
    const problem = player === 'spotify' ? this.connectProblem : null;
    if (problem) this.#playback.refuse(problem);
    else if (this.current && player !== 'list') this.#playback.toggle(this.current);
    return this.#emitChange();
  }

  async startSoundscapes(): Promise<void> {
    await this.change({ firstStartDone: true, player: 'local' });
    return this.togglePlay();
  }

  async listenOn(_track: TrackId, service: ListenOn): Promise<void> {
    return this.change({ listenOn: service });
  }

  async listOutputs(): Promise<OutputInfo[]> {
    return Promise.resolve([
      { id: 'speakers', name: 'Speakers', default: true },
      { id: 'headphones', name: 'Headphones', default: false },
    ]);
  }

  async levels(): Promise<number[]> {
    if (!this.still) this.#looks += 1;
    return Promise.resolve(inventedLevels(this.#looks));
  }

  async previousTrack(): Promise<void> {
    return this.seek(0);
  }

  async seek(positionMs: number): Promise<void> {
    this.#playback.seek(positionMs);
    return this.#emitChange();
  }

  async seekBy(byMs: number): Promise<void> {
    return this.seek(Math.max(0, this.playing.state.positionMs + byMs));
  }

  async setSleep(timer: SleepTimer | null): Promise<void> {
    const endsAt = timer?.kind === 'minutes' ? Date.now() + timer.value * 60_000 : null;
    this.#playback.view = { ...this.playing, sleep: timer && { endsAt } };
    return this.#emitChange();
  }

  /** From now on a track that is started waits for its first bytes. */
  protected comeSlowly(): void {
    this.#playback.starts = 'loading';
  }

  protected usePlayer(player: PlayerKind): void {
    this.#playback.choose(player);
    void this.#emitChange();
  }

  /** Starts the queue's current track if something is playing. */
  protected followQueue(): void {
    if (!this.playing.active || !this.current) return;
    this.#playback.start(this.current);
    void this.#emitChange();
  }

  protected advancePlayback(ms: number): void {
    if (this.playing.state.status !== 'playing') return;
    if (this.#playback.pass(ms)) void this.nextTrack();
    else void this.#emitChange();
  }

  async #emitChange(): Promise<void> {
    this.emit({ kind: 'playback', value: this.playing });
    return Promise.resolve();
  }
}
