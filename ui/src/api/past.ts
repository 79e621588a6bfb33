import type { HistoryReport, PastHistory } from './bindings';

/** The part of the backend for what was heard elsewhere. Histories that count are part of the taste. */
export interface PastBackend {
  /**
   * Lets the listener choose an exported history and tells what is in it; null when they cancel, there or by
   * `answerHistory(false)`. Events say how far it is. Nothing counts yet.
   */
  readHistory(): Promise<HistoryReport | null>;
  /** Uses the history that was read last, or drops it and stops what is being done with one. Null where it does not count. */
  answerHistory(take: boolean): Promise<PastHistory | null>;
  /** Takes a history back; none of its plays count any more. */
  removeHistory(id: number): Promise<unknown>;
}
