import type { Browser, Request } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { onServer } from '../../../packages/db/test/support/test-server.ts'
import { freePort } from '../../api/test/support/free-port.ts'
import { browserIsSkipped, launchBrowser } from './support/browser.ts'
import { startDemo } from './support/start-demo.ts'

const phone = { width: 390, height: 844 }
/** Answers are sent once for the unit tree and once for each of the demo's cuts. */
const ballotsOfOne = 3

describe.skipIf(browserIsSkipped)('answers under a host name of their own', () => {
  let chorus: Awaited<ReturnType<typeof startDemo>>
  let browser: Browser
  let ballots: string

  beforeAll(async () => {
    const port = await freePort()
    ballots = `http://localhost:${port}`
    chorus = await startDemo({
      PORT: String(port),
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      CHORUS_ANONYMOUS_ORIGIN: ballots,
    })
    browser = await launchBrowser()
  })

  afterAll(async () => {
    await browser?.close()
    await chorus?.stop()
  })

  async function boxes(): Promise<number> {
    const { rows } = await onServer(chorus.databaseUrl, (client) =>
      client.query<{ count: number }>('SELECT count(*)::int AS count FROM urn'),
    )
    return rows[0]?.count ?? 0
  }

  test('a wave is answered across two origins, leaving the site at once, and its receipt is checked there', async () => {
    const context = await browser.newContext({ viewport: phone, locale: 'en-GB' })
    const page = await context.newPage()
    const faults: string[] = []
    const across: Request[] = []
    page.on('pageerror', (error) => faults.push(error.message))
    page.on('request', (request) => request.url().startsWith(ballots) && across.push(request))
    await page.goto(chorus.links.employee)
    await page.getByRole('heading', { level: 1, name: /hello/i }).waitFor()
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
    await page.getByRole('link', { name: 'Answer now' }).click()
    await page.getByRole('button', { name: 'Begin' }).click()
    const count = Number(
      /of (\d+)/.exec((await page.locator('.statement-number').first().textContent()) ?? '')?.[1],
    )
    for (let number = 1; number <= count; number++) {
      await page.getByText(`Statement ${number} of ${count}`).waitFor()
      await page.keyboard.press('6')
    }
    const others = await boxes()
    await page.getByRole('button', { name: 'Send' }).click()
    await page.getByRole('heading', { name: 'Thank you' }).waitFor()
    // Leaving the site for good: the answers finish their way, past the question whether they may be sent across.
    await page.goto('about:blank')
    await expect.poll(boxes, { timeout: 10_000 }).toBe(others + ballotsOfOne)
    // The receipt was lost with the page: the next visit brings the same ballot again, and it is counted once.
    await page.goto(chorus.address)
    const sending = page.waitForResponse((response) => response.url().includes('/u/'))
    await page.waitForLoadState('networkidle')
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide')))
    const sent = await sending
    expect(sent.status()).toBe(200)
    await expect
      .poll(() => page.evaluate(() => localStorage.getItem('chorus.kept') ?? ''))
      .not.toMatch(/token/)
    expect(await boxes()).toBe(others + ballotsOfOne)
    await page.goto(`${chorus.address}/receipts`)
    await page.getByText('After the close you can check here').first().waitFor()

    const wave = /\/u\/([0-9a-f-]{36})\/send/.exec(sent.url())?.[1] ?? ''
    const hr = await (await browser.newContext()).newPage()
    await hr.goto(chorus.links.hr)
    await hr.getByRole('heading', { level: 1, name: /hello/i }).waitFor()
    const closed = await hr.evaluate(
      async (id) => (await fetch(`/api/waves/${id}/close`, { method: 'POST' })).status,
      wave,
    )
    expect(closed).toBe(200)
    await page.reload()
    await page.getByRole('button', { name: 'Check now' }).first().click()
    await page.getByText('Your ballot was counted').first().waitFor()

    const ids = /[0-9a-f]{8}-[0-9a-f-]{27}/g
    const asked = new Set(across.map((request) => new URL(request.url()).pathname.replace(ids, '…')))
    expect([...asked].sort()).toEqual([
      '/u/…/send',
      // Of tickets for concerns, which every device collects.
      '/w/concerns/…/month',
      '/w/…/closed/…',
      '/w/…/comment-answers',
      '/w/…/manifest',
    ])
    for (const request of across) {
      const headers = await request.allHeaders()
      expect(headers.cookie, request.url()).toBeUndefined()
      expect(headers.referer, request.url()).toBeUndefined()
    }
    expect(faults).toEqual([])
    await context.close()
  })
})
