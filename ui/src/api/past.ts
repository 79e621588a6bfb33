import type { HistoryReport, PastHistory } from './bindings';

/** The part of the backend for what was heard elsewhere. Histories that count are part of the taste. */
export interface PastBackend {
  /** Lets the listener choose an exported history and tells what is in it; null when they cancel. Nothing counts yet. */
  readHistory(): Promise<HistoryReport | null>;
  /** Uses the history that was read last, or drops it. */
  answerHistory(take: boolean): Promise<PastHistory | null>;
  /** Takes a history back; none of its plays count any more. */
  removeHistory(id: number): Promise<unknown>;
}
