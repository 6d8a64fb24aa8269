import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeSignInLink } from '../../api/src/access/sign-in-link.ts'
import type { App } from '../../api/src/http/zod-app.ts'
import { answerOverHttp } from '../../api/test/support/play-wave.ts'
import { type RunningApp, runApp } from '../../api/test/support/running-app.ts'
import { appWithPages } from './support/app-with-pages.ts'
import { browserIsSkipped, launchBrowser } from './support/browser.ts'
import { answerTheRest, atFirstComment, leaveOutTheRest } from './support/comment-on-phone.ts'
import { faultsOf } from './support/looks-right.ts'

const team = Array.from({ length: 14 }, (_, index) => `red${index + 1}`)
const people = [...team, 'top1']
const phone = { width: 390, height: 844 }
const sights = [
  { ...phone, scheme: 'light', language: 'en' },
  { width: 1440, height: 900, scheme: 'dark', language: 'de' },
] as const

describe.skipIf(browserIsSkipped)('comments, from the phone of the author to the page of the manager', () => {
  let running: RunningApp
  let app: App
  let browser: Browser
  let address: string
  let programme: string
  let wave: string
  /** What the author's device has kept, and the words that stand for it. */
  let kept: Awaited<ReturnType<BrowserContext['storageState']>>
  let words: string

  beforeAll(async () => {
    running = await runApp(company())
    app = await appWithPages(running)
    address = await app.listen({ host: '127.0.0.1', port: 0 })
    browser = await launchBrowser()
  })

  afterAll(async () => {
    await browser?.close()
    await app?.close()
    await running?.stop()
  })

  async function signedIn(
    person: string,
    sight: (typeof sights)[number] = sights[0],
    device: Partial<typeof kept> = {},
  ) {
    const { width, height, scheme, language } = sight
    const context = await browser.newContext({
      viewport: { width, height },
      colorScheme: scheme,
      locale: language,
      reducedMotion: 'reduce',
      storageState: { cookies: [], origins: device.origins ?? [] },
    })
    const page = await context.newPage()
    const { database, organisation, clock } = running
    const options = { now: clock.now, hoursValid: 1, reusable: true }
    const link = await makeSignInLink(database.office, organisation, `${person}@test.example`, options)
    if (!link.ok) throw new Error(link.error.code)
    await page.goto(`${address}${link.value.path}`)
    await page.waitForURL(`${address}/`)
    return { context, page }
  }

  test('HR asks for comments with a tick, and opens a wave', async () => {
    const { context, page } = await signedIn('top1')
    await page.goto(`${address}/programmes`)
    await page.getByRole('button', { name: 'New programme' }).first().click()
    await page.getByLabel('Name').fill('Pulse')
    await page.getByLabel('People may add a comment to each topic').check()
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('button', { name: 'Create' }).click()
    await page.getByRole('heading', { name: 'Pulse' }).waitFor()
    await context.close()
    const headers = { cookie: await running.signIn('top1@test.example') }
    const [made] = (await running.app.inject({ url: '/api/programmes', headers })).json().programmes
    expect(made.policy.comments).toBe(true)
    programme = made.id
    const opened = await running.app.inject({
      method: 'POST',
      url: `/api/programmes/${programme}/waves`,
      headers,
      payload: { label: 'Spring', closes: new Date(running.clock.now.getTime() + 86_400_000).toISOString() },
    })
    wave = opened.json().id
  })

  test('the field warns of what leads to a person, takes digits as words, and keeps what was written over a reload', async () => {
    const { context, page } = await signedIn('red14')
    const { field, last } = await atFirstComment(page, `${address}/answer/${wave}`)
    await field.fill('Anna Schmidt asked me under 0170 1234567 or a.b@mail.example!! in 2 meetings')
    for (const words of [
      'Is this a name: Anna Schmidt?',
      'number: 0170 1234567?',
      'address in it: a.b@mail.example',
      'Would a colleague know you',
    ])
      await page.getByText(words).waitFor()
    expect(await faultsOf(page)).toEqual([])
    await field.press('End')
    await field.press('7')
    expect(await field.inputValue()).toMatch(/meetings7$/)
    expect(
      await page.getByRole('radio', { checked: true }).count(),
      'a digit that is typed is no answer',
    ).toBe(0)
    await page.reload()
    await page.getByRole('button', { name: 'Go on where you were' }).click()
    const again = page.locator('.is-current').getByLabel('Your comment')
    expect(await again.inputValue()).toMatch(/meetings7$/)
    await again.fill('We need more time for each other.')
    // Choosing does not go on here: there may be more to write.
    await page.keyboard.press('Tab')
    await page.locator('.is-current').getByText('Rather agree', { exact: true }).click()
    await page.waitForTimeout(500)
    await page.locator('.is-current').getByText(`Statement ${last} of`).waitFor()
    await answerTheRest(page)
    await page.getByRole('heading', { name: 'Your comments' }).waitFor()
    await page.getByText('We need more time for each other.').waitFor()
    expect(await faultsOf(page)).toEqual([])
    const bodies: Record<string, unknown>[] = []
    page.on('request', (request) => {
      if (request.url().includes('/u/')) bodies.push(JSON.parse(request.postData() ?? '{}'))
    })
    await page.getByRole('button', { name: 'Send' }).click()
    await page.getByRole('heading', { name: 'Thank you' }).waitFor()
    await page.getByText('at a random moment within 20 seconds').waitFor()
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide')))
    await page.getByText('only a receipt is').waitFor()
    await page.getByRole('heading', { name: 'Answers to your comment' }).waitFor()
    expect(await faultsOf(page)).toEqual([])
    const comments = bodies.filter((body) => 'comment' in body)
    expect(bodies.filter((body) => 'answers' in body)).toHaveLength(1)
    expect(comments.length).toBeGreaterThan(2)
    expect(new Set(comments.map((body) => JSON.stringify(body).length)).size, 'all of one length').toBe(1)
    for (const body of bodies) expect(Object.keys(body)).toHaveLength(4)
    const left = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))
    expect(left, 'nothing of the comment stays on the device').not.toMatch(/time for each other|"comments"/)
    await page.goto(`${address}/receipts`)
    await page
      .getByText(/comment 1/)
      .first()
      .waitFor()
    await page.getByText('there is no answer to read yet').waitFor()
    await page.getByRole('button', { name: 'Show six words' }).click()
    words = (await page.locator('.six-words').textContent()) ?? ''
    expect(words.split(' ')).toHaveLength(6)
    kept = await context.storageState()
    await page.goto(`${address}/stored`)
    await page.getByText('for a comment on “Psychological safety”').waitFor()
    expect(await faultsOf(page)).toEqual([])
    await context.close()
  })

  test('what is written before the script has come is not lost', async () => {
    const { context, page } = await signedIn('red13')
    let letGo = () => {}
    const held = new Promise<void>((resolve) => {
      letGo = resolve
    })
    await page.route('**/assets/*.js', (route) => held.then(() => route.continue()))
    await page.goto(`${address}/answer/${wave}`, { waitUntil: 'commit' })
    await page.getByRole('link', { name: 'Begin' }).click()
    const room = page.getByText('Add a comment: Psychological')
    while (!(await room.isVisible())) await page.getByRole('link', { name: 'Next' }).click()
    await room.click()
    await page.getByLabel('Your comment').first().fill('Early words')
    expect(await faultsOf(page)).toEqual([])
    letGo()
    await page.locator('.frame:not([data-native])').waitFor()
    const field = page.locator('.is-current').getByLabel('Your comment')
    expect(await field.inputValue()).toBe('Early words')
    await page.getByText('Show it only further up').first().waitFor()
    await page.reload()
    await page.getByRole('button', { name: 'Go on where you were' }).click()
    expect(await field.inputValue(), 'a reload keeps it').toBe('Early words')
    await page.goto(`${address}/answer/${wave}`)
    await page.getByLabel('Other people use this device too').check()
    await page.getByRole('button', { name: 'Go on where you were' }).click()
    await leaveOutTheRest(page)
    await page.getByRole('button', { name: 'Send' }).click()
    const shown = page.locator('.six-words')
    await shown.waitFor()
    expect((await shown.textContent())?.split(' '), 'shown once, to be written down').toHaveLength(6)
    expect(await faultsOf(page)).toEqual([])
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide')))
    await page.getByText('only a receipt is').waitFor()
    const left = await page.evaluate(() => JSON.stringify({ ...localStorage }))
    expect(left, 'a device that others use keeps no secret').not.toMatch(/own-comments|"secret":"[^"]/)
    await context.close()
  })

  test('the manager reads the comments of the team under their scale, in random order, and no figure beside them', async () => {
    const { items } = await frozen()
    for (const [index, person] of team.slice(0, 12).entries()) {
      const answers = Object.fromEntries(items.map((item, at) => [item, ((index + at) % 7) + 1]))
      const comments =
        index < 4 ? { 'psychological-safety': { text: `Note ${index + 1}: <b>we talk</b>\nand listen` } } : {}
      expect(await answerOverHttp(running, wave, `${person}@test.example`, answers, comments)).toBe(200)
    }
    const headers = { cookie: await running.signIn('top1@test.example') }
    for (const step of ['close', 'publish'])
      expect(
        (await running.app.inject({ method: 'POST', url: `/api/waves/${wave}/${step}`, headers })).statusCode,
      ).toBe(200)
    const office = await signedIn('top1')
    await office.page.goto(`${address}/programmes`)
    const downloading = office.page.waitForEvent('download')
    await office.page.getByRole('link', { name: 'Download comments.csv' }).click()
    expect((await downloading).suggestedFilename()).toMatch(/^comments_.+_k10\.csv$/)
    await office.context.close()
    for (const sight of sights) {
      const { context, page } = await signedIn('red1', sight)
      await page.goto(`${address}/reports/red`)
      const card = page.getByRole('region', { name: /^(Comments|Kommentare)$/ })
      await card.getByText('We need more time for each other.').waitFor()
      expect(await card.getByRole('listitem').count()).toBe(6)
      // What somebody wrote is text, whatever it looks like.
      expect(await card.locator('b').count()).toBe(0)
      expect(await card.getByText(/^(Not shown, to protect|Nicht gezeigt, um)/).count()).toBeGreaterThan(1)
      expect(await faultsOf(page)).toEqual([])
      await context.close()
    }
  })

  test('the manager answers, the author alone reads it and replies, on this device or with six words on another', async () => {
    const office = await signedIn('red1')
    await office.page.goto(`${address}/reports/red`)
    const item = office.page.getByRole('listitem').filter({ hasText: 'more time for each other' })
    await item.getByRole('button', { name: 'Answer' }).click()
    await item.getByLabel('Your answer').fill('Thank you. How much time would help?')
    expect(await faultsOf(office.page)).toEqual([])
    await item.getByRole('button', { name: 'Send answer' }).click()
    await item.getByText('The author can read it from Monday').waitFor()
    await office.context.close()

    running.clock.now = new Date('2026-03-09T06:00:00Z')
    const author = await signedIn('red14', sights[0], kept)
    const cookies: (string | undefined)[] = []
    author.page.on('request', async (request) => {
      if (/\/(reply|comment-answers)$/.test(request.url()))
        cookies.push((await request.allHeaders()).cookie ?? undefined)
    })
    await author.page.goto(`${address}/receipts`)
    await author.page.getByText('The manager of Red answers').waitFor()
    await author.page.getByText('How much time would help?').waitFor()
    await author.page.getByLabel('Your reply').fill('An hour every other week.')
    expect(await faultsOf(author.page)).toEqual([])
    await author.page.getByRole('button', { name: 'Send reply' }).click()
    await author.page.getByText('can read it from Monday').waitFor()
    expect(cookies).toEqual([undefined, undefined])
    await author.context.close()

    const elsewhere = await signedIn('red2', sights[0])
    await elsewhere.page.goto(`${address}/receipts`)
    await elsewhere.page.getByText('I have six words').click()
    await elsewhere.page.getByLabel('Six words').fill('one two three')
    await elsewhere.page.getByRole('button', { name: 'Look for answers' }).click()
    await elsewhere.page.getByText('not six words of the list').waitFor()
    await elsewhere.page.getByLabel('Six words').fill(words)
    await elsewhere.page.getByRole('button', { name: 'Look for answers' }).click()
    await elsewhere.page.getByText('How much time would help?').waitFor()
    expect(await faultsOf(elsewhere.page)).toEqual([])
    await elsewhere.context.close()

    running.clock.now = new Date('2026-03-16T06:00:00Z')
    for (const sight of sights) {
      const { context, page } = await signedIn('red1', sight)
      await page.goto(`${address}/reports/red`)
      await page.getByText('An hour every other week.').waitFor()
      expect(await faultsOf(page)).toEqual([])
      await context.close()
    }
  })

  async function frozen(): Promise<{ items: string[] }> {
    const { canonical } = (await running.app.inject({ url: `/w/${wave}/manifest` })).json()
    const scales: { items: { id: string }[] }[] = JSON.parse(canonical).scales
    return { items: scales.flatMap((scale) => scale.items.map(({ id }) => id)) }
  }
})

function company() {
  const rows = people.map((id) => {
    const role = id === 'top1' ? 'hr' : ''
    return `${id},Person ${id},${id}@test.example,${id.replace(/\d+/, '')},${role},${id === 'red1' ? 'red' : ''}`
  })
  return {
    units: ['unit_id,parent_id,name', 'top,,Top', 'red,top,Red'].join('\n'),
    people: ['person_id,name,email,unit_id,role,manages', ...rows].join('\n'),
  }
}
