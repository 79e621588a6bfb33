import type { Backend } from '../backend';
import type {
  ErrorCode,
  Affect,
  AppState,
  Banner,
  CameraView,
  CatalogueInfo,
  ImportReport,
  LibraryRow,
  LibrarySort,
  MoodView,
  PlayerKind,
  Policy,
  PolicyView,
  QueueEntry,
  Settings,
  TrackId,
  TrackSaid,
} from '../bindings';
import { catalogueRows } from './demo';
import { sorted } from './files';
import { corrected, earlierDays, inventedHistory } from './history';
import { badReport, goodReport, IMPORTED, inventedImport } from './imports';
import { AIM_CODES, correctedMood, drifted, goalFor, pathTo, seenMood, unsureMood } from './mood';
import { Music } from './music';
import { seeded, wait } from './random';
import type { Scenario } from './scenario';
import {
  CAMERAS,
  differing,
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
import { FakeBackup } from './fakeBackup';
export { scenarioFrom } from './scenario';
const [QUEUE_LENGTH, TICK_MS, RECONNECT_MS] = [12, 1000, 5000];

/** A fake backend for browsers and tests: no camera and no files; all data is invented. */
export class FakeBackend extends FakeBackup implements Backend {
  readonly #scenario: Scenario;
  readonly #random: () => number;
  readonly #music: Music;
  #settings: Settings;
  #mood: MoodView;
  #camera: CameraView;
  #banners: Banner[];

  constructor(scenario: Scenario) {
    super(scenario);
    const [{ situation, seed }, now] = [scenario, Date.now()];
    this.#scenario = scenario;
    this.#random = seeded(seed);
    this.#settings = startSettings(situation, scenario.player);
    this.usePlayer(scenario.player);
    this.still = scenario.still;
    if (scenario.loading) this.comeSlowly();
    this.#mood = startMood(scenario, now);
    this.#camera = startCamera(situation, this.#settings);
    this.#banners = startBanners(situation);
    const bare = situation === 'first' || situation === 'empty';
    this.entries = bare ? [] : [...earlierDays(now, scenario.days), ...inventedHistory(now, seed)];
    this.learn(bare ? 0 : 6);
    const catalogues = startCatalogues(situation, now, 40);
    this.#music = new Music(catalogues, catalogueRows(catalogues, scenario), bare ? 0 : 148);
    this.#music.surprise = this.#settings.surprise;
    this.#music.refresh(this.#policy().path);
    this.startOwnMusic(scenario);
    setTimeout(() => this.#reopenCamera(), RECONNECT_MS);
    if (!scenario.still) setInterval(() => this.#tick(), TICK_MS);
  }

  async getState(): Promise<AppState> {
    return Promise.resolve({
      version: '0.1.0',
      mood: this.#mood,
      camera: this.#camera,
      policy: this.#policy(),
      calibration: this.calibration.view,
      ...{ moodLearning: this.learning, senses: this.senses },
      queue: this.#music.queue,
      playback: this.playing,
      catalogues: this.#music.catalogues,
      settings: this.#settings,
      banners: this.#banners,
    });
  }

  async setPolicy(policy: Policy): Promise<void> {
    await this.change({ policy, policyByExpression: false });
  }

  async setHold(hold: Affect): Promise<void> {
    await this.change({ policy: 'hold', policyByExpression: false, hold });
  }

  async correctMood(affect: Affect): Promise<void> {
    if (this.#mood.source === 'face' && this.#mood.reason === null) this.learn(1);
    this.#setMood(correctedMood(affect, Date.now()));
    this.setEntries([...this.entries, corrected(this.#mood, this.entries, Date.now())]);
    return Promise.resolve();
  }

  async undoCorrection(): Promise<void> {
    this.learn(-1);
    const watches = this.#camera.state === 'on';
    const back = seenMood({ valence: 0.4, arousal: -0.42 }, 0.2, Date.now());
    this.#setMood(watches ? back : unsureMood({ valence: 0, arousal: 0 }, 'nothingYet', null));
    return Promise.resolve();
  }

  async listCameras() {
    return Promise.resolve(this.#scenario.situation === 'no-camera' ? [] : CAMERAS);
  }

  async startCamera(): Promise<void> {
    this.#setCamera({ ...off(), state: 'starting' });
    if (this.#scenario.situation === 'page-camera') {
      const end = await this.openPageCamera();
      if (end !== null) this.#setCamera(failed(ERRORS.cameraBusy));
      if (end !== null) return;
    } else await wait(500);
    if (this.#scenario.situation === 'no-camera') {
      this.#setCamera(failed(ERRORS.cameraNone));
      // eslint-disable-next-line @typescript-eslint/only-throw-error
      throw ERRORS.cameraNone;
    }
    this.#setCamera(watching(this.#settings));
    if (this.#mood.source !== 'you') {
      this.#setMood(seenMood({ valence: 0.4, arousal: -0.42 }, 0.2, Date.now()));
    }
  }

  async pauseCamera(): Promise<void> {
    this.closePageCamera();
    this.#setCamera(off());
    this.calibration.fail('cameraClosed');
    this.emitCalibration();
    return Promise.resolve();
  }

  async lookAtPicture(): Promise<boolean> {
    await wait(200);
    this.#setMood(seenMood({ valence: 0.66, arousal: 0.24 }, 0.2, Date.now()));
    return true;
  }

  async nextTrack(): Promise<void> {
    this.#music.next(this.#policy().path);
    this.emitQueue();
    this.followQueue();
    return Promise.resolve();
  }

  async setPlayer(player: PlayerKind): Promise<void> {
    return this.change({ player });
  }

  async setVolume(volume: number): Promise<void> {
    return this.change({ volume });
  }

  async playTracks(tracks: TrackId[]): Promise<void> {
    this.#music.playNext(tracks, this.#policy().path);
    return this.nextTrack();
  }

  async library(query: string, sort: LibrarySort, desc: boolean, offset: number, limit: number) {
    return Promise.resolve(this.#music.page(query, sort, desc, offset, limit));
  }

  async importCatalogue(kind: 'import' | 'opening' = 'import'): Promise<ImportReport | null> {
    await inventedImport((value) => this.emit({ kind, value }));
    if (this.#scenario.situation === 'bad-file') return badReport();
    const catalogue = this.#music.add(IMPORTED, 1287, Date.now());
    this.#emitCatalogues();
    return goodReport(catalogue);
  }

  async openFiles(names: string[]): Promise<void> {
    const { music, tables, playlists, pictures, folders, others } = sorted(names);
    const tracks = this.tracksIn(music);
    if (tracks.length > 0) await this.playTracks(tracks);
    if (pictures.length > 0) await this.lookAtPicture();
    const report = tables.length > 0 ? await this.importCatalogue('opening') : null;
    const playlist = playlists.length > 0 ? await this.importPlaylist() : null;
    const leftOut = others[0] === undefined ? null : { name: others[0], files: others.length };
    this.opened({ playlist, folders, report, tooMany: 0, leftOut, problem: null });
  }

  async enableCatalogue(id: string, enabled: boolean): Promise<void> {
    this.#music.enable(id, enabled);
    this.#emitCatalogues();
    if (id === 'starter') await this.change({ starter: enabled });
  }

  async removeCatalogue(id: string): Promise<void> {
    this.#music.remove(id);
    this.#emitCatalogues();
    return Promise.resolve();
  }

  async saveSettings(before: Settings, after: Settings): Promise<void> {
    return this.change(differing(before, after));
  }

  protected async change(change: Partial<Settings>): Promise<void> {
    const player = this.#settings.player;
    this.#settings = { ...this.#settings, ...change };
    if (this.#settings.player !== player) this.usePlayer(this.#settings.player);
    this.emit({ kind: 'settings', value: this.#settings });
    this.#reRank();
    return Promise.resolve();
  }

  diagnostics = () => Promise.resolve('Attune: 0.1.0\nSystem: linux x86_64\nCamera: off\n');
  openReleases = () => Promise.resolve(window.open('about:blank#releases'));

  async eraseEverything(): Promise<void> {
    this.setEntries([]);
    this.#setCamera(off());
    this.#setMood(unsureMood({ valence: 0, arousal: 0 }, 'nothingYet', null));
    for (const { id } of this.#music.catalogues.slice(1)) this.#music.remove(id);
    this.#music.forgetAll();
    this.eraseOwnMusic();
    this.statedItems = [];
    this.histories = [];
    await this.spotifySignOut();
    this.emit({ kind: 'taste' });
    this.learn(-Infinity);
    await this.clearCalibration();
    await this.change(startSettings('first'));
  }

  async dismissBanner(code: ErrorCode): Promise<void> {
    this.#banners = this.#banners.filter(({ error }) => error.code !== code);
    this.emit({ kind: 'banners', value: this.#banners });
    return Promise.resolve();
  }

  protected get music(): Music {
    return this.#music;
  }

  protected get path(): Affect[] {
    return this.#policy().path;
  }

  protected get camera(): CameraView {
    return this.#camera;
  }

  protected get mood(): MoodView {
    return this.#mood;
  }

  protected get current() {
    return this.#music.queue.current;
  }

  protected queued(): QueueEntry[] {
    return this.#music.tracks;
  }

  protected artists(): string[] {
    return [...new Set(this.#music.playable.map(({ artist }) => artist))];
  }

  protected recordReset(revert: () => void): void {
    this.#music.recordAction('statedForgotten', revert);
    this.emitQueue();
  }

  protected setSessionShelf(shelf: CatalogueInfo | null): void {
    this.#music.setSessionShelf(shelf);
    this.#emitCatalogues();
  }

  protected setOwnTracks(rows: LibraryRow[]): void {
    this.#music.setOwnTracks(rows);
    this.#emitCatalogues();
  }

  protected enabledTracks(): LibraryRow[] {
    return this.#music.playable;
  }

  protected feedbackOn(track: TrackId): TrackSaid {
    return this.#music.feedbackOn(track);
  }

  protected queueNext(tracks: TrackId[]): void {
    this.#music.playNext(tracks, this.#policy().path);
    this.emitQueue();
  }

  #policy(): PolicyView {
    const { hold, policyByExpression, expressionPolicies } = this.#settings;
    const expression = policyByExpression ? this.#mood.expression : null;
    const policy = expression ? expressionPolicies[expression] : this.#settings.policy;
    const goal = goalFor(policy, this.#mood.settled, hold);
    return { policy, expression, goal, path: pathTo(this.#mood.settled, goal, QUEUE_LENGTH) };
  }

  #emitCatalogues(): void {
    this.emit({ kind: 'catalogues', value: this.#music.catalogues });
    this.#reRank();
  }

  #reRank(): void {
    const policy = this.#policy();
    this.#music.aim = AIM_CODES[policy.policy];
    this.#music.surprise = this.#settings.surprise;
    this.#music.refresh(policy.path);
    this.emit({ kind: 'policy', value: policy });
    this.emitQueue();
  }

  #setMood(mood: MoodView): void {
    this.#mood = mood;
    this.emit({ kind: 'mood', value: mood });
    this.#reRank();
  }

  #setCamera(camera: CameraView): void {
    this.#camera = camera;
    this.emit({ kind: 'camera', value: camera });
  }

  #reopenCamera(): void {
    const reopened = this.#camera.state === 'away';
    if (reopened || this.#camera.state === 'waiting')
      this.#setCamera({ ...watching(this.#settings), reopened });
  }

  /** Lets the mood drift a little while the camera is on. */
  #tick(): void {
    this.advancePlayback(TICK_MS);
    const sees = this.#camera.state === 'on' && this.#mood.source !== 'you';
    if (!sees || this.#mood.reason !== null) return;
    this.#mood = drifted(this.#mood, this.#random, Date.now());
    this.emit({ kind: 'mood', value: this.#mood });
  }
}
