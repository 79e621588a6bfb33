import { afterEach, expect, test } from 'vitest';
import { speak } from '../i18n/locale.svelte';
import { fileKindTexts, trayTexts } from './outsideTexts';

afterEach(() => speak('en'));

test('the tray speaks the language in use', async () => {
  expect(trayTexts()).toMatchObject({ show: 'Show Attune', camera: { on: 'Camera on' } });
  await speak('de');
  expect(trayTexts()).toMatchObject({ show: 'Attune zeigen', quit: 'Beenden' });
});

test('file dialogs speak it too', async () => {
  expect(fileKindTexts()).toMatchObject({ pictures: 'Photos', backups: 'Backups' });
  await speak('de');
  expect(fileKindTexts()).toMatchObject({ tables: 'CSV-Tabellen' });
});
