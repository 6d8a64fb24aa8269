import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { catalogues } from './vite/catalogues.ts'
import { serveOwnEntries } from './vite/serve-own-entries.ts'

const api = { target: 'http://127.0.0.1:4000', changeOrigin: false }

/**
 * Three entries: the app; the survey page, which people open on slow phones and which loads little; and the same for a shared
 * device, which keeps nothing.
 */
export default defineConfig({
  plugins: [catalogues(), serveOwnEntries(), react()],
  server: { host: '127.0.0.1', proxy: { '/api': api, '/w': api, '/u': api } },
  build: {
    // Nothing is inlined as data: the policy of the server lets scripts and styles come from files only.
    assetsInlineLimit: 0,
    rolldownOptions: { input: { app: 'index.html', answer: 'answer.html', kiosk: 'kiosk.html' } },
  },
})
