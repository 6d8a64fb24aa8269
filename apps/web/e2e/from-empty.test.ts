import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { welcome } from '../../api/src/cli/welcome.ts'
import { workOnce } from '../../api/src/jobs/worker.ts'
import { type Mailer, startMailer } from '../../api/src/mail/mailer.ts'
import { openTransport, type Transport } from '../../api/src/mail/transport.ts'
import { readManifest } from '../../api/test/support/ballot-device.ts'
import { type EmptyApp, runEmptyApp } from '../../api/test/support/empty-app.ts'
import { freePort } from '../../api/test/support/free-port.ts'
import { catchMails, type MailCatcher } from '../../api/test/support/mail-catcher.ts'
import { answerOverHttp } from '../../api/test/support/play-wave.ts'
import { type ReadMail, readMail } from '../../api/test/support/read-mail.ts'
import { cookieOf } from '../../api/test/support/running-app.ts'
import { secretIn } from '../../api/test/support/running-mail.ts'
import { browserIsSkipped, launchBrowser } from './support/browser.ts'
import { faultsOf } from './support/looks-right.ts'

const phone = { width: 390, height: 844 }
const desktop = { width: 1440, height: 900 }
const teams = ['Design', 'Research', 'Sales', 'Support']
const people = Array.from({ length: 30 }, (_, at) => ({
  id: 1001 + at,
  email: `person${at + 1}@northwind.example`,
  team: teams[at % teams.length],
}))
const peopleCsv = [
  'Employee ID,Full Name,Work E-mail,Team',
  ...people.map(({ id, email, team }) => `${id},Person ${id},${email},${team}`),
].join('\n')

describe.skipIf(browserIsSkipped)('from an empty installation to a weekly programme', () => {
  let empty: EmptyApp
  let catcher: MailCatcher
  let transport: Transport
  let mailer: Mailer
  let browser: Browser
  let address: string

  beforeAll(async () => {
    catcher = await catchMails()
    transport = openTransport(catcher.url, 'Chorus <pulse@chorus.example>')
    const port = await freePort()
    address = `http://127.0.0.1:${port}`
    const webFolder = join(import.meta.dirname, '../dist')
    empty = await runEmptyApp(({ mailer: reader, issuer, office }, marks, now) => {
      const parts = { mailer: reader, issuer, office, transport, marks, address, now }
      mailer = startMailer(parts, () => undefined, { lookMilliseconds: 50, pauseMilliseconds: 50 })
      return { transport, address, wake: mailer.wake, trouble: mailer.trouble }
    }, webFolder)
    await empty.app.listen({ host: '127.0.0.1', port })
    browser = await launchBrowser()
  })

  afterAll(async () => {
    await browser?.close()
    await mailer?.stop()
    transport?.close()
    await empty?.stop()
    await catcher?.stop()
  })

  /** A device whose clock shows the time of the server. */
  async function device(viewport: { width: number; height: number }): Promise<Page> {
    const context = await browser.newContext({
      viewport,
      locale: 'en-GB',
      timezoneId: 'Europe/Zurich',
      reducedMotion: 'reduce',
    })
    await context.clock.setFixedTime(empty.clock.now)
    return context.newPage()
  }

  /** The one clock goes on, and what is due then is done by the jobs. */
  async function at(moment: string, ...devices: BrowserContext[]): Promise<void> {
    empty.clock.now = new Date(moment)
    for (const context of devices) await context.clock.setFixedTime(empty.clock.now)
    await workOnce(empty.parts)
  }

  function mailTo(email: string): ReadMail {
    const found = catcher.caught.findLast(({ to }) => to === email)
    if (!found) throw new Error(`no mail came for ${email}`)
    return readMail(found.raw)
  }

  const linkIn = (mail: ReadMail) => /https?:\S+\/sign-in\/\S+#\S+/.exec(mail.text)?.[0] ?? ''
  const step = (page: Page, name: string) => page.getByRole('heading', { level: 2, name }).waitFor()
  const next = (page: Page) => page.getByRole('button', { name: 'Save and continue' }).click()

  test('the code of the console, an organisation, its people, a programme; then waves open, are answered, close and are published by themselves', async () => {
    empty.clock.now = new Date('2026-03-06T10:00:00Z')
    const { database, secrets } = empty.parts
    const said = await welcome(database.office, secrets, address)
    const [, code = ''] = /^ +([0-9A-Z-]{20})$/m.exec(said) ?? []

    const first = await device(phone)
    await first.goto(address)
    await first.getByRole('heading', { level: 1, name: 'Set up Chorus' }).waitFor()
    expect(new URL(first.url()).pathname).toBe('/first-start')
    await first.getByRole('button', { name: 'Set up and sign in' }).click()
    await first.getByText('Enter the code from the window where Chorus runs.').waitFor()
    expect(await faultsOf(first)).toEqual([])
    await first.getByLabel('Set-up code').fill('AAAA-BBBB-CCCC-DDDDD')
    await first.getByLabel('Name of the organisation').fill('Northwind')
    expect(await first.getByLabel('Time zone').inputValue()).toBe('Europe/Zurich')
    await first.getByLabel('Your name').fill('Ada Example')
    await first.getByLabel('Your e-mail address at work').fill('ada@northwind.example')
    await first.keyboard.press('Enter')
    await first.getByText('This is not the set-up code.', { exact: false }).waitFor()
    await first.getByLabel('Set-up code').fill(code.toLowerCase())
    await first.keyboard.press('Enter')
    await step(first, 'Organisation')
    await first.getByText('Northwind', { exact: false }).first().waitFor()

    const late = await device(phone)
    await late.goto(`${address}/first-start`)
    await late.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor()
    await late.context().close()

    await first.setViewportSize(desktop)
    await first.getByLabel('Name of the programme').fill('Weekly pulse')
    await next(first)
    await step(first, 'People')
    await first.getByText('So far you alone are on the list.', { exact: false }).waitFor()
    await next(first)
    await first.getByText('You alone are on the list. Import the others first.').waitFor()
    const file = { name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(peopleCsv) }
    await first.locator('input[name="people"]').setInputFiles(file)
    await first.getByRole('button', { name: 'Look at the files' }).click()
    await first.getByRole('button', { name: 'Show what would change' }).click()
    await first.getByText('You are not in this file. You stay all the same', { exact: false }).waitFor()
    await first.getByText('People afterwards: 31. Units afterwards: 5.').waitFor()
    expect(await faultsOf(first)).toEqual([])
    await first.getByRole('button', { name: 'Import this' }).click()
    await first.getByText('5 units and 31 people.', { exact: false }).waitFor()
    await first.locator('.set-up-facts').getByText('31', { exact: true }).waitFor()
    await next(first)
    await step(first, 'Questionnaire')
    await next(first)
    await step(first, 'Rhythm')
    await first.getByLabel('Every', { exact: true }).fill('1')
    await next(first)
    await step(first, 'Thresholds')
    await next(first)
    await step(first, 'Preview')
    await first.getByRole('rowheader', { name: 'Design' }).first().waitFor()
    await first.frameLocator('iframe').first().getByText('Northwind', { exact: false }).first().waitFor()
    await next(first)
    await step(first, 'Start')
    await first.getByRole('button', { name: 'Start the programme' }).click()
    await first.getByText('Every week: Monday.', { exact: false }).waitFor()
    // What the server does every minute.
    await at('2026-03-06T10:01:00Z')
    expect(catcher.caught, 'nothing is sent before the first wave').toEqual([])
    await first.context().close()

    // Monday, 9 March, 9:00 in Zurich. Mails leave at random moments of the next half hour.
    await at('2026-03-09T08:00:00Z')
    empty.clock.now = new Date('2026-03-09T08:31:00Z')
    await expect.poll(() => catcher.caught.length, { timeout: 30_000 }).toBe(31)
    expect(new Set(catcher.caught.map(({ to }) => to)).size).toBe(31)

    const employee = await device(phone)
    await employee.goto(linkIn(mailTo('person1@northwind.example')))
    await employee.getByRole('button', { name: 'Sign in' }).click()
    await employee.getByRole('button', { name: 'Begin' }).click()
    const [, count] =
      /of (\d+)/.exec((await employee.locator('.statement-number').first().textContent()) ?? '') ?? []
    for (let number = 1; number <= Number(count); number++) {
      await employee.getByText(`Statement ${number} of ${count}`).waitFor()
      await employee.keyboard.press('6')
    }
    await employee.getByRole('heading', { name: 'One look back, then send' }).waitFor()
    await employee.getByRole('button', { name: 'Send' }).click()
    await employee.getByRole('heading', { name: 'Thank you' }).waitFor()
    // Leaving sends at once: nobody waits for the random moment.
    await employee.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide')))
    await employee.getByText('only a receipt is').waitFor()

    const [wave = ''] = /[0-9a-f-]{36}/.exec(linkIn(mailTo('person2@northwind.example'))) ?? []
    const { items } = await readManifest(asReached(), wave)
    for (const [place, { email }] of people.slice(1, 25).entries()) {
      const answers = Object.fromEntries(items.map((item, index) => [item, 3 + ((index + place) % 4)]))
      expect(await answerOverHttp(asReached(), wave, email, answers)).toBe(200)
    }

    const hr = await device(desktop)
    await hr.goto(linkIn(mailTo('ada@northwind.example')))
    await hr.getByRole('button', { name: 'Sign in' }).click()
    await hr.waitForURL(/\/answer\//)
    await hr.goto(`${address}/programmes`)
    const card = hr.getByRole('article', { name: 'Weekly pulse' })
    await card.getByText('31', { exact: true }).first().waitFor()
    await card.getByRole('button', { name: 'Close now' }).waitFor()
    await hr.context().close()

    // It closes on Friday at six, is sealed and published, and opens again on Monday.
    await at('2026-03-13T17:00:00Z')
    await at('2026-03-16T08:00:00Z')
    empty.clock.now = new Date('2026-03-16T08:31:00Z')
    const second = () =>
      catcher.caught.filter(({ raw }) => linkIn(readMail(raw)) !== '' && !raw.includes(wave))
    await expect.poll(() => second().length, { timeout: 30_000 }).toBe(31)

    const again = await device(phone)
    await again.goto(linkIn(mailTo('person1@northwind.example')))
    await again.getByRole('button', { name: 'Sign in' }).click()
    await again.getByRole('button', { name: 'Begin' }).waitFor()
    await again.goto(`${address}/reports/Design`)
    await again.getByRole('heading', { level: 1, name: 'Design' }).waitFor()
    await again.getByText('Latest wave: 2026-03-09', { exact: false }).waitFor()
    expect(await faultsOf(again)).toEqual([])
    await again.context().close()
    await employee.context().close()
    expect(empty.reported).toEqual([])
  })

  /** People who answer as devices do, without a browser, signed in by the links of their mails. */
  function asReached() {
    return {
      app: empty.app,
      clock: empty.clock,
      async signIn(email: string) {
        const payload = { token: secretIn(mailTo(email)) }
        const answer = await empty.app.inject({ method: 'POST', url: '/api/session', payload })
        return cookieOf(answer.headers['set-cookie'])
      },
    }
  }
})
