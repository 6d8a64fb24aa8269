import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const database = './packages/db/test/support/global-setup.ts'
// Only what hangs is stopped: a busy machine may take its time.
const testTimeout = 180_000
// The same modules are loaded once for each worker, not for each file: no test replaces a module or changes what others see.
const isolate = false
const setupFiles = fileURLToPath(new URL('./tools/properties/seed.ts', import.meta.url))

export default defineConfig({
  test: {
    maxConcurrency: 2,
    // One for each core; Vitest leaves one free, which on two cores halves the speed.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'unit',
          setupFiles,
          testTimeout,
          isolate,
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
          testTimeout,
          root: './apps/web',
          include: ['{src,vite}/**/*.test.{ts,tsx}'],
        },
      },
      {
        test: {
          name: 'api',
          setupFiles,
          isolate,
          include: ['{apps/api,packages/*}/test/**/*.test.ts'],
          globalSetup: database,
          testTimeout,
          hookTimeout: testTimeout,
        },
      },
      {
        test: {
          name: 'e2e',
          setupFiles,
          include: ['apps/web/e2e/**/*.test.ts'],
          globalSetup: [database, './apps/web/e2e/support/filled-demo.ts'],
          testTimeout,
          hookTimeout: 300_000,
          // After the others, one at a time: browsers and their timeouts suffer most from a busy machine.
          sequence: { groupOrder: 1 },
          fileParallelism: false,
        },
      },
    ],
  },
})
