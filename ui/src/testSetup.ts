import { beforeAll } from 'vitest';

/** Files share a browser's stand-in (`isolate: false`): each begins with an empty page, nothing stored and nothing focused. */
beforeAll(() => {
  document.body.replaceChildren();
  localStorage.clear();
  sessionStorage.clear();
});
