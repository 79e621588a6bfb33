import type { Sense, DeviceInfo, SenseMode, SenseView } from '../bindings';
import { FakeCalibration } from './fakeCalibration';
import { wait } from './random';

const DEVICES: Record<Sense, DeviceInfo[]> = {
  voice: [
    { id: 'mic-0', name: 'Built-in microphone' },
    { id: 'mic-1', name: 'Headset' },
  ],
  pulse: [{ id: 'strap-0', name: 'Chest strap' }],
  cameraPulse: [{ id: 'cam-0', name: 'Built-in camera' }],
};

function off(sense: Sense): SenseView {
  return {
    ...{ sense, state: 'off', mode: null, name: null, gap: null, tone: null },
    ...{ heartRate: null, confidence: null, progress: null, battery: null },
    ...{ reportedAt: null, error: null, reopened: false },
  };
}

/** The part of the fake with a microphone and a strap: both report soon after they are switched on. */
export abstract class FakeSenses extends FakeCalibration {
  protected senses: SenseView[] = [off('voice'), off('pulse'), off('cameraPulse')];
  readonly #runs: Record<Sense, number> = { voice: 0, pulse: 0, cameraPulse: 0 };

  abstract pauseCamera(): Promise<void>;

  async listSenseDevices(sense: Sense): Promise<DeviceInfo[]> {
    return wait(100).then(() => DEVICES[sense]);
  }

  async startSense(sense: Sense, mode: SenseMode): Promise<void> {
    const run = ++this.#runs[sense];
    this.#set({ ...off(sense), state: 'starting', mode });
    await wait(150);
    if (run !== this.#runs[sense]) return;
    const on: SenseView = {
      ...off(sense),
      state: 'on',
      mode,
      name: DEVICES[sense][0]?.name ?? null,
    };
    if (sense === 'cameraPulse') return this.#measure(on, run);
    if (sense === 'pulse') on.battery = 80;
    this.#set({ ...on, gap: sense === 'voice' ? 'noSpeech' : 'learningRest' });
    await wait(mode === 'once' ? 1500 : 600);
    if (run !== this.#runs[sense]) return;
    const reported = { ...on, reportedAt: Date.now() };
    if (sense === 'pulse') this.#set({ ...reported, gap: 'learningRest', heartRate: 68 });
    else {
      const tone = { valence: 0.2, arousal: 0.5, sd_valence: 0.5, sd_arousal: 0.3 };
      this.#set({ ...reported, tone });
      if (mode === 'once') this.#set({ ...off(sense), tone, reportedAt: reported.reportedAt });
    }
  }

  async stopSensing(sense: Sense | null): Promise<void> {
    if (sense === null) await this.pauseCamera();
    for (const stopped of sense === null ? (['voice', 'pulse', 'cameraPulse'] as const) : [sense]) {
      this.#runs[stopped] += 1;
      this.#set(off(stopped));
    }
  }

  /** Half a minute in three seconds. */
  async #measure(on: SenseView, run: number): Promise<void> {
    for (let step = 0; step <= 10; step++) {
      const found = { heartRate: 66, confidence: step / 10, reportedAt: Date.now() };
      const said = step < 5 ? { gap: 'measuring' as const } : found;
      this.#set({ ...on, ...said, progress: step / 10 });
      await wait(300);
      if (run !== this.#runs.cameraPulse) return;
      if (step === 10) this.#set({ ...off('cameraPulse'), ...found, gap: 'learningRest' });
    }
  }

  #set(view: SenseView): void {
    this.senses = this.senses.map((old) => (old.sense === view.sense ? view : old));
    this.emit({ kind: 'senses', value: this.senses });
  }
}
