import react from '@vitejs/plugin-react'
import { defineConfig, type EnvironmentOptions } from 'vite'
import { catalogues } from './vite/catalogues.ts'
import { compressAssets } from './vite/compress-assets.ts'
import { preactInSurvey } from './vite/preact-in-survey.ts'
import { preloadImports } from './vite/preload-imports.ts'
import { serveOwnEntries } from './vite/serve-own-entries.ts'

const api = { target: 'http://127.0.0.1:4000', changeOrigin: false }

/** Everything that is built: three pages, and what the server draws the second of them with. */
const entries = {
  app: 'index.html',
  answer: 'answer.html',
  kiosk: 'kiosk.html',
  server: 'src/features/answer/serve-first-page.tsx',
}

/** A page that people open on slow phones. */
const surveyPage = (name: 'answer' | 'kiosk'): EnvironmentOptions => ({
  consumer: 'client',
  build: {
    emptyOutDir: false,
    copyPublicDir: false,
    modulePreload: false,
    cssCodeSplit: false,
    // Which file needs which: for the test of its size.
    manifest: `server/${name}-files.json`,
    rolldownOptions: {
      input: entries[name],
      // What several files need stands in one: together it compresses better.
      output: { codeSplitting: { groups: [{ name: 'common', minShareCount: 2 }] } },
    },
  },
})

/**
 * The app; and the survey pages, which load little: one for a device of one's own, one for a shared device, which keeps nothing. They are
 * built after each other into one folder, and what the server draws the survey page with into a folder that it does not serve.
 */
export default defineConfig({
  plugins: [
    catalogues(),
    serveOwnEntries(),
    preactInSurvey(['answer', 'kiosk', 'server']),
    preloadImports(['answer', 'kiosk']),
    react(),
    compressAssets(),
  ],
  server: { host: '127.0.0.1', proxy: { '/api': api, '/w': api, '/u': api } },
  build: {
    // Nothing is inlined as data: the policy of the server lets scripts and styles come from files only.
    assetsInlineLimit: 0,
    // For tools that ask what there is, and for the development server; each environment builds its own.
    rolldownOptions: { input: entries },
  },
  environments: {
    client: { build: { rolldownOptions: { input: entries.app } } },
    answer: surveyPage('answer'),
    kiosk: surveyPage('kiosk'),
    server: {
      consumer: 'server',
      resolve: { noExternal: true },
      build: {
        outDir: 'dist/server',
        copyPublicDir: false,
        rolldownOptions: { input: entries.server },
      },
    },
  },
  builder: {
    buildApp: async ({ build, environments: { client, server, answer, kiosk } }) => {
      for (const environment of [client, server, answer, kiosk]) if (environment) await build(environment)
    },
  },
})
