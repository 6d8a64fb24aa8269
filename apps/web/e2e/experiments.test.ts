import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserIsSkipped, launchBrowser } from './support/browser.ts'
import type { DemoRole, RunningChorus } from './support/running-chorus.ts'
import { startDemo } from './support/start-demo.ts'

describe.skipIf(browserIsSkipped)('actions on a board, and an experiment', () => {
  let chorus: RunningChorus
  let browser: Browser

  beforeAll(async () => {
    chorus = await startDemo()
    browser = await launchBrowser()
  })

  afterAll(async () => {
    await browser?.close()
    await chorus?.stop()
  })

  async function signedIn(role: DemoRole): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'en' })
    const page = await context.newPage()
    await page.goto(chorus.links[role])
    await page.waitForURL(`${chorus.address}/`)
    return page
  }

  test('somebody who leads nothing says by keyboard how far the own action is, and the focus goes with it', async () => {
    const page = await signedIn('employee')
    await page.goto(`${chorus.address}/actions`)
    await page.getByLabel('Show').selectOption('mine')
    const move = page.getByRole('button', { name: /^Say how far it is/ })
    expect(await move.count()).toBe(1)
    await move.press('Enter')
    await page.getByLabel('How far is it?').selectOption('done')
    await page.getByLabel('What happened?').fill('Anybody of us can take a release back now.')
    await page.getByRole('button', { name: 'Save' }).press('Enter')
    const card = page.locator('section[aria-labelledby="board-done"] .action')
    await card.waitFor()
    await page.getByText('is now: Done').waitFor()
    expect(await card.evaluate((element) => element === document.activeElement)).toBe(true)
    await page.close()
  })

  test('an experiment tells what came of it, and leads to what was learned from it', async () => {
    const page = await signedIn('manager')
    await page.goto(`${chorus.address}/experiments`)
    await page.getByRole('link', { name: 'Review every release within three days, without blame' }).click()
    await page.getByText('It moved as far as was hoped for.').waitFor()
    await page.getByText('It is still judged by what was set beforehand.').waitFor()
    await page.locator('.trend-marked').waitFor()
    await page.getByRole('link', { name: 'What was learned from it' }).click()
    await page.getByRole('heading', { level: 1, name: 'Four releases, four short reviews' }).waitFor()
    await page.close()
  })

  test('what cannot be told says so, and becomes a learning moment all the same', async () => {
    const page = await signedIn('manager')
    await page.goto(`${chorus.address}/experiments`)
    await page.getByRole('link', { name: 'Pair up on every change to the build for a month' }).click()
    await page.getByText('Cannot tell: too few answered').waitFor()
    await page.getByRole('button', { name: 'Make it a learning moment' }).click()
    await page.getByRole('button', { name: 'Tell it' }).click()
    await page.getByRole('link', { name: 'What was learned from it' }).click()
    await page.getByRole('heading', { level: 1, name: 'Pair up on every change' }).waitFor()
    await page.close()
  })

  test('anybody plans an experiment for the own unit', async () => {
    const page = await signedIn('employee')
    await page.goto(`${chorus.address}/experiments/new`)
    const days = (add: number) => new Date(Date.now() + add * 24 * 3_600_000).toISOString().slice(0, 10)
    await page.getByLabel('In one line').fill('One afternoon without meetings')
    await page.getByLabel('What we expect').fill('There is time to help each other.')
    await page.getByLabel('What we do differently').fill('Wednesdays after two.')
    await page.getByLabel('First day').fill(days(1))
    await page.getByLabel('Last day').fill(days(40))
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('heading', { level: 1, name: 'One afternoon without meetings' }).waitFor()
    await page.getByText('Planned', { exact: true }).waitFor()
    await page.close()
  })
})
