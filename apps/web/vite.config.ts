import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { compileCatalogues } from './vite/compile-catalogues.ts'
import { compressAssets } from './vite/compress-assets.ts'
import { preactInSurvey } from './vite/preact-in-survey.ts'
import { serveOwnEntries } from './vite/serve-own-entries.ts'

const api = { target: 'http://127.0.0.1:4000', changeOrigin: false }

/**
 * The app; and the survey pages, which people open on slow phones and which load little: one for a device of one's own, one for a
 * shared device, which keeps nothing. They are built after each other into one folder; then what the server draws the survey page
 * with, which it does not serve.
 */
export default defineConfig({
  plugins: [
    compileCatalogues(),
    serveOwnEntries(),
    preactInSurvey(['survey', 'server']),
    react(),
    compressAssets(),
  ],
  server: { host: '127.0.0.1', proxy: { '/api': api, '/w': api, '/u': api } },
  build: {
    // Nothing is inlined as data: the policy of the server lets scripts and styles come from files only.
    assetsInlineLimit: 0,
  },
  environments: {
    client: { build: { rolldownOptions: { input: { app: 'index.html' } } } },
    survey: {
      consumer: 'client',
      build: {
        emptyOutDir: false,
        copyPublicDir: false,
        rolldownOptions: { input: { answer: 'answer.html', kiosk: 'kiosk.html' } },
      },
    },
    server: {
      consumer: 'server',
      resolve: { noExternal: true },
      build: {
        outDir: 'dist/server',
        copyPublicDir: false,
        rolldownOptions: { input: { 'first-page': 'src/features/answer/serve-first-page.tsx' } },
      },
    },
  },
  builder: {
    buildApp: async ({ build, environments: { client, survey, server } }) => {
      for (const environment of [client, survey, server]) if (environment) await build(environment)
    },
  },
})
