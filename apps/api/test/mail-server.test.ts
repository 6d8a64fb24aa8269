import { openDatabase } from '@chorus/db/database'
import { withinOrganisation } from '@chorus/db/organisation-scope'
import { writeMailSettings } from '@chorus/db/stores/mail-settings'
import { createOrganisation } from '@chorus/db/stores/organisations'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { onServer } from '../../../packages/db/test/support/test-server.ts'
import { sendRound } from '../src/mail/mailer.ts'
import { lanes, openTransport, type Transport } from '../src/mail/transport.ts'
import { importOrganisation } from '../src/organisation/import-organisation.ts'
import { readMail } from './support/read-mail.ts'
import { atOnce, type RunningMail, runWithMail, secretIn } from './support/running-mail.ts'

let mail: RunningMail

beforeEach(async () => {
  mail = await runWithMail()
})

afterEach(() => mail.stop())

const people = Array.from({ length: 14 }, (_, index) => `p${index + 1}@test.example`).sort()

test('refused addresses are named to HR, the rest is served, and they can be tried again', async () => {
  mail.catcher.refuse = (to) => (to === 'p3@test.example' ? 550 : null)
  await mail.order('invitation')
  await mail.sent()
  expect(mail.catcher.caught).toHaveLength(13)
  expect(await mail.state()).toMatchObject({
    invitation: { people: 14, left: 0 },
    refused: [{ name: 'Person p3', email: 'p3@test.example', reason: 'address' }],
  })
  mail.catcher.refuse = () => null
  expect((await mail.order('refused')).statusCode).toBe(202)
  await mail.sent()
  expect(mail.catcher.caught.map(({ to }) => to).sort()).toEqual(people)
  expect(await mail.state()).toMatchObject({ refused: [] })
})

test('a server that refuses everybody is told of everybody, and of a reminder nothing is told', async () => {
  mail.catcher.refuse = () => 553
  await mail.order('invitation')
  await mail.sent()
  expect((await mail.state()).refused).toHaveLength(14)
  await mail.order('refused')
  await mail.sent()
  mail.catcher.refuse = () => null
  await mail.order('refused')
  await mail.sent()
  mail.catcher.refuse = () => 550
  await mail.order('reminder')
  await mail.sent()
  expect((await mail.state()).refused).toEqual([])
})

test('who is put off gets the mail later', async () => {
  const before = new Map<string, number>()
  mail.catcher.refuse = (to) => {
    before.set(to, (before.get(to) ?? 0) + 1)
    return (before.get(to) ?? 0) <= 2 ? 451 : null
  }
  await mail.order('invitation')
  await mail.sent()
  expect(mail.catcher.caught.map(({ to }) => to).sort()).toEqual(people)
  expect([...before.values()]).toEqual(people.map(() => 3))
})

/** Ends as a process does that is killed between two steps: nothing after the moment is done. */
function killedAfter(mails: number, transport: Transport): Transport {
  let sent = 0
  return {
    async send(message) {
      // The dead send no more: another lane may be at a mail that this one gave back.
      if (sent > mails) throw new Error('killed')
      const outcome = await transport.send(message)
      sent += 1
      if (sent > mails) throw new Error('killed')
      return outcome
    },
    reach: () => transport.reach(),
    close: () => transport.close(),
  }
}

describe('sent by hand', () => {
  beforeEach(async () => {
    await mail.stop()
    mail = await runWithMail(false)
    await mail.order('invitation')
  })

  test('a server that is away loses nothing, and is tried once, not for each mail', async () => {
    const away = openTransport('smtp://127.0.0.1:1', 'pulse@chorus.example')
    const outcome = await sendRound({ ...mail.parts, transport: away })
    away.close()
    expect(outcome).toEqual({ left: true, trouble: 'not-reached' })
    expect(await mail.state()).toMatchObject({ invitation: { people: 14, left: 14 } })
    expect(await sendRound(mail.parts)).toEqual({ left: false, trouble: null })
    expect(mail.catcher.caught.map(({ to }) => to).sort()).toEqual(people)
  })

  test('while the server is away, reminders that nobody wants wait with the others: how many wait tells HR nothing', async () => {
    await sendRound(mail.parts)
    for (const email of people.slice(0, 3)) {
      const unsubscribe = /<(.+)>/.exec(mail.mailTo(email).headers.get('list-unsubscribe') ?? '')?.[1] ?? ''
      const { statusCode } = await mail.running.app.inject({
        method: 'POST',
        url: new URL(unsubscribe).pathname,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: 'List-Unsubscribe=One-Click',
      })
      expect(statusCode).toBeLessThan(300)
    }
    await mail.order('reminder')
    const away = openTransport('smtp://127.0.0.1:1', 'pulse@chorus.example')
    for (let round = 0; round < 5; round++) await sendRound({ ...mail.parts, transport: away })
    away.close()
    expect(await mail.state()).toMatchObject({ reminders: [{ people: 14, left: 14 }] })
    mail.catcher.caught.length = 0
    expect(await sendRound(mail.parts)).toEqual({ left: false, trouble: null })
    expect(mail.catcher.caught.map(({ to }) => to).sort()).toEqual(people.slice(3))
  })

  test('a crash between sending and noting it loses none; of what came twice, each link works', async () => {
    const killed = killedAfter(5, mail.parts.transport)
    await expect(sendRound({ ...mail.parts, transport: killed })).rejects.toThrow('killed')
    const before = mail.catcher.caught.length
    expect(before).toBeGreaterThan(5)
    expect(before).toBeLessThan(14)
    expect(await sendRound(mail.parts)).toEqual({ left: false, trouble: null })
    const times = new Map<string, number>()
    for (const { to } of mail.catcher.caught) times.set(to, (times.get(to) ?? 0) + 1)
    expect([...times.keys()].sort()).toEqual(people)
    const twice = [...times].filter(([, count]) => count > 1)
    expect(twice.length).toBeGreaterThan(0)
    expect(twice.length).toBeLessThanOrEqual(lanes)
    for (const [email, count] of twice) {
      expect(count).toBe(2)
      for (const { raw } of mail.catcher.caught.filter(({ to }) => to === email)) {
        const payload = { token: secretIn(readMail(raw)) }
        const answer = await mail.running.app.inject({ method: 'POST', url: '/api/session', payload })
        expect(answer.json().person.email).toBe(email)
      }
    }
  })

  test('one mail that goes wrong in a way that nobody thought of holds up no other', async () => {
    const { transport } = mail.parts
    const odd: Transport = {
      ...transport,
      async send(message) {
        if (message.to === people[3]) throw new Error('odd')
        return transport.send(message)
      },
    }
    await expect(sendRound({ ...mail.parts, transport: odd })).rejects.toThrow('odd')
    expect(mail.catcher.caught.map(({ to }) => to).sort()).toEqual(people.filter((_, n) => n !== 3))
    expect(await mail.state()).toMatchObject({ invitation: { left: 1 } })
  })

  test('two processes that send at once send each mail once', async () => {
    const other = openTransport(mail.catcher.url, 'pulse@chorus.example')
    const database = openDatabase(mail.running.databaseUrl)
    const second = { ...mail.parts, mailer: database.mailer, issuer: database.issuer, transport: other }
    await Promise.all([sendRound(mail.parts), sendRound(second)])
    other.close()
    await database.close()
    expect(mail.catcher.caught.map(({ to }) => to).sort()).toEqual(people)
  })

  test('organisations take turns: a small one does not wait for the mails of a large one', async () => {
    const { database, databaseUrl, clock } = mail.running
    const { id } = await createOrganisation(database.office, 'Small')
    const files = {
      units: [Buffer.from('unit_id,parent_id,name\ntop,,Top')],
      people: [
        Buffer.from('person_id,name,email,unit_id\ns1,S 1,s1@test.example,top\ns2,S 2,s2@test.example,top'),
      ],
    }
    await withinOrganisation(id, () => importOrganisation(database.office, id, files, clock.now))
    await onServer(databaseUrl, (client) =>
      client.query(
        `INSERT INTO outgoing_mail (organisation, person, kind, send_at)
         SELECT organisation, id, 'actions', $2 FROM person WHERE organisation = $1`,
        [id, clock.now],
      ),
    )
    await withinOrganisation(id, () => writeMailSettings(database.office, id, atOnce))
    expect(await sendRound(mail.parts)).toEqual({ left: false, trouble: null })
    const order = mail.catcher.caught.map(({ to }) => to)
    expect(order).toHaveLength(16)
    // Their turns are among the first four, and without turns they would come last. A lane that opens its connection slowly is overtaken by the
    // others, so the faster of the two counts.
    const places = ['s1@test.example', 's2@test.example'].map((email) => order.indexOf(email))
    expect(Math.min(...places)).toBeGreaterThanOrEqual(0)
    expect(Math.min(...places)).toBeLessThan(order.length - lanes)
  })
})
