import '@fontsource-variable/inter/wght.css';
import { mount } from 'svelte';
import type { Backend } from './api/backend';
import App from './App.svelte';
import { lastChosen, speak } from './i18n/locale.svelte';
import Mini from './views/player/Mini.svelte';
import { AppStore } from './stores/app.svelte';
import './styles/tokens.css';
import './styles/base.css';
import './styles/touch.css';
import './styles/contrast.css';

async function chooseBackend(): Promise<Backend> {
  if ('__TAURI_INTERNALS__' in window) return (await import('./api/tauri')).tauriBackend;
  const { FakeBackend, scenarioFrom } = await import('./api/fake');
  const scenario = scenarioFrom(window.location.search);
  if (scenario.pseudo !== null) (await import('./api/fake/pseudo')).pretend(scenario.pseudo);
  return new FakeBackend(scenario);
}

const target = document.getElementById('app');
// The main window and the mini player share one program; the address says which one this is.
const Root = new URLSearchParams(window.location.search).get('window') === 'mini' ? Mini : App;

const backend = await chooseBackend();
// Nothing is shown before there are texts for it; the settings, once read, have the last word about the language.
await speak(lastChosen()).catch(() => undefined);
// Where none was chosen, a change of the system's language shows at once.
window.addEventListener('languagechange', () => void speak(lastChosen()).catch(() => undefined));
if (target) mount(Root, { target, props: { app: new AppStore(backend) } });
