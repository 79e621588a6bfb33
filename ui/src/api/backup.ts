import type { BackupAnswer, BackupReport, Exported } from './bindings';

/** The part of the backend that writes what is kept to files, and restores it. */
export interface BackupBackend {
  /** The path written to; null when the listener cancels. */
  exportData(what: Exported): Promise<string | null>;
  /** Lets the listener choose an exported file and tells what it holds; null when they cancel. Nothing changes yet. */
  readBackup(): Promise<BackupReport | null>;
  /**
   * Restores the file that was read last, drops it, or takes the last restore back. Gives where what was here before is kept,
   * if anything was restored.
   */
  answerBackup(answer: BackupAnswer): Promise<string | null>;
}
