import { getContext, setContext } from 'svelte';
import type { AppStore } from './app.svelte';

const KEY = Symbol('app');

/** Hands the store to everything below the calling component. */
export function provideApp(app: AppStore): void {
  setContext(KEY, app);
}

/** The store of the window. */
export function useApp(): AppStore {
  return getContext<AppStore>(KEY);
}
