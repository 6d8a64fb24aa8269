import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeSignInLink } from '../../api/src/access/sign-in-link.ts'
import type { App } from '../../api/src/http/zod-app.ts'
import { openWaveOverHttp } from '../../api/test/support/play-wave.ts'
import { type RunningApp, runApp, smallCompany } from '../../api/test/support/running-app.ts'
import { appWithPages } from './support/app-with-pages.ts'
import { browserIsSkipped, launchBrowser } from './support/browser.ts'

describe.skipIf(browserIsSkipped)('a change of the rules, from HR to who is asked', () => {
  let running: RunningApp
  let app: App
  let browser: Browser
  let address: string
  let hr: string
  let programme: string

  beforeAll(async () => {
    running = await runApp(smallCompany())
    app = await appWithPages(running)
    address = await app.listen({ host: '127.0.0.1', port: 0 })
    browser = await launchBrowser()
    hr = await running.signIn('top2@test.example')
    const first = await openWaveOverHttp(running, hr)
    programme = first.programme
    const headers = { cookie: hr }
    for (const step of ['close', 'publish'])
      await running.app.inject({ method: 'POST', url: `/api/waves/${first.wave}/${step}`, headers })
    await running.app.inject({ method: 'PUT', url: '/api/second-person', headers, payload: { on: true } })
  })

  afterAll(async () => {
    await browser?.close()
    await app?.close()
    await running?.stop()
  })

  async function signedIn(person: string, language = 'en'): Promise<Page> {
    const { database, organisation, clock } = running
    const context = await browser.newContext({
      viewport: { width: 390, height: 844 },
      locale: language,
      reducedMotion: 'reduce',
    })
    const page = await context.newPage()
    const made = { now: clock.now, hoursValid: 1, reusable: true }
    const link = await makeSignInLink(database.office, organisation, `${person}@test.example`, made)
    if (!link.ok) throw new Error(`nobody is called ${person}`)
    await page.goto(`${address}${link.value.path}`)
    await page.waitForURL(`${address}/`)
    return page
  }

  async function faultsOf(page: Page): Promise<string[]> {
    const { violations } = await new AxeBuilder({ page }).analyze()
    return violations.map(({ id }) => id)
  }

  test('HR sees whom it would protect and proposes, the works council agrees, and the next pulse tells', {
    timeout: 120_000,
  }, async () => {
    const office = await signedIn('top2')
    await office.goto(`${address}/programmes`)
    await office.getByRole('button', { name: 'Change the rules' }).click()
    await office.locator('input[name="k"]').fill('7')
    await office.locator('input[name="comments"]').check()
    await office.getByRole('button', { name: 'See the effect' }).click()
    expect(await office.getByRole('dialog').getByRole('status').textContent()).toContain('Green (6 people)')
    expect(await faultsOf(office)).toEqual([])
    await office.getByRole('button', { name: 'Change from the next pulse on' }).click()
    await office.getByText('the works council is asked to agree').waitFor()

    const council = await signedIn('top3')
    await council.goto(`${address}/trust`)
    await council.getByText('Waits for a second person').waitFor()
    expect(await faultsOf(council)).toEqual([])
    await council.getByRole('button', { name: 'Agree', exact: true }).click()
    await council.getByRole('cell', { name: 'Person top2, with Person top3' }).waitFor()
    expect(await council.getByRole('cell', { name: 'From the next pulse on' }).count()).toBe(1)

    const { wave } = await openWaveOverHttp(running, hr, programme)
    const person = await signedIn('blue1', 'de')
    await person.goto(`${address}/answer/${wave}`)
    const told = person.getByText('Ergebnisse werden ab 7 Antworten gezeigt, bisher ab 5.')
    await told.waitFor()
    // The script has taken the page over, and the words are still there, in one language alone.
    await person.locator('.frame:not([data-native])').waitFor()
    expect(await told.isVisible()).toBe(true)
    expect(await person.getByText('Results are shown from 7 answers on').isVisible()).toBe(false)
    expect(await faultsOf(person)).toEqual([])
    await person.locator('select').selectOption('en')
    await person.getByText('Results are shown from 7 answers on, before from 5.').waitFor()

    await council.reload()
    await council.getByRole('cell', { name: 'Since “A wave”' }).waitFor()
  })
})
