/** Something that the back button closes. */
interface Layer {
  close: () => void;
}

const layers: Layer[] = [];

/** For how many layers the page’s history has entries. */
function depth(): number {
  const state = window.history.state as { attune?: number } | null;
  return state?.attune ?? 0;
}

/** The back button was pressed, or the history was put in order. */
function follow(): void {
  while (layers.length > depth()) layers.pop()?.close();
}

/** Takes entries back whose layers were closed by other means and not followed by others. */
function settle(): void {
  const missing = layers.length - depth();
  if (missing < 0) window.history.go(missing);
}

/**
 * Lets the system’s back button close something, the last opened first. Returns what to call when it was closed by other
 * means; calling that after the back button did so does nothing.
 */
export function closeOnBack(close: () => void): () => void {
  window.addEventListener('popstate', follow);
  const layer = { close };
  layers.push(layer);
  if (depth() < layers.length) window.history.pushState({ attune: layers.length }, '');
  return () => {
    const at = layers.indexOf(layer);
    if (at < 0) return;
    layers.splice(at, 1);
    setTimeout(settle);
  };
}
