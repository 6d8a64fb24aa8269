import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { makeSignInLink } from '../../api/src/access/sign-in-link.ts'
import type { App } from '../../api/src/http/zod-app.ts'
import { type RunningApp, runApp, smallCompany } from '../../api/test/support/running-app.ts'
import { appWithPages } from './support/app-with-pages.ts'
import { browserIsSkipped, launchBrowser } from './support/browser.ts'

describe.skipIf(browserIsSkipped)('thanks and feedback, from one colleague to another', () => {
  let running: RunningApp
  let app: App
  let browser: Browser
  let address: string

  beforeAll(async () => {
    running = await runApp(smallCompany())
    app = await appWithPages(running)
    address = await app.listen({ host: '127.0.0.1', port: 0 })
    browser = await launchBrowser()
  })

  afterAll(async () => {
    await browser?.close()
    await app?.close()
    await running?.stop()
  })

  async function signedIn(person: string): Promise<Page> {
    const { database, organisation, clock } = running
    const context = await browser.newContext({
      viewport: { width: 390, height: 844 },
      locale: 'en',
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

  async function choose(page: Page, name: string): Promise<void> {
    await page.getByRole('searchbox').fill(name)
    await page.getByRole('button', { name: new RegExp(`^${name}\\b`) }).click()
  }

  test('somebody is thanked in public, reads it, and takes the own name out', async () => {
    const giver = await signedIn('red3')
    await giver.goto(`${address}/recognition`)
    await giver.getByText('Thank a team or people').click()
    await choose(giver, 'Person blue4')
    await giver.getByLabel('What they did').fill('Stayed until the last depot could load.')
    await giver.getByLabel('What it made possible').fill('Friday’s delivery went out.')
    await giver.getByRole('button', { name: 'Thank in public' }).click()
    await giver.getByRole('link', { name: 'To Person blue4' }).waitFor()

    const thanked = await signedIn('blue4')
    await thanked.goto(`${address}/recognition`)
    await thanked.getByRole('link', { name: 'To Person blue4' }).click()
    await thanked.getByRole('button', { name: 'Take my name out' }).click()
    await thanked.getByText('Nobody has thanked anybody here yet.').waitFor()
    await giver.reload()
    await giver.getByText('Only you still see it.').waitFor()
  })

  test('feedback is asked for, given by the template, opened by one person and thanked for', async () => {
    const asker = await signedIn('red4')
    await asker.goto(`${address}/feedback`)
    await asker.getByText('Ask for feedback').click()
    await choose(asker, 'Person blue5')
    await asker.getByLabel('Your question').fill('What could I do differently in the weekly?')
    await asker.getByRole('button', { name: 'Ask', exact: true }).click()
    await asker.getByText('no answer yet').waitFor()

    const giver = await signedIn('blue5')
    await giver.goto(`${address}/feedback`)
    await giver.getByText('What could I do differently in the weekly?').waitFor()
    await giver.getByRole('button', { name: 'Give feedback' }).first().click()
    await giver.getByLabel('Situation', { exact: true }).fill('On Monday, when the plan changed')
    await giver.getByRole('button', { name: 'Send to this person alone' }).click()
    await giver.getByText('Situation, behaviour and effect are needed.').waitFor()
    await giver.getByLabel('Behaviour', { exact: true }).fill('you told us why')
    await giver.getByLabel('Effect', { exact: true }).fill('I could plan my week')
    await giver.getByRole('button', { name: 'Send to this person alone' }).click()
    await giver.getByText('not read yet').waitFor()

    await asker.reload()
    await asker.getByRole('button', { name: 'Open' }).click()
    await asker.getByText('I could plan my week').waitFor()
    await asker.getByRole('button', { name: 'Thank you' }).click()
    await asker.getByRole('button', { name: 'Thank you', pressed: true }).waitFor()
    await giver.reload()
    await giver.getByText('read · Thank you').waitFor()
  })
})
