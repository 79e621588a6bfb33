import { render, screen } from '@testing-library/svelte';
import { expect, it, vi } from 'vitest';
import type { ImportReport } from '../../api/backend';
import { FakeBackend, scenarioFrom } from '../../api/fake';
import ImportReportCard from '../../components/ImportReportCard.svelte';
import { AppStore } from '../../stores/app.svelte';
import PlaylistCard from './PlaylistCard.svelte';

const context = vi.hoisted((): { app: unknown } => ({ app: null }));
vi.mock('../../stores/context', () => ({ useApp: () => context.app }));

it('lists every missing entry, also several of one line', () => {
  const missing = ['one.mp3', 'two.mp3'].map((entry) => ({ line: 1, entry }));
  render(PlaylistCard, { playlist: { name: 'Mix', tracks: [], missing }, onclose: vi.fn() });
  expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
    'Line 1 one.mp3',
    'Line 1 two.mp3',
  ]);
});

it('lists every value that an import lost, also several of one line', () => {
  context.app = new AppStore(new FakeBackend(scenarioFrom('?fake=own&still')));
  const lostValueSamples = ['valence', 'energy'].map((problem) => ({ line: 2, problem }));
  const report: ImportReport = {
    ...{ catalogue: null, tracks: 0, duplicates: 0, badRows: 0, badRowSamples: [] },
    ...{ lostValues: 2, lostValueSamples },
  };
  render(ImportReportCard, { report, onclose: vi.fn() });
  expect(screen.getAllByRole('listitem').length).toBe(2);
});
