import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeSignInLink } from '../../api/src/access/sign-in-link.ts'
import type { App } from '../../api/src/http/zod-app.ts'
import { joinedCompany } from '../../api/test/support/joined-company.ts'
import { type RunningApp, runApp } from '../../api/test/support/running-app.ts'
import { appWithPages } from './support/app-with-pages.ts'
import { browserIsSkipped, launchBrowser } from './support/browser.ts'

describe.skipIf(browserIsSkipped)('a team looks back, and agrees', () => {
  let running: RunningApp
  let app: App
  let browser: Browser
  let address: string
  let leader: Page
  let member: Page

  beforeAll(async () => {
    running = await runApp(joinedCompany())
    app = await appWithPages(running)
    address = await app.listen({ host: '127.0.0.1', port: 0 })
    browser = await launchBrowser()
    leader = await signedIn('east1')
    member = await signedIn('east2')
  })

  afterAll(async () => {
    await browser?.close()
    await app?.close()
    await running?.stop()
  })

  async function signedIn(person: string): Promise<Page> {
    const context = await browser.newContext({
      viewport: { width: 390, height: 844 },
      locale: 'en',
      reducedMotion: 'reduce',
    })
    const page = await context.newPage()
    const link = await makeSignInLink(
      running.database.office,
      running.organisation,
      `${person}@test.example`,
      { now: running.clock.now, hoursValid: 1, reusable: true },
    )
    if (!link.ok) throw new Error(link.error.code)
    await page.goto(`${address}${link.value.path}`)
    await page.waitForURL(`${address}/`)
    return page
  }

  test('each writes alone, the leader opens, they talk, and what came of it stays with the unit', async () => {
    await leader.goto(`${address}/reflections`)
    await leader.getByRole('link', { name: 'Begin a session' }).click()
    await leader.getByLabel('What it is about').fill('After the March pulse')
    await leader.getByLabel('What in our results surprised you?').check()
    await leader.getByLabel('A prompt of your own').fill('What now?')
    await leader.getByRole('button', { name: 'Add the prompt' }).click()
    await leader.getByLabel('How long everybody writes alone').selectOption({ label: 'Until I open it' })
    await expectAccessible(leader)
    await leader.getByRole('button', { name: 'Begin, and tell the unit' }).click()
    const atLeader = leader.getByRole('region', { name: 'What now?' })
    await atLeader.getByLabel('Your post').fill('I ask first.')
    await atLeader.getByRole('button', { name: 'Post', exact: true }).click()
    await atLeader.getByText('I ask first.').waitFor()

    await member.goto(`${address}/reflections`)
    await member.getByRole('link', { name: 'After the March pulse' }).click()
    await member.getByText('what you write stands under your name').waitFor()
    await member.getByText('1 person has written.').waitFor()
    const atMember = member.getByRole('region', { name: 'What now?' })
    await atMember.getByLabel('Your post').fill('A fixed hour for it.')
    await atMember.getByRole('button', { name: 'Post', exact: true }).click()
    await atMember.getByText('A fixed hour for it.').waitFor()
    expect(await member.getByText('I ask first.').count()).toBe(0)
    await expectAccessible(member)

    await leader.getByRole('button', { name: 'Open for all' }).click()
    await atLeader.getByText('A fixed hour for it.').waitFor()
    // The member's page asks anew by itself.
    await atMember.getByText('I ask first.').waitFor()
    await atMember.getByRole('button', { name: 'Same here' }).first().click()
    await atMember.getByRole('button', { name: 'Same here 1' }).waitFor()
    await atMember.getByRole('button', { name: 'Replies: 0' }).first().click()
    await atMember.getByLabel('Your reply').fill('Thank you for that.')
    await atMember.getByRole('button', { name: 'Send' }).click()
    await atMember.getByText('Your reply is there.').waitFor()
    await expectAccessible(member)

    await leader.getByLabel('What we heard').fill('A place for mistakes is missing.')
    await leader.getByLabel('What we do').fill('An hour every second week.')
    await leader.getByRole('button', { name: 'Save and close' }).click()
    await leader.getByText('Only East reads the posts, until').waitFor()
    await leader.getByRole('button', { name: /After the March pulse$/ }).click()
    await leader.getByLabel('What will be done?').fill('An hour for mistakes')
    await leader.getByLabel('Who takes care of it?').selectOption({ label: 'Person east2' })
    await leader.getByRole('button', { name: 'Save' }).click()
    await leader.getByRole('dialog').waitFor({ state: 'detached' })
    const cookie = await running.signIn('east2@test.example')
    const actions = await running.app.inject({ url: '/api/actions?unit=east', headers: { cookie } })
    expect(actions.json().actions).toMatchObject([
      { title: 'An hour for mistakes', cause: { kind: 'session', title: 'After the March pulse' } },
    ])
  })

  test('a leader begins with a template, a member signs and proposes more, and reads what it would change', async () => {
    await leader.goto(`${address}/agreement`)
    await leader.getByRole('button', { name: 'Propose a version' }).click()
    await leader.getByRole('button', { name: 'Propose', exact: true }).click()
    await leader.getByRole('button', { name: 'Put in force' }).click()
    await leader.getByText('Version 1, in force since').waitFor()

    await member.goto(`${address}/agreement`)
    await member.getByRole('button', { name: 'I have read it' }).click()
    await member.getByText('Read so far: 1 of 8.').waitFor()
    await member.getByRole('button', { name: 'Propose a version' }).click()
    await member.getByLabel('The first day').fill('Tell those it touched. Sleep first.')
    await member.getByRole('button', { name: 'Propose', exact: true }).click()
    await member.locator('ins', { hasText: 'Sleep first' }).waitFor()
    await member.getByText('Unchanged: What we never give up').waitFor()
    await expectAccessible(member)

    await leader.reload()
    await leader.getByRole('button', { name: 'Put in force' }).click()
    await leader.getByText('Version 2, in force since').first().waitFor()
    await member.reload()
    await member.getByRole('button', { name: 'I have read it' }).waitFor()
  })

  async function expectAccessible(page: Page): Promise<void> {
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual(
      [],
    )
  }
})
