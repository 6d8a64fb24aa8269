import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserIsSkipped, launchBrowser } from './support/browser.ts'
import type { DemoRole, RunningChorus } from './support/running-chorus.ts'
import { startDemo } from './support/start-demo.ts'

const phone = { width: 390, height: 844 }

describe.skipIf(browserIsSkipped)('learning moments, told on a phone and found by others', () => {
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
    const context = await browser.newContext({ viewport: phone, locale: 'en', reducedMotion: 'reduce' })
    const page = await context.newPage()
    await page.goto(chorus.links[role])
    await page.waitForURL(`${chorus.address}/`)
    return page
  }

  test('a draft outlives the page, is shared, found by another form of a word, chosen as an example, and taken back', async () => {
    const page = await signedIn('employee')
    await page.goto(`${chorus.address}/lessons`)
    await page.getByRole('link', { name: 'Tell a learning moment' }).click()
    await page.getByLabel('In one line').fill('We tripped over the pelican crate')
    await page.getByLabel('What happened').fill('It stood in the dark corridor.')
    await page.reload()
    expect(await page.getByLabel('In one line').inputValue()).toBe('We tripped over the pelican crate')
    await page.getByRole('button', { name: 'Share it' }).click()
    await page.getByRole('alert').waitFor()
    await page.getByLabel('What we learned').fill('Pelicans need a light above them.')
    await page.getByLabel('Tags').fill('Corridor')
    await page.getByLabel('Tags').press('Enter')
    await page.getByRole('button', { name: 'Share it' }).click()
    await page.getByRole('heading', { level: 1, name: 'We tripped over the pelican crate' }).waitFor()
    const address = page.url()

    const hr = await signedIn('hr')
    await hr.goto(`${chorus.address}/lessons`)
    await hr.getByLabel('Words to look for').fill('pelicans')
    await hr.getByRole('button', { name: 'Search', exact: true }).click()
    expect(await hr.locator('main mark').first().textContent()).toBe('pelican')
    await hr.getByRole('link', { name: 'We tripped over the pelican crate' }).click()
    await hr.getByRole('button', { name: 'Follow corridor' }).click()
    await hr.getByRole('button', { name: 'Stop following corridor' }).waitFor()
    await hr.getByRole('button', { name: 'Show to new joiners', exact: true }).click()
    await hr.getByRole('button', { name: 'No longer show to new joiners' }).waitFor()

    await page.goto(`${chorus.address}/lessons/new`)
    expect(await page.getByLabel('In one line').inputValue()).toBe('')
    await page.goto(`${chorus.address}/welcome`)
    for (let step = 0; step < 3; step++) await page.getByRole('button', { name: 'Next' }).click()
    await page.getByRole('link', { name: 'We tripped over the pelican crate' }).waitFor()

    await page.goto(address)
    await page.getByRole('button', { name: 'Take back' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Take back' }).click()
    await page.waitForURL(`${chorus.address}/lessons`)
    expect(await page.getByText('pelican crate').count()).toBe(0)
    await page.context().close()
    await hr.context().close()
  })

  test('the path for new joiners goes on where it was left, and is not offered once it is finished', async () => {
    const page = await signedIn('employee')
    await page.getByRole('link', { name: 'Look around' }).click()
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByRole('heading', { name: 'How your answers are protected' }).waitFor()
    await page.reload()
    await page.getByRole('heading', { name: 'How your answers are protected' }).waitFor()
    for (let step = 0; step < 3; step++) await page.getByRole('button', { name: 'Next' }).click()
    await page.getByRole('button', { name: 'Finish' }).click()
    await page.waitForURL(`${chorus.address}/`)
    await page.getByRole('heading', { name: 'My own things' }).waitFor()
    await page.waitForLoadState('networkidle')
    expect(await page.getByRole('link', { name: 'Look around' }).count()).toBe(0)
    await page.context().close()
  })
})
