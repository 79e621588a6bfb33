import type {
  AppError,
  CalibrationProblem,
  CalibrationView,
  Modality,
  MoodLearning,
  NeutralView,
  NotSureReason,
} from '../bindings';

/** The error of starting while the camera is off. */
export const NEEDS_CAMERA: AppError = {
  code: 'calibration_needs_camera',
  message: 'Attune needs to see your face for this. Turn on the camera and try again.',
};

const STEPS = 25;
const STEP_MS = 200;
/** The number of steps without a clear view that ends an attempt: ten seconds, as in the core. */
const PATIENCE = 50;

/** The calibration of a face that looks downcast at rest. */
function invented(at: number): NeutralView {
  return {
    madeAt: at,
    text: 'Your face at rest shows some sadness that is not meant. It is read as less of it now.',
    changes: [{ expression: 'sadness', lowered: 1.2 }],
  };
}

const nothing = (modality: Modality): MoodLearning => ({
  ...{ modality, corrections: 0, bias: { valence: 0, arousal: 0 }, noise: 1 },
  text: `Nothing yet: your ${modality} is read as most people's. Correct the dot and it is learned.`,
});

/** What was learned about a face from that many corrections. */
function faceAfter(corrections: number): MoodLearning {
  if (corrections === 0) return nothing('face');
  return {
    ...{ modality: 'face', corrections, bias: { valence: -0.14, arousal: 0 }, noise: 0.94 },
    text: `You corrected Attune ${corrections} times. Your face looks less pleasant than you feel, which is taken off.`,
  };
}

/** What was learned from corrections: something about the face, nothing about the other modalities. */
export function learningAfter(corrections: number): MoodLearning[] {
  return [faceAfter(corrections), nothing('voice'), nothing('pulse')];
}

/** The calibration problem that matches the reason why the mood is not sure. */
function problemOf(reason: NotSureReason | null): CalibrationProblem | null {
  if (reason === null) return null;
  if (reason === 'noFace' || reason === 'severalFaces') return reason;
  return 'unclear';
}

/** Five invented seconds of a neutral face. */
export class Calibration {
  view: CalibrationView = { progress: null, problem: null, neutral: null };
  #timer: ReturnType<typeof setInterval> | undefined;

  /** Starts an attempt that fails for the reason given, if any; `tell` is called at each step with whether it is done. */
  start(reason: NotSureReason | null, tell: (done: boolean) => void): void {
    this.#stop();
    this.view = { ...this.view, progress: 0, problem: null };
    const problem = problemOf(reason);
    let step = 0;
    this.#timer = setInterval(() => {
      step += 1;
      if (problem) this.#wait(problem, step);
      else this.#look(step);
      tell(step === STEPS && !problem);
    }, STEP_MS);
    tell(false);
  }

  /** Ends an attempt with a problem; without one nothing happens. */
  fail(problem: CalibrationProblem): void {
    if (this.view.progress === null) return;
    this.#stop();
    // The real text comes from the core; the window shows its own.
    this.view = { ...this.view, progress: null, problem: { code: problem, text: problem } };
  }

  cancel(): void {
    this.#stop();
    this.view = { ...this.view, progress: null };
  }

  clear(): void {
    this.view = { ...this.view, neutral: null };
  }

  #look(step: number): void {
    if (step < STEPS) {
      this.view = { ...this.view, progress: step / STEPS };
      return;
    }
    this.#stop();
    this.view = { progress: null, problem: null, neutral: invented(Date.now()) };
  }

  #wait(problem: CalibrationProblem, step: number): void {
    if (problem === 'severalFaces' || step > PATIENCE) this.fail(problem);
  }

  #stop(): void {
    clearInterval(this.#timer);
  }
}
