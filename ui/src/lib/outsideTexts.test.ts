import { afterEach, expect, test } from 'vitest';
import { speak } from '../i18n/locale.svelte';
import { outsideTexts } from './outsideTexts';

afterEach(() => speak('en'));

test('the tray speaks the language in use', async () => {
  expect(outsideTexts().tray).toMatchObject({ show: 'Show Attune', camera: { on: 'Camera on' } });
  await speak('de');
  expect(outsideTexts().tray).toMatchObject({ show: 'Attune zeigen', quit: 'Beenden' });
});

test('file dialogs speak it too', async () => {
  expect(outsideTexts().files).toMatchObject({ pictures: 'Photos', backups: 'Backups' });
  await speak('de');
  expect(outsideTexts().files).toMatchObject({ tables: 'CSV-Tabellen' });
});

test('the desktop asks about global shortcuts in it', async () => {
  expect(outsideTexts().shortcuts).toMatchObject({ playOrPause: 'Play or pause' });
  await speak('de');
  expect(outsideTexts().shortcuts).toMatchObject({ switchCamera: 'Kamera ein- oder ausschalten' });
});
