import { type Locale, languages, locales } from '@chorus/contracts/locale'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { invitationMail } from '../src/mail/invitation-mail.ts'
import { answerOverHttp } from './support/play-wave.ts'
import { type RunningMail, runWithMail, secretIn } from './support/running-mail.ts'

let mail: RunningMail

beforeAll(async () => {
  mail = await runWithMail()
  expect((await mail.order('reminder')).json().code).toBe('not-invited-yet')
  expect((await mail.order('invitation')).statusCode).toBe(202)
  await mail.sent()
})

afterAll(() => mail.stop())

/** Who speaks what: two people for each language. */
const speakerOf = (locale: Locale) => `p${locales.indexOf(locale) + 1}@test.example`

const bare = (text: string) =>
  text
    .replaceAll(/[\u2068\u2069]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()

const written = (html: string) =>
  bare(
    html
      .replaceAll(/<(style|title)>[\s\S]*?<\/\1>/g, '')
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&'),
  )

test('everybody who is invited online gets one invitation, and nobody who answers with a sheet of paper', async () => {
  const online = Array.from({ length: 14 }, (_, index) => `p${index + 1}@test.example`)
  expect(mail.catcher.caught.map(({ to }) => to).sort()).toEqual(online.sort())
  expect(await mail.state()).toEqual({
    setUp: true,
    people: 14,
    invitation: { people: 14, left: 0, dropped: 0 },
    reminders: [],
    remindersTo: 'everybody',
    remindersLeft: 2,
    refused: [],
    trouble: null,
  })
  expect((await mail.order('invitation')).json().code).toBe('already-invited')
})

test.each(locales)('%s: plain text and page say the same, in the language of the person', async (locale) => {
  const { headers, parts, text, html } = mail.mailTo(speakerOf(locale))
  expect(headers.get('content-type')).toMatch(/^multipart\/alternative/)
  expect(parts.map(({ type }) => type)).toEqual(['text/plain', 'text/html'])
  expect(headers.get('content-language')).toBe(locale)
  expect(headers.get('auto-submitted')).toBe('auto-generated')
  expect(headers.get('from')).toBe('Chorus <pulse@chorus.example>')
  expect(headers.get('subject')).toContain('A wave')
  expect(html).toContain(`<html lang="${locale}" dir="${languages[locale].direction}">`)
  const page = written(html)
  const words = text.split('\n').filter((line) => !/^(https:|-- $)/.test(line) && line.trim() !== '')
  expect(words.length).toBeGreaterThan(8)
  for (const line of words) expect(page).toContain(bare(line.replace(/^- /, '').replace(/:$/, '')))
  const others = locales.filter((one) => one !== locale).map((one) => mail.mailTo(speakerOf(one)).text)
  for (const other of others) expect(other).not.toContain(words[0])
})

test('a mail loads nothing from anywhere, and nothing in it tells that it was opened', () => {
  for (const locale of locales) {
    const { html } = mail.mailTo(speakerOf(locale))
    expect(html).not.toMatch(/<(img|link|script|iframe|object|video)\b|src=|url\(|@import|background=/i)
    const addresses = [...html.matchAll(/href="([^"]+)"/g)].map(([, address]) => address ?? '')
    expect(new Set(addresses.map((address) => new URL(address).origin))).toEqual(
      new Set(['https://chorus.example.org']),
    )
  }
})

test('mails leave in an order that is not that of the roster', () => {
  const order = mail.catcher.caught.map(({ to }) => Number(/\d+/.exec(to)?.[0]))
  expect(order).not.toEqual(order.toSorted((a, b) => a - b))
})

test('the link signs in once, for exactly that person; asking for its page uses nothing up', async () => {
  const secret = secretIn(mail.mailTo('p2@test.example'))
  const { app } = mail.running
  await app.inject({ url: `/sign-in/${mail.wave}` })
  const enter = () => app.inject({ method: 'POST', url: '/api/session', payload: { token: secret } })
  const first = await enter()
  expect(first.statusCode).toBe(200)
  expect(first.json().person.email).toBe('p2@test.example')
  expect((await enter()).json().code).toBe('link-not-valid')
})

test('a reminder goes to everybody in the same words, whether they have answered or not; a wave has two', async () => {
  const items = await mail.running.app.inject({ url: `/w/${mail.wave}/manifest` })
  const { scales } = JSON.parse(items.json().canonical)
  const answers = Object.fromEntries(
    scales.flatMap((scale: { items: { id: string }[] }) => scale.items.map(({ id }) => [id, 4])),
  )
  expect(await answerOverHttp(mail.running, mail.wave, 'p8@test.example', answers)).toBe(200)
  mail.catcher.caught.length = 0
  expect((await mail.order('reminder')).statusCode).toBe(202)
  await mail.sent()
  expect(mail.catcher.caught).toHaveLength(14)
  // p1 and p8 speak English; p8 has answered.
  const [waiting, answered] = ['p1@test.example', 'p8@test.example'].map((email) => {
    const { text, html } = mail.mailTo(email)
    return [text, html].map((part) =>
      part.replaceAll(/#[\w-]{43}/g, '#secret').replaceAll(/reminders\/[\w-]{43}/g, 'reminders/token'),
    )
  })
  expect(answered).toEqual(waiting)
  expect((await mail.order('reminder')).statusCode).toBe(202)
  await mail.sent()
  expect((await mail.order('reminder')).json().code).toBe('no-more-reminders')
  expect(mail.catcher.caught).toHaveLength(28)
})

test('what an organisation or a wave is called never becomes markup', () => {
  const { html, text } = invitationMail({
    kind: 'invitation',
    to: 'a@test.example',
    language: 'en',
    zone: 'UTC',
    organisation: '<img src=x>',
    label: '"><script>',
    closesAt: new Date('2026-03-12T17:00:00Z'),
    k: 5,
    minutes: 2,
    remindersTo: 'everybody',
    fingerprint: 'ab'.repeat(32),
    link: 'https://chorus.example.org/sign-in/w#s',
    unsubscribe: 'https://chorus.example.org/reminders/t',
    signInAt: 'https://chorus.example.org/sign-in/w',
  })
  expect(html).not.toMatch(/<img|<script/)
  expect(text).toContain('<img src=x>')
})

test('closing a wave leaves neither links nor mails of it, nor links that tell when they were asked for', async () => {
  const { app, database, clock } = mail.running
  const links = () =>
    database.office
      .execute(`SELECT 1 FROM sign_in_link WHERE wave IS NOT NULL OR NOT reusable`)
      .then(({ rows }) => rows.length)
  const caught = mail.catcher.caught.length
  await app.inject({ method: 'POST', url: '/api/session/link', payload: { email: 'p4@test.example' } })
  await expect.poll(() => mail.catcher.caught.length, { timeout: 5_000, interval: 10 }).toBe(caught + 1)
  clock.now = new Date(clock.now.getTime() + 3_600_000)
  expect(await links()).toBeGreaterThan(0)
  const closed = await app.inject({
    method: 'POST',
    url: `/api/waves/${mail.wave}/close`,
    headers: { cookie: mail.hr },
    payload: {},
  })
  expect(closed.statusCode).toBe(200)
  expect(await links()).toBe(0)
  expect((await mail.order('invitation')).json().code).toBe('wave-not-open')
})
