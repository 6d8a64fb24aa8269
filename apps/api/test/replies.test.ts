import { type CommentAnswer, readAnswer } from '@chorus/ballot/answer-bytes'
import { fromBase64url, toBase64url } from '@chorus/ballot/base64url'
import { writeText } from '@chorus/ballot/padded-text'
import { openAsAuthor } from '@chorus/ballot/reply-box'
import { replyPublicKey } from '@chorus/ballot/reply-keys'
import { secureShuffle } from '@chorus/basics/secure-shuffle'
import { conversations, type SealedAnswers } from '@chorus/contracts/replies'
import type { UnitComments } from '@chorus/contracts/report'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { onServer } from '../../../packages/db/test/support/test-server.ts'
import { type FrozenWave, openWaveFor } from './support/ballot-device.ts'
import { answerOverHttp } from './support/play-wave.ts'
import { type RunningApp, runApp } from './support/running-app.ts'

/** Two teams of 12 below three people at the top; the head of red and the head of blue lead their teams. */
const sizes = { top: 3, red: 12, blue: 12 }
const everybody = Object.entries(sizes).flatMap(([unit, size]) =>
  Array.from({ length: size }, (_, index) => `${unit}${index + 1}`),
)
const safety = 'psychological-safety'

let running: RunningApp
let frozen: FrozenWave
let hr: string
let head: string

/** Six of each team write; red6 has a device that sends no key, and blue6 one that sends bytes which are none. */
const authors = new Map(
  everybody
    .filter((person) => /^(red|blue)[1-6]$/.test(person))
    .map((person) => [person, crypto.getRandomValues(new Uint8Array(32))]),
)

/** What somebody wrote; a name or an id would be masked. */
const wordsOf = (person: string) => `These are words no. ${[...authors.keys()].indexOf(person)}`

beforeAll(async () => {
  running = await runApp(company())
  hr = await running.signIn('top2@test.example')
  frozen = await openWaveFor(running, hr, { comments: true })
  for (const [index, person] of everybody.entries()) {
    const answers = Object.fromEntries(frozen.items.map((item, at) => [item, ((index + at) % 7) + 1]))
    const seed = authors.get(person)
    const replyKey =
      person === 'red6' || !seed ? null : person === 'blue6' ? new Uint8Array(32) : replyPublicKey(seed)
    const comments = seed ? { [safety]: { text: wordsOf(person), replyKey } } : {}
    expect(await answerOverHttp(running, frozen.wave, `${person}@test.example`, answers, comments)).toBe(200)
  }
  for (const step of ['close', 'publish'])
    expect((await post(`/api/waves/${frozen.wave}/${step}`, hr)).statusCode).toBe(200)
  head = await running.signIn('red1@test.example')
})

afterAll(() => running.stop())

test('the key of a comment leaves in no report', async () => {
  const answer = await get('/api/reports/units/red/comments', head)
  const keys = [...authors.values()].map((seed) => replyPublicKey(seed))
  for (const key of keys) {
    expect(answer.body).not.toContain(toBase64url(key))
    expect(answer.body).not.toContain(Buffer.from(key).toString('hex'))
  }
  const csv = await get(`/api/reports/comments.csv?programme=${frozen.manifest.programme}`, hr)
  expect(csv.body.split('\n')[0]).not.toContain('key')
})

test('a manager answers comments of the own unit, HR all; employees and managers of other units do not', async () => {
  const [red, blue] = [await commentBy('red2'), await commentBy('blue2')]
  const say = (comment: string, cookie: string) => answer(comment, cookie, 'Thank you. What would help?')
  expect((await say(red.id, head)).json()).toEqual({ readableOn: '2026-03-09' })
  expect((await say(blue.id, head)).json().code).toBe('unknown-comment')
  expect((await say(frozen.wave, head)).json().code).toBe('unknown-comment')
  expect((await say(red.id, await running.signIn('red2@test.example'))).json().code).toBe('not-allowed')
  expect((await say(red.id, await running.signIn('top3@test.example'))).json().code).toBe('not-allowed')
  expect((await say(blue.id, hr)).statusCode).toBe(201)
  expect((await answer(red.id, head, ' \n ')).json().code).toBe('malformed-request')
  expect((await answer(red.id, head, 'x'.repeat(1001))).json().code).toBe('malformed-request')
  const trail = (await get('/api/audit-trail', hr)).json()
  const noted = trail.events.filter(({ action }: { action: string }) => action === 'comment answered')
  expect(noted.map(({ subject }: { subject: string }) => subject).sort()).toEqual(['Blue', 'Red'])
})

test('a comment without a key, and one with bytes that are none, cannot be answered', async () => {
  for (const person of ['red6', 'blue6']) {
    const comment = await commentBy(person)
    expect((await answer(comment.id, hr, 'Hello')).json().code).toBe('comment-not-answerable')
  }
  expect((await commentBy('red6')).answerable).toBe(false)
  expect((await commentBy('red2')).answerable).toBe(true)
})

test('before its batch an answer is nowhere; then everybody gets the same bytes, of one length, and the author alone reads them', async () => {
  expect(await boxes()).toEqual([])
  await moveOnTo('2026-03-09T05:59:59Z')
  expect(await boxes()).toEqual([])
  await moveOnTo('2026-03-09T06:00:00Z')
  const all = await boxes()
  expect(new Set(all.map(({ box }) => box.length)).size).toBe(1)
  const readers = await Promise.all(
    [...authors].map(async ([person, seed]) => [person, (await opened(all, seed)).length] as const),
  )
  expect(readers.filter(([, number]) => number > 0)).toEqual([
    ['red2', 1],
    ['blue2', 1],
  ])
  const read = async (person: string) => (await opened(all, seedOf(person)))[0]?.said
  expect(await read('red2')).toMatchObject({ unit: 'Red', text: 'Thank you. What would help?' })
  expect(await read('blue2')).toMatchObject({ unit: null })
})

test('the author replies once, without a cookie, and sending the same again changes nothing', async () => {
  const reply = await replyOf('red2')
  const named = await running.app.inject({
    method: 'POST',
    url: `/u/${frozen.wave}/reply`,
    headers: { cookie: head },
    payload: reply('Fewer meetings'),
  })
  expect(named.json().code).toBe('credentials-not-wanted')
  const code = async (payload: object) => (await send(payload)).json().code
  expect(await code({ ...reply('Fewer meetings'), ticket: toBase64url(new Uint8Array(16)) })).toBe(
    'reply-ticket-not-valid',
  )
  const { ticket } = (await replyOf('blue2'))('x')
  expect(await code({ ...reply('Fewer meetings'), ticket })).toBe('reply-ticket-not-valid')
  expect(await code({ ...reply(''), text: toBase64url(writeText('')) })).toBe('malformed-request')
  expect(await code({ ...reply('a'), text: 'abcd' })).toBe('malformed-request')
  const first = await Promise.all([0, 1, 2].map(() => send(reply('Fewer meetings'))))
  expect(first.map((one) => one.json())).toEqual(Array(3).fill({ readableOn: '2026-03-16' }))
  expect(await code(reply('Something else'))).toBe('reply-already-sent')
  await moveOnTo('2026-03-15T12:00:00Z')
  expect((await send(reply('Fewer meetings'))).json(), 'its day stays').toEqual({ readableOn: '2026-03-16' })
})

test('a reply is read from its batch on, by the office that asked, and by no other', async () => {
  await send((await replyOf('blue2'))('Only for HR'))
  const seen = async (unit: string, cookie: string) => (await talks(unit, cookie)).map(({ reply }) => reply)
  expect(await seen('red', head)).toEqual([null])
  await moveOnTo('2026-03-23T06:00:00Z')
  expect(await seen('red', head)).toEqual(['Fewer meetings'])
  expect(await seen('top', hr)).toEqual(['Only for HR'])
  expect(await seen('blue', await running.signIn('blue1@test.example'))).toEqual([])
  expect((await get(`/api/reports/units/blue/conversations?wave=${frozen.wave}`, head)).json().code).toBe(
    'unknown-unit',
  )
})

test('a conversation goes on: each answer brings a ticket of its own', async () => {
  await answer((await commentBy('red2')).id, head, 'Which ones?')
  await moveOnTo('2026-03-30T06:00:00Z')
  const mine = await opened(await boxes(), seedOf('red2'))
  const tickets = new Set(mine.map(({ said }) => toBase64url(said.ticket)))
  expect(tickets.size).toBe(2)
  const newest = mine.find(({ said }) => said.text === 'Which ones?')
  if (!newest) throw new Error('the second answer')
  expect((await send(bodyOf(newest, 'The one on Mondays'))).statusCode).toBe(200)
})

test('a copy of the database tells no order of replies: one writer, and places by random ids', async () => {
  await moveOnTo('2026-04-01T12:00:00Z')
  for (const person of ['red3', 'red4', 'red5', 'blue3', 'blue4', 'blue5'])
    expect((await answer((await commentBy(person)).id, hr, 'And you?')).statusCode).toBe(201)
  await moveOnTo('2026-04-06T06:00:00Z')
  const all = await boxes()
  const mine = await Promise.all(
    ['red3', 'red4', 'red5', 'blue3', 'blue4', 'blue5'].map(async (person) => {
      const [one] = await opened(all, seedOf(person))
      if (!one) throw new Error(`the answer to ${person}`)
      return one
    }),
  )
  for (const one of secureShuffle(mine)) expect((await send(bodyOf(one, 'Me, too'))).statusCode).toBe(200)
  const rows = await owner<{ answer: string; writer: string }>(
    `SELECT answer, xmin::text AS writer FROM comment_reply WHERE readable_on = '2026-04-13' ORDER BY ctid`,
  )
  expect(rows.map(({ answer: id }) => id)).toEqual(mine.map(({ id }) => id).sort())
  expect(new Set(rows.map(({ writer }) => writer)).size).toBe(1)
  const columns = await owner<{ name: string }>(
    `SELECT column_name AS name FROM information_schema.columns WHERE table_name = 'comment_reply'`,
  )
  expect(columns.map(({ name }) => name).sort()).toEqual([
    'answer',
    'organisation',
    'readable_on',
    'text',
    'wave',
  ])
})

test('an employee sees in which published waves comments were asked for', async () => {
  const cookie = await running.signIn('blue9@test.example')
  const { waves } = (await get('/api/my/commented-waves', cookie)).json()
  expect(waves).toMatchObject([{ wave: frozen.wave, label: 'A wave' }])
  expect(waves[0].scales.map(({ id }: { id: string }) => id)).toContain(safety)
})

/** Sessions end meanwhile. */
async function moveOnTo(moment: string): Promise<void> {
  running.clock.now = new Date(moment)
  hr = await running.signIn('top2@test.example')
  head = await running.signIn('red1@test.example')
}

type Opened = { readonly id: string; readonly said: CommentAnswer }

async function opened(all: SealedAnswers['answers'], seed: Uint8Array): Promise<Opened[]> {
  const found: Opened[] = []
  for (const { id, box } of all) {
    const bytes = await openAsAuthor(fromBase64url(box), seed)
    const said = bytes.ok ? readAnswer(bytes.value) : null
    if (said) found.push({ id, said })
  }
  return found
}

async function replyOf(person: string) {
  const [one] = await opened(await boxes(), seedOf(person))
  if (!one) throw new Error(`no answer for ${person}`)
  return (text: string) => bodyOf(one, text)
}

function bodyOf({ id, said }: Opened, text: string) {
  return { answer: id, ticket: toBase64url(said.ticket), text: toBase64url(writeText(text)) }
}

function seedOf(person: string): Uint8Array {
  const seed = authors.get(person)
  if (!seed) throw new Error(`${person} wrote nothing`)
  return seed
}

async function boxes(): Promise<SealedAnswers['answers']> {
  return (await running.app.inject({ url: `/w/${frozen.wave}/comment-answers` })).json().answers
}

async function commentBy(person: string) {
  const { scales }: UnitComments = (await get('/api/reports/units/top/comments', hr)).json()
  const found = scales.flatMap(({ comments }) => comments).find(({ text }) => text === wordsOf(person))
  if (!found) throw new Error(`the comment of ${person}`)
  return found
}

async function talks(unit: string, cookie: string) {
  const url = `/api/reports/units/${unit}/conversations?wave=${frozen.wave}`
  return conversations.parse((await get(url, cookie)).json()).answers
}

function answer(comment: string, cookie: string, text: string) {
  return post(`/api/reports/comments/${comment}/answers`, cookie, { text })
}

function send(payload: object) {
  return running.app.inject({ method: 'POST', url: `/u/${frozen.wave}/reply`, payload })
}

const get = (url: string, cookie: string) => running.app.inject({ url, headers: { cookie } })

function post(url: string, cookie: string, payload?: object) {
  return running.app.inject({ method: 'POST', url, headers: { cookie }, ...(payload ? { payload } : {}) })
}

/** As the login of the database, which may do everything. */
async function owner<T extends Record<string, unknown>>(statement: string): Promise<T[]> {
  return onServer(running.databaseUrl, async (client) => (await client.query<T>(statement)).rows)
}

function company() {
  const role = (id: string) => (id === 'top2' ? 'hr' : id === 'top3' ? 'auditor' : '')
  const manages = (id: string) => (/^(top|red|blue)1$/.test(id) ? id.slice(0, -1) : '')
  return {
    units: ['unit_id,parent_id,name', 'top,,Top', 'red,top,Red', 'blue,top,Blue'].join('\n'),
    people: [
      'person_id,name,email,unit_id,role,manages',
      ...everybody.map(
        (id) => `${id},Person ${id},${id}@test.example,${id.replace(/\d+/, '')},${role(id)},${manages(id)}`,
      ),
    ].join('\n'),
  }
}
