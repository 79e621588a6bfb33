import { afterEach, expect, test } from 'vitest';
import { speak } from '../i18n/locale.svelte';
import { trayTexts } from './trayTexts';

afterEach(() => speak('en'));

test('the tray speaks the language in use', async () => {
  expect(trayTexts()).toMatchObject({ show: 'Show Attune', camera: { on: 'Camera on' } });
  await speak('de');
  expect(trayTexts()).toMatchObject({ show: 'Attune zeigen', quit: 'Beenden' });
});
