import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import { join } from 'node:path';
import tseslint from 'typescript-eslint';
import { withOneProgram } from './scripts/lintProgram.mjs';
import svelteConfig from './svelte.config.js';

const projects = ['./tsconfig.json', './tsconfig.node.json'];
const parser = withOneProgram(projects.map((name) => join(import.meta.dirname, name)));

export default tseslint.config(
  { ignores: ['dist', 'node_modules', 'test-results', 'playwright-report', 'src/api/bindings.ts'] },
  ...tseslint.configs.strictTypeChecked,
  {
    files: ['**/*.ts'],
    languageOptions: { parser },
  },
  ...svelte.configs.recommended,
  {
    languageOptions: {
      globals: { ...globals.browser },
      parserOptions: {
        project: projects,
        extraFileExtensions: ['.svelte'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      // Maps and sets are replaced or private here, never watched.
      'svelte/prefer-svelte-reactivity': 'off',
      'max-lines': ['error', 400],
      'no-restricted-imports': ['error', { patterns: ['@tauri-apps/*'] }],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser, svelteConfig } },
  },
  {
    // The linter does not see the types of components' props; svelte-check does.
    files: ['**/*.svelte'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    // Only this file talks to the native side.
    files: ['src/api/tauri.ts'],
    rules: { 'no-restricted-imports': 'off' },
  },
  {
    files: ['*.js', 'scripts/*.mjs'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: {
      parserOptions: { project: false },
      globals: { ...globals.node, ...globals.browser },
    },
  },
);
