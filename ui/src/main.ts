import '@fontsource-variable/inter/wght.css';
import { mount } from 'svelte';
import type { Backend } from './api/backend';
import App from './App.svelte';
import Mini from './views/player/Mini.svelte';
import { AppStore } from './stores/app.svelte';
import './styles/tokens.css';
import './styles/base.css';
import './styles/touch.css';

async function chooseBackend(): Promise<Backend> {
  if ('__TAURI_INTERNALS__' in window) return (await import('./api/tauri')).tauriBackend;
  const { FakeBackend, scenarioFrom } = await import('./api/fake');
  return new FakeBackend(scenarioFrom(window.location.search));
}

const target = document.getElementById('app');
// The main window and the mini player share one program; the address says which one this is.
const Root = new URLSearchParams(window.location.search).get('window') === 'mini' ? Mini : App;

if (target) mount(Root, { target, props: { app: new AppStore(await chooseBackend()) } });
