import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import type { OwnMusicView } from '../../api/backend';
import { FakeBackend, scenarioFrom } from '../../api/fake';
import { AppStore } from '../../stores/app.svelte';
import Folders from './Folders.svelte';

const context = vi.hoisted((): { app: unknown } => ({ app: null }));
vi.mock('../../stores/context', () => ({ useApp: () => context.app }));

async function shown(change: Partial<OwnMusicView> = {}) {
  const app = new AppStore(new FakeBackend(scenarioFrom('?fake=own&still')));
  context.app = app;
  const own = { ...(await app.backend.ownMusic()), ...change };
  render(Folders, { own });
  return vi.spyOn(app.backend, 'scanMusic').mockResolvedValue(null);
}

it('scans for what changed, or reads everything again', async () => {
  const scanMusic = await shown();
  await userEvent.click(screen.getByRole('button', { name: 'Rescan' }));
  expect(scanMusic).toHaveBeenLastCalledWith(false);
  await userEvent.click(screen.getByRole('button', { name: 'Read everything again' }));
  expect(scanMusic).toHaveBeenLastCalledWith(true);
});

it('says in a sentence what kinds of files were passed over', async () => {
  await shown();
  expect(screen.getByTestId('passed-over').textContent.trim()).toBe(
    '4 files are of a kind that Attune doesn’t read: 3 .wma, 1 .m4b.',
  );
});

it('says nothing of them where there are none', async () => {
  await shown({ passedOver: [] });
  expect(screen.queryByTestId('passed-over')).toBeNull();
});

it('neither scans twice nor counts while a scan is under way', async () => {
  const scan = {
    found: 9,
    toRead: 0,
    read: 0,
    unreadable: 0,
    file: null,
    share: 0,
    paused: false,
  };
  await shown({ scan });
  for (const name of ['Rescan', 'Read everything again']) {
    expect(screen.getByRole<HTMLButtonElement>('button', { name }).disabled).toBe(true);
  }
  expect(screen.queryByTestId('passed-over')).toBeNull();
});
