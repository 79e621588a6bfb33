import type { Theme } from '../api/backend';

const prefersDark = () => window.matchMedia('(prefers-color-scheme: dark)');

/** Puts the theme on the document and follows the system where the listener wants that; returns how to stop. */
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
