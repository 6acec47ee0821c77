/** Builds the web pages into `web/dist`: hashed files that may be kept for ever, and one page that leads to them. */
import { join } from 'node:path';
import { defineConfig } from 'vite';
import { themed } from './style/themed.ts';

export default defineConfig({
  root: import.meta.dirname,
  // Beside the API's own addresses, under one name that nothing else has.
  base: '/web/',
  publicDir: join(import.meta.dirname, 'public'),
  build: {
    outDir: join(import.meta.dirname, 'dist'),
    emptyOutDir: true,
    // The policy allows no data in place of a file; a picture in the style would be loaded by everyone as well.
    assetsInlineLimit: 0,
    target: 'es2022',
    manifest: true,
    modulePreload: { polyfill: false },
  },
  css: { postcss: { plugins: [themed()] } },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
});
