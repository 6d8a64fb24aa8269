import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { compileCatalogues } from './vite/compile-catalogues.ts'
import { serveAnswerPage } from './vite/serve-answer-page.ts'

const api = { target: 'http://127.0.0.1:4000', changeOrigin: false }

/** Two entries: the app, and the survey page, which people open on slow phones and which loads little. */
export default defineConfig({
  plugins: [compileCatalogues(), serveAnswerPage(), react()],
  server: { host: '127.0.0.1', proxy: { '/api': api, '/w': api, '/u': api } },
  build: {
    // Nothing is inlined as data: the policy of the server lets scripts and styles come from files only.
    assetsInlineLimit: 0,
    rolldownOptions: { input: { app: 'index.html', answer: 'answer.html' } },
  },
})
