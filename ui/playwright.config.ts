import { defineConfig } from '@playwright/test';
import { existsSync } from 'node:fs';

const PORT = Number(process.env['ATTUNE_E2E_PORT'] ?? '4173');
// Its own folder: the window's build may be under way in dist at the same time.
const OUT = `node_modules/.cache/attune-e2e-${PORT}`;

/** The same browser without windows of its own, where a page takes two fifths of the processor's time. */
const HEADLESS = '/usr/bin/chromium-headless-shell';
const BROWSER = existsSync(HEADLESS) ? HEADLESS : '/usr/bin/chromium';

export default defineConfig({
  testDir: 'e2e',
  outputDir: `test-results/${PORT}`,
  workers: 2,
  // Both workers share each file, so that none is left alone with a long one.
  fullyParallel: true,
  // On two cores that do other work too a page takes many times as long. What fails waits so long only then.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  // A second try tells a fault from a busy machine; what needed it is reported as flaky.
  retries: 1,
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list']],
  use: {
    baseURL: `http://127.0.0.1:${PORT}`,
    // One page a worker, taken back to nothing between tests: a new one takes twice as long to show the window.
    reuseContext: true,
    viewport: { width: 1120, height: 740 },
    launchOptions: {
      executablePath: process.env['CHROMIUM'] ?? BROWSER,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: `npx vite build --outDir ${OUT} --logLevel warn && npx vite preview --outDir ${OUT} --port ${PORT}`,
    port: PORT,
    timeout: 600_000,
    reuseExistingServer: false,
  },
});
