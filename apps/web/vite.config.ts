import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { compileCatalogues } from './vite/compile-catalogues.ts'
import { compressAssets } from './vite/compress-assets.ts'
import { preactInSurvey } from './vite/preact-in-survey.ts'
import { serveOwnEntries } from './vite/serve-own-entries.ts'

const api = { target: 'http://127.0.0.1:4000', changeOrigin: false }

/**
 * The app; and the survey pages, which people open on slow phones and which load little: one for a device of one's own, one for a
 * shared device, which keeps nothing. They are built after each other into one folder.
 */
export default defineConfig({
  plugins: [compileCatalogues(), serveOwnEntries(), preactInSurvey(['survey']), react(), compressAssets()],
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
        rolldownOptions: { input: { answer: 'answer.html', kiosk: 'kiosk.html' } },
      },
    },
  },
  builder: {
    buildApp: async ({ build, environments: { client, survey } }) => {
      for (const environment of [client, survey]) if (environment) await build(environment)
    },
  },
})
