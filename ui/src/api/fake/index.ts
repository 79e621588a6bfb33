import type { Backend, FileDrag } from '../backend';
import type {
  Affect,
  AppState,
  Banner,
  CameraView,
  FeedbackKind,
  HistoryEdit,
  HistoryEntry,
  ImportReport,
  LearnedPart,
  LibrarySort,
  Modality,
  MoodLearning,
  MoodView,
  Policy,
  PolicyView,
  Settings,
  TasteView,
  TrackId,
  UiEvent,
} from '../bindings';
import { Calibration, NEEDS_CAMERA, startLearning } from './calibration';
import { edited, inventedHistory } from './history';
import { correctedMood, goalOf, pathTo, seenMood, unsureMood } from './mood';
import { Music } from './music';
import { seeded } from './random';
import type { Scenario } from './scenario';
import {
  CAMERAS,
  ERRORS,
  failed,
  off,
  startBanners,
  startCamera,
  startCatalogues,
  startMood,
  startSettings,
  watching,
} from './start';

export { scenarioFrom } from './scenario';

const QUEUE_LENGTH = 12;
const TICK_MS = 1000;
const AIMS: Record<Policy, string> = {
  match: 'close to your mood',
  lift: 'on the way to brighter',
  calm: 'on the way to calmer',
  energise: 'on the way to more energy',
  hold: 'close to the mood you set',
  classic: 'close to your mood',
};
const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** A lively stand-in for the Rust side, for browsers and tests: no camera, no files, all invented. */
export class FakeBackend implements Backend {
  readonly #scenario: Scenario;
  readonly #random: () => number;
  readonly #listeners = new Set<(event: UiEvent) => void>();
  readonly #music: Music;
  #settings: Settings;
  #mood: MoodView;
  #camera: CameraView;
  #banners: Banner[];
  #history: HistoryEntry[];
  #visible = true;
  readonly #calibration = new Calibration();
  #learning: MoodLearning[];

  constructor(scenario: Scenario) {
    const { situation, seed } = scenario;
    const now = Date.now();
    this.#scenario = scenario;
    this.#random = seeded(seed);
    this.#settings = startSettings(situation);
    this.#mood = startMood(situation, now);
    this.#camera = startCamera(situation, this.#settings);
    this.#banners = startBanners(situation);
    const bare = situation === 'first' || situation === 'empty';
    this.#history = bare ? [] : inventedHistory(now, seed);
    this.#learning = startLearning(bare ? 0 : 6);
    this.#music = new Music(startCatalogues(situation, now, 40), seed);
    this.#music.refresh(this.#policy().path);
    if (!scenario.still) setInterval(() => this.#tick(), TICK_MS);
  }

  async getState(): Promise<AppState> {
    return Promise.resolve({
      version: '0.1.0',
      mood: this.#mood,
      camera: this.#camera,
      policy: this.#policy(),
      calibration: this.#calibration.view,
      moodLearning: this.#learning,
      queue: this.#music.queue,
      catalogues: this.#music.catalogues,
      settings: this.#settings,
      banners: this.#banners,
    });
  }

  async setPolicy(policy: Policy): Promise<void> {
    await this.saveSettings({ ...this.#settings, policy, policyByExpression: false });
    this.#reRank();
  }

  async setHold(hold: Affect): Promise<void> {
    await this.saveSettings({ ...this.#settings, hold });
    this.#reRank();
  }

  async correctMood(affect: Affect): Promise<void> {
    this.#setMood(correctedMood(affect, Date.now()));
    const { estimate, word, confidence } = this.#mood;
    const id = 1 + Math.max(0, ...this.#history.map((entry) => entry.id));
    const entry: HistoryEntry = {
      ...{ id, at: Date.now(), estimate, word, confidence },
      ...{ source: 'you', expression: null, note: null },
    };
    this.#setHistory([...this.#history, entry]);
    return Promise.resolve();
  }

  async undoCorrection(): Promise<void> {
    const watches = this.#camera.state === 'watching';
    const middle = { valence: 0, arousal: 0 };
    const back = seenMood({ valence: 0.4, arousal: -0.42 }, 0.2, Date.now());
    this.#setMood(watches ? back : unsureMood(middle, 'nothingYet', null));
    return Promise.resolve();
  }

  async startCalibration(): Promise<void> {
    // eslint-disable-next-line @typescript-eslint/only-throw-error
    if (this.#camera.state !== 'watching') throw NEEDS_CAMERA;
    this.#calibration.start(() => this.#sayCalibration());
    return Promise.resolve();
  }

  async cancelCalibration(): Promise<void> {
    this.#calibration.cancel();
    this.#sayCalibration();
    return Promise.resolve();
  }

  async clearCalibration(): Promise<void> {
    this.#calibration.clear();
    this.#sayCalibration();
    return this.resetMoodLearning('face');
  }

  async resetMoodLearning(modality: Modality): Promise<void> {
    const fresh = startLearning(0);
    this.#learning = this.#learning.map(
      (known) =>
        (known.modality === modality && fresh.find((l) => l.modality === modality)) || known,
    );
    this.#say({ kind: 'moodLearning', value: this.#learning });
    return Promise.resolve();
  }

  async listCameras() {
    return Promise.resolve(this.#scenario.situation === 'no-camera' ? [] : CAMERAS);
  }

  async startCamera(): Promise<void> {
    this.#setCamera({ ...off(), state: 'starting' });
    await wait(500);
    if (this.#scenario.situation === 'no-camera') {
      this.#setCamera(failed(ERRORS.cameraNone));
      // The commands reject with plain objects, too.
      // eslint-disable-next-line @typescript-eslint/only-throw-error
      throw ERRORS.cameraNone;
    }
    this.#setCamera(watching(this.#settings));
    if (this.#mood.source !== 'you') {
      this.#setMood(seenMood({ valence: 0.4, arousal: -0.42 }, 0.2, Date.now()));
    }
  }

  async pauseCamera(): Promise<void> {
    this.#setCamera(off());
    return Promise.resolve();
  }

  async lookAtPicture(): Promise<boolean> {
    await wait(200);
    this.#setMood(seenMood({ valence: 0.66, arousal: 0.24 }, 0.2, Date.now()));
    return true;
  }

  async lookAtDropped(paths: string[]): Promise<void> {
    if (paths.length > 0) await this.lookAtPicture();
  }

  async nextTrack(): Promise<void> {
    this.#music.next(this.#policy().path);
    this.#sayQueue();
    return Promise.resolve();
  }

  async sendFeedback(track: TrackId, kind: FeedbackKind): Promise<void> {
    this.#music.feedback(track, kind, this.#policy().path);
    return this.#sayTaste();
  }

  async removeTrack(track: TrackId): Promise<void> {
    this.#music.takeOut(track, this.#policy().path);
    return this.#sayTaste();
  }

  async blockArtist(track: TrackId): Promise<void> {
    this.#music.blockArtist(track, this.#policy().path);
    return this.#sayTaste();
  }

  async unblockTrack(track: TrackId): Promise<void> {
    this.#music.unblockTrack(track, this.#policy().path);
    return this.#sayTaste();
  }

  async unblockArtist(artist: string): Promise<void> {
    this.#music.unblockArtist(artist, this.#policy().path);
    return this.#sayTaste();
  }

  async placeTrack(track: TrackId, affect: Affect): Promise<void> {
    this.#music.place(track, affect, this.#policy().path);
    return this.#sayTaste();
  }

  async setUtcOffset(): Promise<void> {
    return Promise.resolve();
  }

  async getTaste(): Promise<TasteView> {
    return Promise.resolve(this.#music.taste());
  }

  async forgetLearned(part: LearnedPart): Promise<void> {
    this.#music.forget(part, this.#policy().path);
    return this.#sayTaste();
  }

  async forgetTrackMood(track: TrackId): Promise<void> {
    this.#music.forgetMood(track, this.#policy().path);
    return this.#sayTaste();
  }

  async undoFeedback(): Promise<void> {
    this.#music.undo(this.#policy().path);
    return this.#sayTaste();
  }

  async pinTrack(track: TrackId, pinned: boolean): Promise<void> {
    this.#music.pin(track, pinned, this.#policy().path);
    this.#sayQueue();
    return Promise.resolve();
  }

  async openInSpotify(): Promise<void> {
    return Promise.resolve();
  }

  async history(from: number, to: number): Promise<HistoryEntry[]> {
    return Promise.resolve(this.#history.filter(({ at }) => at >= from && at < to));
  }

  async editHistory(id: number, edit: HistoryEdit): Promise<void> {
    this.#setHistory(this.#history.map((entry) => (entry.id === id ? edited(entry, edit) : entry)));
    return Promise.resolve();
  }

  async deleteHistory(id: number): Promise<void> {
    this.#setHistory(this.#history.filter((entry) => entry.id !== id));
    return Promise.resolve();
  }

  async library(query: string, sort: LibrarySort, desc: boolean, offset: number, limit: number) {
    return Promise.resolve(this.#music.page(query, sort, desc, offset, limit));
  }

  async importCatalogue(): Promise<ImportReport | null> {
    const name = 'songs-from-last-summer.csv';
    for (let step = 1; step <= 6; step += 1) {
      await wait(150);
      this.#say({ kind: 'import', value: { name, rows: step * 220, share: step / 6 } });
    }
    const badRowSamples = [
      { line: 17, problem: 'no title' },
      { line: 402, problem: 'valence is 7.3, outside 0 to 1' },
    ];
    if (this.#scenario.situation === 'bad-file') {
      return { catalogue: null, tracks: 0, duplicates: 0, badRows: 2, badRowSamples };
    }
    const catalogue = this.#music.add(name, 1287, Date.now());
    this.#sayCatalogues();
    return { catalogue, tracks: 1287, duplicates: 31, badRows: 2, badRowSamples };
  }

  async enableCatalogue(id: string, enabled: boolean): Promise<void> {
    this.#music.enable(id, enabled);
    this.#sayCatalogues();
    if (id === 'starter') await this.saveSettings({ ...this.#settings, starter: enabled });
  }

  async removeCatalogue(id: string): Promise<void> {
    this.#music.remove(id);
    this.#sayCatalogues();
    return Promise.resolve();
  }

  async saveSettings(settings: Settings): Promise<void> {
    this.#settings = settings;
    this.#say({ kind: 'settings', value: settings });
    this.#say({ kind: 'policy', value: this.#policy() });
    return Promise.resolve();
  }

  async exportData(): Promise<string | null> {
    await wait(100);
    // eslint-disable-next-line @typescript-eslint/only-throw-error
    if (this.#scenario.situation === 'error') throw ERRORS.export;
    return 'attune-export.json';
  }

  async eraseEverything(): Promise<void> {
    this.#setHistory([]);
    this.#setCamera(off());
    this.#setMood(unsureMood({ valence: 0, arousal: 0 }, 'nothingYet', null));
    for (const { id } of this.#music.catalogues.slice(1)) this.#music.remove(id);
    this.#sayCatalogues();
    await this.saveSettings(startSettings('first'));
  }

  async dismissBanner(code: string): Promise<void> {
    this.#banners = this.#banners.filter(({ error }) => error.code !== code);
    this.#say({ kind: 'banners', value: this.#banners });
    return Promise.resolve();
  }

  async setWindowVisible(visible: boolean): Promise<void> {
    this.#visible = visible;
    return Promise.resolve();
  }

  async listen(cb: (event: UiEvent) => void) {
    this.#listeners.add(cb);
    return Promise.resolve(() => void this.#listeners.delete(cb));
  }

  async listenDrags(cb: (drag: FileDrag) => void) {
    const over = (event: DragEvent) => {
      event.preventDefault();
      cb('over');
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) cb('gone');
    };
    const drop = (event: DragEvent) => {
      event.preventDefault();
      cb({ paths: Array.from(event.dataTransfer?.files ?? [], ({ name }) => name) });
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return Promise.resolve(() => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    });
  }

  #policy(): PolicyView {
    const { hold, policyByExpression, expressionPolicies } = this.#settings;
    const expression = policyByExpression ? this.#mood.expression : null;
    const policy = expression ? expressionPolicies[expression] : this.#settings.policy;
    const goal = goalOf(policy, this.#mood.settled, hold);
    return { policy, expression, goal, path: pathTo(this.#mood.settled, goal, QUEUE_LENGTH) };
  }

  #sayCalibration(): void {
    this.#say({ kind: 'calibration', value: this.#calibration.view });
  }

  #say(event: UiEvent): void {
    if (!this.#visible) return;
    for (const listener of this.#listeners) listener(event);
  }

  async #sayTaste(): Promise<void> {
    this.#sayQueue();
    this.#say({ kind: 'taste' });
    return Promise.resolve();
  }

  #sayQueue(): void {
    this.#say({ kind: 'queue', value: this.#music.queue });
  }

  #sayCatalogues(): void {
    this.#say({ kind: 'catalogues', value: this.#music.catalogues });
    this.#reRank();
  }

  #reRank(): void {
    const policy = this.#policy();
    this.#music.aim = AIMS[policy.policy];
    this.#music.refresh(policy.path);
    this.#say({ kind: 'policy', value: policy });
    this.#sayQueue();
  }

  #setMood(mood: MoodView): void {
    this.#mood = mood;
    this.#say({ kind: 'mood', value: mood });
    this.#reRank();
  }

  #setCamera(camera: CameraView): void {
    this.#camera = camera;
    this.#say({ kind: 'camera', value: camera });
  }

  #setHistory(entries: HistoryEntry[]): void {
    this.#history = entries;
    this.#say({ kind: 'history' });
  }

  /** The face drifts a little while the camera looks. */
  #tick(): void {
    const sees = this.#camera.state === 'watching' && this.#mood.source !== 'you';
    if (!sees || this.#mood.reason !== null) return;
    const { estimate, settled } = this.#mood;
    const drift = (x: number) => Math.max(-0.9, Math.min(0.9, x + (this.#random() - 0.5) * 0.08));
    const mean = { valence: drift(estimate.valence), arousal: drift(estimate.arousal) };
    this.#mood = { ...seenMood(mean, 0.17 + this.#random() * 0.08, Date.now()), settled };
    this.#say({ kind: 'mood', value: this.#mood });
  }
}
