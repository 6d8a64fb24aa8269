import { randomUUID } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { listLessons } from '../apps/api/src/community/lessons/list-lessons.ts'
import { lessonsQuery } from '../packages/contracts/src/lessons.ts'
import { locales } from '../packages/contracts/src/locale.ts'
import { type Office, openDatabase } from '../packages/db/src/database.ts'
import { startEmbeddedPostgres } from '../packages/db/src/embedded/embedded-postgres.ts'
import { migrateDatabase } from '../packages/db/src/migrate.ts'
import { lesson } from '../packages/db/src/schema/community.ts'
import { unit } from '../packages/db/src/schema/organisation.ts'
import type { LessonReader } from '../packages/db/src/stores/lesson-search.ts'
import { findLesson } from '../packages/db/src/stores/lessons.ts'
import { createOrganisation } from '../packages/db/src/stores/organisations.ts'
import { onServer } from '../packages/db/test/support/test-server.ts'
import { inventedLesson, inventedWord } from './invented-lessons.ts'

const lessons = 100_000
const units = 500
/** Milliseconds that the median search may take. */
const limit = 50
const times = 60

/** What is looked for, by how many lessons have it: about 30 %, 1 % and 0.1 % of them. */
const searches: readonly (readonly [name: string, asked: (n: number) => object])[] = [
  ['a word of every third lesson', (n) => ({ words: inventedWord(25 + (n % 10)) })],
  ['a word of every hundredth', (n) => ({ words: inventedWord(900 + n) })],
  ['a rare word', (n) => ({ words: inventedWord(9_000 + n) })],
  ['two words', (n) => ({ words: `${inventedWord(100 + n)} ${inventedWord(300 + n)}` })],
  ['words in a row', (n) => ({ words: `"${inventedWord(40)} ${inventedWord(50 + n)}"` })],
  ['one word without another', (n) => ({ words: `${inventedWord(800 + n)} -${inventedWord(60)}` })],
  ['a word with a tag', (n) => ({ words: inventedWord(300 + n), tag: `tag ${n % 20}` })],
  ['a word in a unit', (n) => ({ words: inventedWord(300 + n), unit: `u${n}` })],
  ['a Japanese word', (n) => ({ words: String.fromCodePoint(0x4e00 + (n % 30), 0x4e00 + (n % 7)) })],
  ['a tag, newest first', (n) => ({ tag: `tag ${n % 20}` })],
  ['no words, newest first', () => ({})],
]

/**
 * 100,000 invented lessons in seven languages of 500 units, half of them for their unit alone, searched as the page does it (store, names and
 * marked words), by somebody who reads everything and by somebody who reads three units. Prints the median and the 95th of 100 of each
 * search, of all of them, their ratio to a read by primary key in the same run, and to the limit.
 */
export async function benchSearch(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'chorus-bench-'))
  await chmod(folder, 0o711)
  const postgres = await startEmbeddedPostgres({ dataFolder: folder })
  try {
    await migrateDatabase(postgres.url)
    const organisation = randomUUID()
    const database = openDatabase(postgres.url, { organisation })
    await createOrganisation(database.office, 'Bench', organisation)
    const ids = await fill(database.office, organisation)
    await onServer(postgres.url, (client) => client.query('VACUUM ANALYZE lesson'))
    const byKey = await timed((n) =>
      findLesson(database.office, { organisation, id: ids[(n * 7919) % ids.length] ?? '' }),
    )
    console.log(`${'read by primary key'.padEnd(34)} ${said(byKey)}`)
    const readers: readonly (readonly [string, LessonReader])[] = [
      ['reads everything', { organisation, person: randomUUID(), units: null }],
      ['reads three units', { organisation, person: randomUUID(), units: ['u1', 'u2', 'u3'] }],
    ]
    for (const [who, reader] of readers) {
      const all: number[] = []
      console.log(who)
      for (const [name, asked] of searches) {
        const taken = await timed((n) => listLessons(database.office, reader, lessonsQuery.parse(asked(n))))
        all.push(...taken)
        console.log(`  ${name.padEnd(32)} ${said(taken)}`)
      }
      const ratio = (quantile(all, 0.5) / quantile(byKey, 0.5)).toFixed(1)
      const ofLimit = (quantile(all, 0.5) / limit).toFixed(2)
      console.log(
        `  ${'all of these'.padEnd(32)} ${said(all)}  ${ratio} × the read by key, ${ofLimit} of ${limit} ms`,
      )
      if (quantile(all, 0.5) > limit) process.exitCode = 1
    }
    await database.close()
  } finally {
    await postgres.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** @returns ids of some of the lessons */
async function fill(office: Office, organisation: string): Promise<string[]> {
  const began = performance.now()
  await office.insert(unit).values(
    Array.from({ length: units }, (_, n) => ({
      organisation,
      id: `u${n}`,
      parent: null,
      name: `Unit ${n}`,
    })),
  )
  const ids: string[] = []
  const lot = 500
  for (let start = 0; start < lessons; start += lot) {
    const rows = Array.from({ length: lot }, (_, place) => {
      const n = start + place
      const id = randomUUID()
      if (place === 0) ids.push(id)
      const language = locales[n % 20 < 8 ? 0 : n % 20 < 15 ? 1 : (n % 5) + 2] ?? 'en'
      return {
        organisation,
        id,
        unit: `u${n % units}`,
        unitName: `Unit ${n % units}`,
        audience: Math.floor(n / units) % 2 === 0 ? ('unit' as const) : ('organisation' as const),
        author: null,
        kind: 'went wrong' as const,
        ...inventedLesson(n, language),
        tags: [`tag ${n % 40}`, `tag ${n % 37}`],
        goal: '',
        language,
        leadersOwn: false,
        at: new Date(Date.UTC(2020, 0, 1) + n * 1_800_000),
      }
    })
    await office.insert(lesson).values(rows)
  }
  console.log(`${lessons} lessons written in ${Math.round((performance.now() - began) / 1000)} s`)
  return ids
}

/** Milliseconds of each time; the first few, which warm the caches, are not counted. */
async function timed(work: (n: number) => Promise<unknown>): Promise<number[]> {
  const taken: number[] = []
  for (let n = -5; n < times; n++) {
    const began = performance.now()
    await work(n + 5)
    if (n >= 0) taken.push(performance.now() - began)
  }
  return taken
}

const said = (taken: readonly number[]) =>
  `median ${quantile(taken, 0.5).toFixed(1).padStart(6)} ms, 95 of 100 ${quantile(taken, 0.95).toFixed(1).padStart(6)} ms`

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
