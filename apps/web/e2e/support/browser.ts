import { type Browser, chromium } from 'playwright-core'
import type { FoundBrowser } from './found-browser.ts'
import { installedBrowser } from './installed-browser.ts'
import { shippedBrowser } from './shipped-browser.ts'

/** True when whoever runs the tests asked for it: `describe.skipIf(browserIsSkipped)`. */
export const browserIsSkipped = process.env.CHORUS_SKIP_BROWSER === '1'

if (browserIsSkipped) {
  console.warn(
    '\n*** CHORUS_SKIP_BROWSER=1: the tests in the browser are left out, the pages are NOT checked ***\n',
  )
}

/** Starts a real Chromium: BROWSER_PATH, else an installed one, else the one that came with the npm packages. */
export async function launchBrowser(): Promise<Browser> {
  const found = await findBrowser()
  return chromium.launch({
    executablePath: found.executablePath,
    args: browserArguments,
    // An empty LANG crashed the renderer at the first required radio button.
    env: { ...definedOnly(process.env), LANG: 'C.UTF-8', ...found.env },
  })
}

/** Several processes and web security stay on: without them faults in CORS and CSP would not show. */
const browserArguments = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

async function findBrowser(): Promise<FoundBrowser> {
  const chosen = process.env.BROWSER_PATH
  const found = chosen ? { executablePath: chosen } : (installedBrowser() ?? (await shippedBrowser()))
  if (found) return found
  throw new Error(
    'There is no browser for the tests: none is installed, and npm ships none for this machine. Install Chrome, ' +
      'Chromium or Edge, or set BROWSER_PATH to one. To leave these tests out on purpose, set CHORUS_SKIP_BROWSER=1.',
  )
}

function definedOnly(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  )
}
