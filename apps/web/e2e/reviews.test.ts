import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserIsSkipped, launchBrowser } from './support/browser.ts'
import { startDemo } from './support/start-demo.ts'

describe.skipIf(browserIsSkipped)('a review', () => {
  let chorus: Awaited<ReturnType<typeof startDemo>>
  let browser: Browser

  beforeAll(async () => {
    chorus = await startDemo()
    browser = await launchBrowser()
  })

  afterAll(async () => {
    await browser?.close()
    await chorus?.stop()
  })

  async function signedIn(): Promise<Page> {
    const context = await browser.newContext({
      viewport: { width: 390, height: 844 },
      locale: 'en',
      reducedMotion: 'reduce',
    })
    const page = await context.newPage()
    await page.goto(chorus.links.manager)
    await page.waitForURL(`${chorus.address}/`)
    return page
  }

  test('is opened, written with another wording, left and gone on with, and shared', async () => {
    const page = await signedIn()
    await page.goto(`${chorus.address}/reviews`)
    await page.getByRole('button', { name: 'Open a review' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Title').fill('The hall that was locked')
    // Whoever opens it leads it here, so that one person walks the whole way.
    const me = await page.evaluate(async () => (await (await fetch('/api/session')).json()).person.id)
    await dialog.getByLabel('Who leads it?').selectOption(me)
    await dialog.getByRole('button', { name: 'Open a review' }).click()
    await page.getByRole('heading', { level: 1, name: 'The hall that was locked' }).waitFor()

    await page.getByRole('button', { name: 'Timeline' }).click()
    await page.getByRole('button', { name: 'Add a moment' }).click()
    await page.getByLabel('What happened?').fill('The caretaker should have asked for the key.')
    await page.getByText('1 wording to look at again').waitFor()
    await page.getByRole('button', { name: 'Use “had not”' }).click()
    expect(await page.getByLabel('What happened?').inputValue()).toBe(
      'The caretaker had not asked for the key.',
    )
    // What is not saved waits while another step is looked at.
    await page.getByRole('button', { name: 'Repair' }).click()
    await page.getByRole('button', { name: 'Timeline (not saved yet)' }).click()
    await page.getByRole('button', { name: 'Save and go on' }).click()
    await page.getByRole('heading', { level: 2, name: 'Decision points' }).waitFor()

    await page.reload()
    await page.getByRole('button', { name: 'Timeline' }).click()
    expect(await page.getByLabel('What happened?').inputValue()).toBe(
      'The caretaker had not asked for the key.',
    )

    await page.getByRole('button', { name: 'Look over and share' }).click()
    await page.getByText('No name of anybody').waitFor()
    await page.getByRole('button', { name: 'Give it to the unit to look over' }).click()
    await page.getByRole('button', { name: 'Share it' }).click()
    await page.getByLabel('Your reply').fill('We had the same.')
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await page.getByText('1 reply').waitFor()
    await page.context().close()
  })

  test('is not written over by a second person: both texts are shown', async () => {
    const first = await signedIn()
    await first.goto(`${chorus.address}/reviews`)
    await first.getByText('Die Nachtsicherung').click()
    await first.getByRole('button', { name: 'What we learned' }).click()
    await first.getByRole('button', { name: 'Add a lesson' }).click()
    await first.getByLabel('What did we learn?').fill('Erster Satz.')
    // Meanwhile somebody saves from another device.
    const second = await signedIn()
    await second.goto(first.url())
    await second.getByRole('button', { name: 'What we learned' }).click()
    await second.getByRole('button', { name: 'Add a lesson' }).click()
    await second.getByLabel('What did we learn?').fill('Zweiter Satz.')
    await second.getByRole('button', { name: 'Save and go on' }).click()
    await second.getByRole('heading', { level: 2, name: 'What we do now' }).waitFor()

    await first.getByRole('button', { name: 'Save and go on' }).click()
    const theirs = first.getByRole('region', { name: 'What somebody else wrote here meanwhile' })
    await theirs.getByText('Zweiter Satz.').waitFor()
    expect(await first.getByLabel('What did we learn?').inputValue()).toBe('Erster Satz.')
    await first.getByRole('button', { name: 'Save and go on' }).click()
    await first.getByRole('heading', { level: 2, name: 'What we do now' }).waitFor()
    await first.context().close()
    await second.context().close()
  })
})
