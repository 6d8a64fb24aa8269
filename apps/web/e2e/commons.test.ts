import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeSignInLink } from '../../api/src/access/sign-in-link.ts'
import type { App } from '../../api/src/http/zod-app.ts'
import { type RunningApp, runApp, smallCompany } from '../../api/test/support/running-app.ts'
import { appWithPages } from './support/app-with-pages.ts'
import { browserIsSkipped, launchBrowser } from './support/browser.ts'

describe.skipIf(browserIsSkipped)('what people say to each other in the learning loop', () => {
  let running: RunningApp
  let app: App
  let browser: Browser
  let address: string

  beforeAll(async () => {
    running = await runApp(smallCompany())
    app = await appWithPages(running)
    address = await app.listen({ host: '127.0.0.1', port: 0 })
    browser = await launchBrowser()
    const told = await running.app.inject({
      method: 'POST',
      url: '/api/lessons',
      headers: { cookie: await running.signIn('red2@test.example') },
      payload: {
        kind: 'went wrong',
        title: 'A release on Friday',
        happened: 'It failed.',
        learned: 'Not on Fridays.',
        now: '',
        tags: [],
        goal: '',
        language: 'en',
        unit: 'red',
        audience: 'organisation',
        leadersOwn: false,
      },
    })
    expect(told.statusCode, told.body).toBe(201)
  })

  afterAll(async () => {
    await browser?.close()
    await app?.close()
    await running?.stop()
  })

  async function signedIn(person: string): Promise<Page> {
    const { database, organisation, clock } = running
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'en' })
    const page = await context.newPage()
    const made = { now: clock.now, hoursValid: 1, reusable: true }
    const link = await makeSignInLink(database.office, organisation, `${person}@test.example`, made)
    if (!link.ok) throw new Error(`nobody is called ${person}`)
    await page.goto(`${address}${link.value.path}`)
    await page.waitForURL(`${address}/`)
    return page
  }

  test('a colleague is mentioned by keyboard, is told, and reports a reply; HR hides it, and its author appeals', async () => {
    const writer = await signedIn('blue1')
    await writer.goto(`${address}/lessons`)
    await writer.getByRole('link', { name: 'A release on Friday' }).click()
    const field = writer.getByLabel('Your reply')
    await field.pressSequentially('Ask @green')
    const options = writer.getByRole('listbox', { name: 'Colleagues' }).getByRole('option')
    await options.first().waitFor()
    await field.press('ArrowDown')
    const chosen = (await options.nth(1).locator('bdi').textContent()) ?? ''
    await field.press('Enter')
    expect(await field.inputValue()).toBe(`Ask @${chosen} `)
    await field.pressSequentially('who broke it.')
    await writer.getByRole('button', { name: 'Send' }).click()
    await writer.locator('.reply .mention').getByText(`@${chosen}`).waitFor()

    const mentioned = await signedIn(chosen.replace('Person ', ''))
    await mentioned.getByRole('link', { name: 'Notifications, 1 new' }).click()
    await mentioned.getByText('Person blue1 mentioned you').waitFor()
    await mentioned.getByRole('link', { name: 'A release on Friday' }).click()
    // What is followed is seen.
    await mentioned.getByRole('link', { name: 'Notifications', exact: true }).waitFor()
    await mentioned.locator('.reply').getByRole('button', { name: 'Report' }).click()
    const dialog = mentioned.getByRole('dialog')
    await dialog.getByLabel('Why?').selectOption('blames')
    await dialog.getByRole('button', { name: 'Send the report' }).click()
    await mentioned.getByText('Thank you. HR will look at it.').waitFor()

    const hr = await signedIn('top2')
    await hr.goto(`${address}/moderation`)
    await hr.getByText('1 report').waitFor()
    expect(await hr.locator('main').textContent()).toContain('Looks for guilt')
    await hr.getByRole('button', { name: 'Hide' }).click()
    await hr.getByLabel('Why is it hidden?').fill('It asks for somebody to blame.')
    await hr.getByRole('button', { name: 'Hide' }).click()
    await hr.getByRole('button', { name: 'Show again' }).waitFor()

    await mentioned.reload()
    await mentioned.getByText('Hidden by HR: It asks for somebody to blame.').waitFor()
    expect(await mentioned.locator('main').textContent()).not.toContain('who broke it')

    await writer.goto(`${address}/notifications`)
    await writer.getByText('HR has hidden a text of yours').waitFor()
    await writer.getByRole('link', { name: 'A release on Friday' }).click()
    await writer.getByRole('button', { name: 'Appeal' }).click()
    await writer.getByLabel('Why should it be shown?').fill('I meant the build.')
    await writer.getByRole('button', { name: 'Send the appeal' }).click()
    await writer.getByText('Your appeal is with HR').waitFor()
    await hr.reload()
    await hr.getByText('I meant the build.').waitFor()
  })
})
