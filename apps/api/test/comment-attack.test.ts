import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Linkage, linkEitherWay } from '../../../packages/db/test/attacks/linkage.ts'
import {
  markedAnswers,
  type Recogniser,
  recogniser,
} from '../../../packages/db/test/attacks/marked-answers.ts'
import { seededNumbers, shuffled } from '../../../packages/db/test/attacks/seeded-numbers.ts'
import { type FoundOrders, ordersInTables } from '../../../packages/db/test/attacks/table-attacks.ts'
import { tellFigures } from '../../../packages/db/test/attacks/tell-figures.ts'
import { onServer } from '../../../packages/db/test/support/test-server.ts'
import {
  bodyOf,
  collectBallots,
  deviceOf,
  type FrozenWave,
  openWaveFor,
  type Sendable,
  send,
} from './support/ballot-device.ts'
import { companyWithCut } from './support/company-with-cut.ts'
import { type RunningApp, runApp } from './support/running-app.ts'

/**
 * Two teams of twenty, in which everybody writes a comment on two scales, and an attacker with the whole database who is told the exact
 * order in which people sent. Comments and answers are marked; only the judge knows whose marks they are. Two comments of one
 * person are two marks, which must not be found to belong together either.
 */
const people = new Map(
  ['red', 'blue'].map((team) => [team, Array.from({ length: 20 }, (_, index) => `${team}${index + 1}`)]),
)
const everybody = [...people.values()].flat()
const sent = shuffled(everybody, seededNumbers(5))
const [first, second] = ['psychological-safety', 'belonging']

/** What the judge knows. */
const marks = new Map<string, { scale: string | undefined; person: string }>()

let running: RunningApp
let hr: string
let frozen: FrozenWave
let answers: Recogniser

beforeAll(async () => {
  running = await runApp(companyWithCut(people, 'red20'))
  hr = await running.signIn('red20@test.example')
  frozen = await openWaveFor(running, hr, { comments: true })
  const marked = markedAnswers(everybody, frozen.items, 3)
  answers = recogniser(frozen.items, marked)
  const waiting: { person: string; sendable: Sendable }[] = []
  for (const person of sent) {
    const device = await deviceOf(running, frozen, `${person}@test.example`)
    for (const sendable of await collectBallots(running, frozen, device)) waiting.push({ person, sendable })
  }
  // One after the other, all ballots of a person together: the worst that can happen to an order.
  for (const { person, sendable } of waiting) {
    const comments = {
      [first ?? '']: { text: mark(first, person) },
      [second ?? '']: { text: mark(second, person) },
    }
    const answer = await send(running, frozen, bodyOf(frozen, sendable, marked.get(person) ?? {}, comments))
    if (answer.statusCode !== 200) throw new Error(answer.body)
  }
}, 120_000)

afterAll(() => running.stop())

test('while the wave is open, no table and no dead row holds a readable comment', async () => {
  expect([...(await look(commentsOn())).keys()]).toEqual([])
  // The attack is no blunt one: it finds a comment that is put where it can be read.
  await owner(`CREATE TABLE careless AS SELECT '${mark(first, 'red1')}, ${mark(first, 'red2')}' AS words`)
  expect([...(await look(commentsOn())).keys()]).toContain('public.careless dump')
  await owner('DROP TABLE careless')
})

test('after the close no order tells whose a comment is, which answers go with it, or which other comment', async () => {
  await post('close')
  await expectUnlinked('sealed')
})

test('nor after publishing, with all comments there to be read', async () => {
  await post('publish')
  expect(await owner('SELECT count(*)::int AS shown FROM release_comment')).toEqual([
    { shown: 2 * everybody.length },
  ])
  await expectUnlinked('published')
})

async function expectUnlinked(name: string) {
  const comments = await look(commentsOn(first))
  const others = await look(commentsOn(second))
  const table = name === 'sealed' ? 'sealed_comment' : 'release_comment'
  expect(comments.get(`public.${table} dump`)).toHaveLength(everybody.length)
  const known = new Map([
    ['people as they sent', sent],
    ...[...(await look(answers))].map(([place, order]): [string, readonly string[]] => [
      `answers, ${place}`,
      order,
    ]),
    ...[...others].map(([place, order]): [string, readonly string[]] => [`other comments, ${place}`, order]),
  ])
  const linkages = new Map<string, Linkage>()
  for (const [place, order] of comments)
    for (const [other, persons] of known)
      if (persons.length === everybody.length)
        linkages.set(`${place}; ${other}`, linkEitherWay(people, persons, order))
  tellFigures(`comments, ${name}`, linkages)
  expect(linkages.size).toBeGreaterThan(name === 'sealed' ? 30 : 10)
  // One false alarm in a million runs.
  const bound = 1e-6 / (4 * linkages.size)
  for (const [attack, { chance }] of linkages) expect(chance, attack).toBeGreaterThan(bound)
}

/** The mark of a person's comment on a scale: drawn at random, or the words themselves would say whose they are. */
function mark(scale: string | undefined, person: string): string {
  const known = [...marks].find(([, one]) => one.scale === scale && one.person === person)
  if (known) return known[0]
  const drawn = randomUUID()
  marks.set(drawn, { scale, person })
  return drawn
}

/** Finds comments on one scale, or on any. */
function commentsOn(scale?: string): Recogniser {
  const inText = (text: string) =>
    [...text.matchAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g)].flatMap(([found]) => {
      const one = marks.get(found)
      return one && (scale === undefined || one.scale === scale) ? [one.person] : []
    })
  return { inText, inBytes: (bytes) => inText(bytes.toString('latin1')) }
}

function look(recognise: Recogniser): Promise<FoundOrders> {
  return onServer(running.databaseUrl, (client) => ordersInTables(client, recognise))
}

async function post(step: string) {
  const url = `/api/waves/${frozen.wave}/${step}`
  const answer = await running.app.inject({ method: 'POST', url, headers: { cookie: hr } })
  expect(answer.statusCode).toBe(200)
}

async function owner<T extends Record<string, unknown>>(statement: string): Promise<T[]> {
  return onServer(running.databaseUrl, async (client) => (await client.query<T>(statement)).rows)
}
