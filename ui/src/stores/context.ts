import { getContext, setContext } from 'svelte';
import type { AppStore } from './app.svelte';

const KEY = Symbol('app');

/** Provides the store to all components below the calling one. */
export function provideApp(app: AppStore): void {
  setContext(KEY, app);
}

/** The store of the window. */
export function useApp(): AppStore {
  return getContext<AppStore>(KEY);
}
