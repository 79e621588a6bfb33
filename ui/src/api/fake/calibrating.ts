import type { CameraView, Modality, MoodLearning, MoodView } from '../bindings';
import { Calibration, learningAfter, NEEDS_CAMERA } from './calibration';
import { FakeOwning } from './owning';

/** The part of the fake that learns how the listener shows a mood. */
export abstract class FakeCalibrating extends FakeOwning {
  protected readonly calibration = new Calibration();
  protected learning: MoodLearning[] = learningAfter(0);

  protected abstract get camera(): CameraView;
  protected abstract get mood(): MoodView;

  async startCalibration(): Promise<void> {
    // eslint-disable-next-line @typescript-eslint/only-throw-error
    if (this.camera.state !== 'watching') throw NEEDS_CAMERA;
    this.calibration.start(this.mood.reason, (done) => {
      this.sayCalibration();
      // What corrections taught was learned from other readings of the face.
      if (done) this.learn(-Infinity);
    });
    return Promise.resolve();
  }

  async cancelCalibration(): Promise<void> {
    this.calibration.cancel();
    this.sayCalibration();
    return Promise.resolve();
  }

  async clearCalibration(): Promise<void> {
    this.calibration.clear();
    this.sayCalibration();
    return this.resetMoodLearning('face');
  }

  async resetMoodLearning(modality: Modality): Promise<void> {
    if (modality === 'face') this.learning = learningAfter(0);
    this.say({ kind: 'moodLearning', value: this.learning });
    return Promise.resolve();
  }

  /** More corrections of the face, or fewer. */
  protected learn(more: number): void {
    const before = this.learning.find(({ modality }) => modality === 'face')?.corrections ?? 0;
    this.learning = learningAfter(Math.max(0, before + more));
    this.say({ kind: 'moodLearning', value: this.learning });
  }

  protected sayCalibration(): void {
    this.say({ kind: 'calibration', value: this.calibration.view });
  }
}
