import { render, screen } from '@testing-library/svelte';
import { expect, it, vi } from 'vitest';
import type { BadRow, ImportReport } from '../../api/backend';
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
  const lostValueSamples: BadRow[] = [
    { line: 2, problem: { is: 'noNumber', column: 'valence', text: 'low' } },
    { line: 2, problem: { is: 'outOfRange', column: 'energy', text: '1.5', low: 0, high: 1 } },
  ];
  const report: ImportReport = {
    ...{ catalogue: null, tracks: 0, duplicates: 0, badRows: 0, badRowSamples: [] },
    ...{ lostValues: 5, lostValueSamples },
  };
  render(ImportReportCard, { report, onclose: vi.fn() });
  expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
    'Line 2 valence “low” is no number',
    'Line 2 energy 1.5 is not between 0 and 1',
    'and 3 more',
  ]);
});
