import type { Policy } from '../api/backend';

/** The policies in the order they are offered. */
export const POLICIES: readonly Policy[] = ['match', 'lift', 'calm', 'energise', 'hold', 'classic'];
