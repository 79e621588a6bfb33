import type { Sense, DeviceInfo, SenseMode } from './bindings';

/** The part of the backend for the senses beside the camera. Their state arrives as `senses` events. */
export interface SensesBackend {
  /** The microphones or straps that can be chosen; looking for straps takes some seconds. */
  listSenseDevices(sense: Sense): Promise<DeviceInfo[]>;
  /** Switches a sense on: for one answer, or until it is switched off. */
  startSense(sense: Sense, mode: SenseMode): Promise<unknown>;
  /** Switches a sense off; without one, every sense and the camera. */
  stopSensing(sense: Sense | null): Promise<unknown>;
}
