import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const database = './packages/db/test/support/global-setup.ts'
const setupFiles = fileURLToPath(new URL('./tools/properties/seed.ts', import.meta.url))

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          setupFiles,
          include: [
            'packages/*/src/**/*.test.ts',
            'apps/api/src/**/*.test.ts',
            '{scripts,tools}/**/*.test.{ts,mjs}',
          ],
        },
      },
      {
        extends: './apps/web/vite.config.ts',
        test: {
          name: 'web',
          setupFiles,
          root: './apps/web',
          include: ['{src,vite}/**/*.test.{ts,tsx}'],
        },
      },
      {
        test: {
          name: 'api',
          setupFiles,
          include: ['{apps/api,packages/*}/test/**/*.test.ts'],
          globalSetup: database,
          // Only what hangs is stopped: a busy machine may take its time.
          testTimeout: 180_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          setupFiles,
          include: ['apps/web/e2e/**/*.test.ts'],
          globalSetup: [database, './apps/web/e2e/support/filled-demo.ts'],
          testTimeout: 120_000,
          hookTimeout: 300_000,
          // After the others, one at a time: browsers and their timeouts suffer most from a busy machine.
          sequence: { groupOrder: 1 },
          fileParallelism: false,
        },
      },
    ],
  },
})
