import type { AppError, CalibrationView, Modality, MoodLearning, NeutralView } from '../bindings';

/** What starting says while the camera is off. */
export const NEEDS_CAMERA: AppError = {
  code: 'calibration_needs_camera',
  message: 'Attune has to see your face for this. Switch the camera on and try again.',
};

const STEPS = 25;
const STEP_MS = 200;

/** A face that rests a little sadly. */
function invented(at: number): NeutralView {
  return {
    madeAt: at,
    text: 'Your face at rest shows some sadness that is not meant. It is read as less of it now.',
    changes: [{ expression: 'sadness', lowered: 1.2 }],
  };
}

/** What corrections have taught: something about the face, nothing about the rest. */
export function startLearning(corrections: number): MoodLearning[] {
  const nothing = (modality: Modality): MoodLearning => ({
    ...{ modality, corrections: 0, bias: { valence: 0, arousal: 0 }, noise: 1 },
    text: `Nothing yet: your ${modality} is read as most people's. Correct the dot and it is learned.`,
  });
  const face: MoodLearning = {
    ...{ modality: 'face', corrections, bias: { valence: -0.14, arousal: 0 }, noise: 0.94 },
    text: `You corrected Attune ${corrections} times. Your face looks less pleasant than you feel, which is taken off.`,
  };
  return [corrections > 0 ? face : nothing('face'), nothing('voice'), nothing('pulse')];
}

/** Five invented seconds of a neutral face. */
export class Calibration {
  view: CalibrationView = { progress: null, problem: null, neutral: null };
  #timer: ReturnType<typeof setInterval> | undefined;

  start(tell: () => void): void {
    this.#stop();
    this.view = { ...this.view, progress: 0, problem: null };
    let step = 0;
    this.#timer = setInterval(() => {
      step += 1;
      if (step < STEPS) this.view = { ...this.view, progress: step / STEPS };
      else {
        this.#stop();
        this.view = { progress: null, problem: null, neutral: invented(Date.now()) };
      }
      tell();
    }, STEP_MS);
    tell();
  }

  cancel(): void {
    this.#stop();
    this.view = { ...this.view, progress: null };
  }

  clear(): void {
    this.view = { ...this.view, neutral: null };
  }

  #stop(): void {
    clearInterval(this.#timer);
  }
}
