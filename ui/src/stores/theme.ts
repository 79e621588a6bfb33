import type { Theme } from '../api/backend';

const prefersDark = () => window.matchMedia('(prefers-color-scheme: dark)');

/** Applies the theme to the document and, for `system`, follows the system; returns a function that stops it. */
export function followTheme(theme: Theme): () => void {
  const system = prefersDark();
  const apply = () => {
    const dark = theme === 'dark' || (theme === 'system' && system.matches);
    document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
  };
  apply();
  system.addEventListener('change', apply);
  return () => system.removeEventListener('change', apply);
}
