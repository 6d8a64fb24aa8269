import { cpus, loadavg } from 'node:os'
import type { Browser, CDPSession, Page } from 'playwright-core'
import { launchBrowser } from './support/browser.ts'
import { startChorus } from './support/running-chorus.ts'

/** `pnpm bench answer-page`: how soon the survey page can be used on an old phone in a bad network, and what it loads. */
const slowPhone = { kilobitsPerSecond: 400, latency: 400, cpuSlowdown: 6 }
const rounds = 5
const limits = { firstControl: 1500 }

/** Milliseconds since the navigation began, and bytes on the wire. */
type Visit = {
  firstControl: number
  firstAnswer: number
  takenOver: number
  bytes: Record<'html' | 'css' | 'js' | 'data', number>
}

const chorus = await startChorus()
const browser = await launchBrowser()
try {
  const visits: Visit[] = []
  for (let round = 0; round < rounds; round++) visits.push(await visit(browser))
  const { kilobitsPerSecond, latency, cpuSlowdown } = slowPhone
  console.log(
    `answer page on ${kilobitsPerSecond} kbit/s, ${latency} ms, CPU ${cpuSlowdown} times slower; medians of ${rounds}`,
  )
  console.log(
    `  this machine: ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}; a busy one is slower still`,
  )
  const first = median(visits.map(({ firstControl }) => firstControl))
  const verdict = first <= limits.firstControl ? 'kept' : 'BROKEN'
  console.log(`  first control usable   ${first.toFixed(0)} ms, limit ${limits.firstControl} ms: ${verdict}`)
  console.log(`  first statement answered by a robot that looks every frame   ${show(visits, 'firstAnswer')}`)
  console.log(`  the script has taken over   ${show(visits, 'takenOver')}`)
  for (const kind of ['html', 'css', 'js', 'data'] as const)
    console.log(
      `  ${kind.padEnd(4)} ${(median(visits.map(({ bytes }) => bytes[kind])) / 1000).toFixed(1)} kB on the wire`,
    )
} finally {
  await browser.close()
  await chorus.stop()
}

/** A first visit with an empty cache, signed in. */
async function visit(browser: Browser): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 360, height: 640 }, locale: 'en-GB' })
  const page = await context.newPage()
  await page.goto(chorus.links.employee)
  await page.waitForURL(`${chorus.address}/`)
  const answer = (await page.locator('a[href^="/answer/"]').getAttribute('href')) ?? ''
  const wire = await context.newCDPSession(page)
  await slowDown(wire)
  const bytes = countBytes(wire)
  // The loader that runs this file wraps functions in a helper that no page has.
  await page.addInitScript(`{ const __name = (named) => named; (${robot})() }`)
  await page.goto(`${chorus.address}${answer}`, { waitUntil: 'commit' })
  await page.locator('.frame:not([data-native]) .statement.is-current').waitFor({ timeout: 60_000 })
  await page.waitForLoadState('networkidle')
  const seen = await marksOf(page)
  await context.close()
  return { ...seen, bytes }
}

async function slowDown(wire: CDPSession): Promise<void> {
  const bytesPerSecond = (slowPhone.kilobitsPerSecond * 1000) / 8
  await wire.send('Network.enable')
  await wire.send('Network.setCacheDisabled', { cacheDisabled: true })
  await wire.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: slowPhone.latency,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  })
  await wire.send('Emulation.setCPUThrottlingRate', { rate: slowPhone.cpuSlowdown })
}

function countBytes(wire: CDPSession): Visit['bytes'] {
  const bytes = { html: 0, css: 0, js: 0, data: 0 }
  const kinds = new Map<string, keyof typeof bytes>()
  wire.on('Network.responseReceived', ({ requestId, type }) => {
    kinds.set(
      requestId,
      type === 'Document' ? 'html' : type === 'Stylesheet' ? 'css' : type === 'Script' ? 'js' : 'data',
    )
  })
  wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    bytes[kinds.get(requestId) ?? 'data'] += encodedDataLength
  })
  return bytes
}

/** Runs in the page: presses Begin and an answer as soon as they are painted where a thumb could reach them. */
function robot(): void {
  const look = () => {
    const begin = document.querySelector<HTMLElement>('.frame-foot .button-main')
    if (begin && isPainted(begin)) {
      performance.mark('first-control')
      begin.click()
      requestAnimationFrame(answer)
    } else requestAnimationFrame(look)
  }
  const answer = () => {
    const option = document.querySelector<HTMLInputElement>(':target input, .is-current input')
    if (option && isPainted(option)) {
      option.click()
      if (option.checked) performance.mark('first-answer')
    } else requestAnimationFrame(answer)
  }
  const takenOver = () => {
    if (document.querySelector('.frame:not([data-native])')) performance.mark('taken-over')
    else requestAnimationFrame(takenOver)
  }
  // Before its style has come, an element has a place and is not painted.
  const isPainted = (element: HTMLElement) =>
    performance.getEntriesByName('first-contentful-paint').length > 0 && element.getClientRects().length > 0
  requestAnimationFrame(look)
  requestAnimationFrame(takenOver)
}

async function marksOf(page: Page): Promise<Omit<Visit, 'bytes'>> {
  const at = await page.evaluate(() =>
    ['first-control', 'first-answer', 'taken-over'].map(
      (name) => performance.getEntriesByName(name)[0]?.startTime ?? Number.NaN,
    ),
  )
  const [firstControl = Number.NaN, firstAnswer = Number.NaN, takenOver = Number.NaN] = at
  return { firstControl, firstAnswer, takenOver }
}

function show(visits: readonly Visit[], what: 'firstAnswer' | 'takenOver'): string {
  return `${median(visits.map((one) => one[what])).toFixed(0)} ms`
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
