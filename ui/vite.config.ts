import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';
import { firstLoad } from './scripts/firstLoad.ts';

/** As strict as the policy of the real window, so that the tests in a browser run under it too. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  'frame-src https://open.spotify.com',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

export default defineConfig({
  // The second one, in tests only, resolves the browser build and unmounts components after each test.
  plugins: [svelte(), svelteTesting(), firstLoad(350_000)],
  clearScreen: false,
  // A test holds the guide's words against the window's.
  server: { port: 5173, strictPort: true, fs: { allow: ['.', '../docs/guide'] } },
  preview: {
    host: '127.0.0.1',
    port: 4173,
    strictPort: true,
    headers: { 'Content-Security-Policy': contentSecurityPolicy },
  },
  build: {
    outDir: 'dist',
    // WebKitGTK 2.40 is the oldest engine that opens the window.
    target: 'safari16.4',
    cssTarget: 'safari16.4',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  test: {
    include: ['{src,scripts}/**/*.test.ts'],
    environment: 'jsdom',
    restoreMocks: true,
    // Files share a browser's stand-in and what they import, which took most of the time; each leaves both as they were.
    isolate: false,
    setupFiles: ['src/testSetup.ts'],
  },
});
