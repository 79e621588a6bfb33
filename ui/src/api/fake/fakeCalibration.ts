import type { CameraView, Modality, MoodLearning, MoodView } from '../bindings';
import { Calibration, learningAfter, NEEDS_CAMERA } from './calibration';
import { FakeOwnMusic } from './fakeOwnMusic';

/** The part of the fake with calibration and what was learned from corrections. */
export abstract class FakeCalibration extends FakeOwnMusic {
  protected readonly calibration = new Calibration();
  protected learning: MoodLearning[] = learningAfter(0);

  protected abstract get camera(): CameraView;
  protected abstract get mood(): MoodView;

  async startCalibration(): Promise<void> {
    // eslint-disable-next-line @typescript-eslint/only-throw-error
    if (this.camera.state !== 'on') throw NEEDS_CAMERA;
    this.calibration.start(this.mood.reason, (done) => {
      this.emitCalibration();
      // Earlier corrections were made with other readings of the face.
      if (done) this.learn(-Infinity);
    });
    return Promise.resolve();
  }

  async cancelCalibration(): Promise<void> {
    this.calibration.cancel();
    this.emitCalibration();
    return Promise.resolve();
  }

  async clearCalibration(): Promise<void> {
    this.calibration.clear();
    this.emitCalibration();
    return this.resetMoodLearning('face');
  }

  async resetMoodLearning(modality: Modality): Promise<void> {
    if (modality === 'face') this.learning = learningAfter(0);
    this.emit({ kind: 'moodLearning', value: this.learning });
    return Promise.resolve();
  }

  /** Adds corrections of the face, or removes them. */
  protected learn(more: number): void {
    const before = this.learning.find(({ modality }) => modality === 'face')?.corrections ?? 0;
    this.learning = learningAfter(Math.max(0, before + more));
    this.emit({ kind: 'moodLearning', value: this.learning });
  }

  protected emitCalibration(): void {
    this.emit({ kind: 'calibration', value: this.calibration.view });
  }
}
