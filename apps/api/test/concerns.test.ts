import { usualMailSettings } from '@chorus/contracts/quiet-hours'
import { writeMailSettings } from '@chorus/db/stores/mail-settings'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { onServer } from '../../../packages/db/test/support/test-server.ts'
import { eraseConcerns } from '../src/concerns/erase-concerns.ts'
import { mailConcerns } from '../src/concerns/mail-concerns.ts'
import {
  blindedOf,
  collectTickets,
  concernBody,
  heardBy,
  newSeeds,
  replyTo,
  sendConcern,
  shownMonth,
} from './support/concern-device.ts'
import { type RunningApp, runApp, smallCompany } from './support/running-app.ts'

let running: RunningApp
/** The trusted person is red3, and green1 stands behind; no other role is. */
let trusted: string
const ask = async (
  person: string,
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  url: string,
  payload?: object,
) =>
  running.app.inject({
    method,
    url,
    headers: { cookie: await running.signIn(`${person}@test.example`) },
    ...(payload && { payload }),
  })

beforeAll(async () => {
  running = await runApp(smallCompany())
  await writeMailSettings(running.database.office, running.organisation, {
    ...usualMailSettings,
    zone: 'Europe/Zurich',
  })
  trusted = await nameTrusted('red3', 'green1')
})

afterAll(() => running.stop())

beforeEach(() => {
  running.clock.now = new Date('2026-03-02T09:00:00Z')
})

async function idOf(person: string): Promise<string> {
  const { rows } = await onServer(running.databaseUrl, (client) =>
    client.query('SELECT id FROM person WHERE external_id = $1', [person]),
  )
  return rows[0].id
}

async function nameTrusted(person: string, escalation: string): Promise<string> {
  const answer = await ask('top2', 'POST', '/api/trusted-persons', {
    person: await idOf(person),
    escalation: await idOf(escalation),
    office: 'Ombudsperson',
    about: 'Only I read this.',
    languages: ['en', 'de'],
  })
  expect(answer.statusCode, answer.body).toBe(201)
  return answer.json().id
}

const newSeed = () => crypto.getRandomValues(new Uint8Array(32))

/** Somebody raises a concern at the hour of the clock. */
async function raise(person: string, text: string, to = trusted) {
  const seed = newSeed()
  const { shown, tickets } = await collectTickets(running, await running.signIn(`${person}@test.example`))
  const sent = await sendConcern(running, concernBody(shown, tickets[0], { trusted: to, text, seed }))
  expect(sent.statusCode, sent.body).toBe(200)
  return { seed, shown, tickets, readableOn: sent.json().readableOn }
}

const listOf = async (person: string) => (await ask(person, 'GET', '/api/concerns')).json().concerns
const openFor = async (person: string, id: string) => {
  const answer = await ask(person, 'POST', `/api/concerns/${id}/read`)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}
const say = (person: string, id: string, state: string, text = '') =>
  ask(person, 'POST', `/api/concerns/${id}/answers`, { state, text })

const at = (moment: string) => {
  running.clock.now = new Date(moment)
}

test('from the first word to the last: raised, read, asked back, replied to and closed, and nobody signs in to hear of it', async () => {
  const { seed, readableOn } = await raise('blue1', 'The brakes of line 3 are not tested.')
  expect(readableOn).toBe('2026-03-03')
  // A minute before the batch opens it is not there, for the trusted person neither.
  at('2026-03-03T04:59:00Z')
  expect(await listOf('red3')).toEqual([])
  at('2026-03-03T05:00:00Z')
  const [concern] = await listOf('red3')
  expect(concern).toMatchObject({
    state: 'new',
    as: 'trusted',
    day: '2026-03-03',
    waitingSince: '2026-03-03',
  })
  expect(await openFor('red3', concern.id)).toMatchObject({
    text: 'The brakes of line 3 are not tested.',
    state: 'read',
  })
  await openFor('red3', concern.id)
  expect(await heardBy(running, seed)).toMatchObject([
    { state: 'read', text: '', by: 'trusted', office: 'Ombudsperson' },
  ])
  expect((await say('red3', concern.id, 'in work', 'Since when?')).statusCode).toBe(201)
  expect((await listOf('red3'))[0]).toMatchObject({ state: 'in work', waitingSince: null })
  const question = (await heardBy(running, seed)).find(({ text }) => text !== '')
  if (!question) throw new Error('no question was heard')
  expect((await replyTo(running, question, 'Since January.')).json()).toEqual({ readableOn: '2026-03-04' })
  // The same again is safe; another is one too many; a ticket of nobody is none.
  expect((await replyTo(running, question, 'Since January.')).statusCode).toBe(200)
  expect((await replyTo(running, question, 'Since May.')).json().code).toBe('reply-already-sent')
  const forged = { ...question, ticket: new Uint8Array(16) }
  expect((await replyTo(running, forged, 'I am the sender.')).json().code).toBe('reply-ticket-not-valid')
  // Nothing shows that a reply waits for its batch.
  expect((await listOf('red3'))[0]).toMatchObject({ state: 'in work', waitingSince: null })
  expect((await openFor('red3', concern.id)).messages).toHaveLength(2)
  at('2026-03-04T05:00:00Z')
  expect((await listOf('red3'))[0]).toMatchObject({ waitingSince: '2026-03-04' })
  const { messages } = await openFor('red3', concern.id)
  expect(messages.map(({ by, text }: { by: string; text: string }) => [by, text])).toEqual([
    ['trusted', ''],
    ['trusted', 'Since when?'],
    ['sender', 'Since January.'],
  ])
  expect((await say('red3', concern.id, 'closed')).json().code).toBe('malformed-request')
  expect((await say('red3', concern.id, 'closed', 'They are tested now.')).statusCode).toBe(201)
  expect((await listOf('red3'))[0]).toMatchObject({ state: 'closed', eraseOn: '2026-06-02' })
  expect((await heardBy(running, seed)).map(({ state }) => state).sort()).toEqual([
    'closed',
    'in work',
    'read',
  ])
})

test('nobody but the trusted person reads it, whatever the role: to all others it is not there', async () => {
  await raise('blue2', 'Only for one.')
  at('2026-03-03T05:00:00Z')
  const concern = (await listOf('red3')).find(({ state }: { state: string }) => state === 'new')
  await onServer(running.databaseUrl, (client) =>
    client.query(`WITH part AS (UPDATE person SET role = 'hr' WHERE external_id = 'green2' RETURNING organisation, id)
      INSERT INTO hr_scope SELECT organisation, id, 'red' FROM part`),
  )
  const others = ['blue1', 'red1', 'top1', 'top2', 'green2', 'tiny2', 'top3', 'green1']
  for (const person of others) {
    expect(await listOf(person), person).toEqual([])
    const read = await ask(person, 'POST', `/api/concerns/${concern.id}/read`)
    expect(read.json().code, person).toBe('unknown-concern')
    expect((await say(person, concern.id, 'closed', 'Nothing to see')).json().code, person).toBe(
      'unknown-concern',
    )
  }
  expect((await openFor('red3', concern.id)).text).toBe('Only for one.')
})

test('what waits for too long is read by the escalation person, too, and goes on being so after a late answer', async () => {
  const { seed } = await raise('blue3', 'Nobody answers this.')
  at('2026-03-09T12:00:00Z')
  expect(await listOf('green1')).toEqual([])
  at('2026-03-10T05:00:00Z')
  const left = (await listOf('green1')).find(({ state }: { state: string }) => state === 'new')
  expect(left).toMatchObject({ as: 'escalation', waitingSince: '2026-03-03' })
  expect((await openFor('green1', left.id)).text).toBe('Nobody answers this.')
  expect((await say('red3', left.id, 'in work', 'Sorry, I was away.')).statusCode).toBe(201)
  expect((await listOf('green1')).map(({ id }: { id: string }) => id)).toContain(left.id)
  expect((await heardBy(running, seed)).map(({ by }) => by).sort()).toEqual(['escalation', 'trusted'])
  await say('green1', left.id, 'closed', 'We have spoken about it.')
})

test('when a trusted person is dismissed, leaves or is erased, concerns go to the escalation person and to nobody else', async () => {
  const other = await nameTrusted('red4', 'red5')
  await raise('blue4', 'Read by one of two.', other)
  at('2026-03-03T05:00:00Z')
  expect(await listOf('red4')).toHaveLength(1)
  expect(await listOf('red5')).toEqual([])
  const change = (sql: string) => onServer(running.databaseUrl, (client) => client.query(sql))
  await change(`UPDATE person SET erase_on = '2026-04-01' WHERE external_id = 'red4'`)
  expect(await listOf('red5')).toMatchObject([{ as: 'escalation' }])
  await change(`UPDATE person SET erase_on = NULL WHERE external_id = 'red4'`)
  expect((await ask('top2', 'DELETE', `/api/trusted-persons/${other}`)).json()).toEqual({ waits: false })
  expect(await listOf('red4')).toEqual([])
  expect(await listOf('red5')).toHaveLength(1)
  const { shown, tickets } = await collectTickets(running, await running.signIn('blue5@test.example'))
  const late = concernBody(shown, tickets[0], { trusted: other, text: 'Too late', seed: newSeed() })
  expect((await sendConcern(running, late)).json().code).toBe('unknown-trusted-person')
  // The ticket is not used up by that.
  expect((await sendConcern(running, { ...late, trusted })).statusCode).toBe(200)
  await change(`DELETE FROM person WHERE external_id = 'red4'`)
  const [concern] = await listOf('red5')
  expect((await openFor('red5', concern.id)).text).toBe('Read by one of two.')
})

test('what a trusted person has closed is left to nobody, until its sender speaks again', async () => {
  const other = await nameTrusted('green4', 'red5')
  const { seed } = await raise('green3', 'Told to one, and settled.', other)
  at('2026-03-03T05:00:00Z')
  const [{ id }] = await listOf('green4')
  await openFor('green4', id)
  await say('green4', id, 'closed', 'Settled.')
  const before = (await listOf('red5')).length
  await ask('top2', 'DELETE', `/api/trusted-persons/${other}`)
  expect(await listOf('red5')).toHaveLength(before)
  const closing = (await heardBy(running, seed)).find(({ text }) => text === 'Settled.')
  if (!closing) throw new Error('nothing was heard')
  await replyTo(running, closing, 'It is not.')
  expect(await listOf('red5')).toHaveLength(before)
  at('2026-03-04T05:00:00Z')
  const left = (await listOf('red5')).find((one: { id: string }) => one.id === id)
  expect(left).toMatchObject({ as: 'escalation', state: 'in work' })
  // Whoever stands behind and spoke goes on reading, also what is closed again.
  await say('red5', id, 'closed', 'Now it is.')
  expect((await openFor('red5', id)).state).toBe('closed')
})

test('who takes concerns and is HR or administrator beside it is shown as that, before anybody chooses', async () => {
  const named = await nameTrusted('top2', 'tiny2')
  const { people } = (await ask('blue1', 'GET', '/api/trusted-persons')).json()
  expect(people.find(({ id }: { id: string }) => id === named)).toMatchObject({
    also: 'hr',
    escalationAlso: 'administrator',
  })
  expect(people.find(({ id }: { id: string }) => id === trusted)).toMatchObject({
    also: null,
    escalationAlso: null,
  })
  await ask('top2', 'DELETE', `/api/trusted-persons/${named}`)
})

test('two tickets a month for everybody, each good for one concern; another device gets none', async () => {
  const cookie = await running.signIn('blue6@test.example')
  const seeds = newSeeds()
  const { shown, tickets } = await collectTickets(running, cookie, seeds)
  const again = await collectTickets(running, cookie, seeds)
  expect(again.tickets).toEqual(tickets)
  await expect(collectTickets(running, cookie)).rejects.toThrow('tickets-collected')
  const body = concernBody(shown, tickets[0], { trusted, text: 'One', seed: newSeed() })
  expect((await sendConcern(running, body)).statusCode).toBe(200)
  expect((await sendConcern(running, body)).statusCode).toBe(200)
  const second = concernBody(shown, tickets[0], { trusted, text: 'Two', seed: newSeed() })
  expect((await sendConcern(running, second)).json().code).toBe('ticket-spent')
  const third = concernBody(shown, tickets[1], { trusted, text: 'Two', seed: newSeed() })
  expect((await sendConcern(running, third)).statusCode).toBe(200)
  const { blinded } = await blindedOf(shown, seeds.slice(1))
  const one = await running.app.inject({
    method: 'POST',
    url: '/api/my/concern-tickets',
    headers: { cookie },
    payload: { blinded },
  })
  expect(one.json().code).toBe('malformed-request')
})

test('a forged ticket, one of last month, and a concern that nobody could answer are refused', async () => {
  const { shown, tickets } = await collectTickets(running, await running.signIn('blue7@test.example'))
  const good = concernBody(shown, tickets[0], { trusted, text: 'Good', seed: newSeed() })
  const forged = { ...good, token: good.token.replace(/^./, good.token.startsWith('A') ? 'B' : 'A') }
  expect((await sendConcern(running, forged)).json().code).toBe('ticket-not-valid')
  const bytes = Buffer.from(good.concern, 'base64url').fill(0, 0, 32)
  const noKey = { ...good, concern: bytes.toString('base64url') }
  expect((await sendConcern(running, noKey)).json().code).toBe('malformed-request')
  expect((await sendConcern(running, { ...good, concern: good.concern.slice(1) })).statusCode).toBe(400)
  at('2026-04-01T00:00:00Z')
  const next = await shownMonth(running, await running.signIn('blue7@test.example'))
  expect(next.month.id).not.toBe(shown.month.id)
  expect((await sendConcern(running, good)).json().code).toBe('ticket-not-valid')
  expect((await sendConcern(running, { ...good, month: next.month.id })).json().code).toBe('ticket-not-valid')
})

test('closed concerns are erased on their day, and with the last one of a month its keys; not what somebody still waits for', async () => {
  const clean = await runApp(smallCompany())
  const kept = running
  running = clean
  try {
    trusted = await nameTrusted('red3', 'green1')
    await writeMailSettings(clean.database.office, clean.organisation, { ...usualMailSettings, zone: 'UTC' })
    expect(
      (await ask('top2', 'PUT', '/api/concern-settings', { answerWithinDays: 3, eraseAfterDays: 10 }))
        .statusCode,
    ).toBe(200)
    const { seed, shown } = await raise('blue1', 'Soon forgotten')
    at('2026-03-03T06:00:00Z')
    const [concern] = await listOf('red3')
    await openFor('red3', concern.id)
    await say('red3', concern.id, 'closed', 'Done.')
    const closing = (await heardBy(clean, seed)).find(({ text }) => text === 'Done.')
    if (!closing) throw new Error('nothing was heard')
    await replyTo(clean, closing, 'Not quite.')
    at('2026-04-20T06:00:00Z')
    const erase = () =>
      eraseConcerns({ database: clean.database, vault: clean.vault }, clean.organisation, clean.clock.now)
    await erase()
    expect(await listOf('red3')).toMatchObject([
      { state: 'in work', waitingSince: '2026-03-04', eraseOn: null },
    ])
    await say('red3', concern.id, 'closed', 'Now it is.')
    at('2026-04-29T06:00:00Z')
    await erase()
    expect(await listOf('red3')).toHaveLength(1)
    expect(await clean.vault.concerns.list()).toContain(shown.month.id)
    at('2026-04-30T06:00:00Z')
    await erase()
    expect(await listOf('red3')).toEqual([])
    expect(await heardBy(clean, seed)).toEqual([])
    expect(await clean.vault.concerns.list()).not.toContain(shown.month.id)
  } finally {
    running = kept
    await clean.stop()
  }
})

test('one mail for each batch says that something waits, to whom it waits for, and not what', async () => {
  const clean = await runApp(smallCompany())
  const kept = running
  running = clean
  try {
    trusted = await nameTrusted('red3', 'green1')
    await writeMailSettings(clean.database.office, clean.organisation, { ...usualMailSettings, zone: 'UTC' })
    const tell = (moment: string) => mailConcerns(clean.database.office, clean.organisation, new Date(moment))
    expect(await tell('2026-03-02T00:10:00Z')).toBe(0)
    await raise('blue1', 'One')
    await raise('blue2', 'Two')
    // The batch may still grow.
    expect(await tell('2026-03-02T23:50:00Z')).toBe(0)
    expect(await tell('2026-03-03T00:10:00Z')).toBe(1)
    expect(await tell('2026-03-03T00:10:00Z')).toBe(0)
    const { rows } = await onServer(clean.databaseUrl, (client) =>
      client.query(
        `SELECT p.external_id AS id, m.send_at AS at, m.kind, m.wave FROM outgoing_mail m JOIN person p ON p.id = m.person`,
      ),
    )
    expect(rows).toMatchObject([{ id: 'red3', kind: 'concerns', wave: null }])
    expect(rows[0].at.getTime()).toBeGreaterThanOrEqual(Date.parse('2026-03-03T06:00:00Z'))
    expect(await tell('2026-03-05T00:10:00Z')).toBe(0)
    expect(await tell('2026-03-10T00:10:00Z')).toBe(1)
  } finally {
    running = kept
    await clean.stop()
  }
})

test('who is named and dismissed stands in the trail; raising, reading and answering do not', async () => {
  const trail = (await ask('top2', 'GET', '/api/audit-trail')).json()
  const actions = new Set(trail.events.map(({ action }: { action: string }) => action))
  expect([...actions].sort()).toEqual(['trusted person dismissed', 'trusted person named'])
})
