import type {
  AppError,
  PlaybackView,
  PlayerKind,
  PlayerState,
  PlayStatus,
  QueueEntry,
} from '../bindings';

const STOPPED: PlayerState = {
  status: 'stopped',
  track: null,
  label: null,
  positionMs: 0,
  durationMs: null,
  volume: null,
  device: null,
};

/** A silent player that keeps time. */
export class Playback {
  view: PlaybackView;
  /** What a track does at first. */
  starts: PlayStatus = 'playing';

  constructor(player: PlayerKind) {
    this.view = {
      player,
      active: false,
      state: STOPPED,
      problem: null,
      resumeMs: null,
      sleep: null,
    };
  }

  /** Switches to another player; nothing plays. */
  choose(player: PlayerKind): void {
    this.view = {
      player,
      active: false,
      state: STOPPED,
      problem: null,
      resumeMs: null,
      sleep: null,
    };
  }

  toggle(track: QueueEntry): void {
    const { active, state } = this.view;
    if (!active || state.track === null) this.start(track);
    else this.#set({ ...state, status: state.status === 'paused' ? this.starts : 'paused' });
  }

  /** Fails to play. */
  refuse(problem: AppError): void {
    this.view = { ...this.view, active: true, problem };
  }

  /** Plays a track from its start. */
  start({ id, title, artist, durationMs }: QueueEntry): void {
    const label = `${title} – ${artist}`;
    this.view = { ...this.view, active: true, problem: null };
    this.#set({ ...STOPPED, status: this.starts, track: id, label, durationMs });
  }

  seek(positionMs: number): void {
    if (this.view.active) this.#set({ ...this.view.state, positionMs });
  }

  /** Advances the time; returns true when the track is over. */
  pass(ms: number): boolean {
    const { state } = this.view;
    if (state.status !== 'playing') return false;
    const positionMs = state.positionMs + ms;
    this.#set({ ...state, positionMs });
    return positionMs >= (state.durationMs ?? Infinity);
  }

  #set(state: PlayerState): void {
    this.view = { ...this.view, state };
  }
}
