import { randomUUID } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { listLessons } from '../apps/api/src/community/lessons/list-lessons.ts'
import { lessonsQuery } from '../packages/contracts/src/lessons.ts'
import { openDatabase } from '../packages/db/src/database.ts'
import { startEmbeddedPostgres } from '../packages/db/src/embedded/embedded-postgres.ts'
import { migrateDatabase } from '../packages/db/src/migrate.ts'
import { type LessonReader, unitsOfLessons, usedTags } from '../packages/db/src/stores/lesson-search.ts'
import { findLesson } from '../packages/db/src/stores/lessons.ts'
import { createOrganisation } from '../packages/db/src/stores/organisations.ts'
import { onServer } from '../packages/db/test/support/test-server.ts'
import { fillWithLessons } from './fill-with-lessons.ts'
import { inventedArabicWord, inventedWord } from './invented-lessons.ts'

/** Milliseconds that the median search may take. */
const limit = 50
const times = 60

/** What is looked for, by how many lessons have it (about 30 %, 1 % and 0.1 % of them), by filter, and in each language in another form of the word. */
const searches: readonly (readonly [name: string, asked: (n: number) => object])[] = [
  ['a word of every third lesson', (n) => ({ words: inventedWord(25 + (n % 10)) })],
  ['a word of every hundredth', (n) => ({ words: inventedWord(900 + n) })],
  ['a rare word', (n) => ({ words: inventedWord(9_000 + n) })],
  ['two words', (n) => ({ words: `${inventedWord(100 + n)} ${inventedWord(300 + n)}` })],
  ['words in a row', (n) => ({ words: `"${inventedWord(40)} ${inventedWord(50 + n)}"` })],
  ['one word without another', (n) => ({ words: `${inventedWord(800 + n)} -${inventedWord(60)}` })],
  ['a word with a tag', (n) => ({ words: inventedWord(300 + n), tag: `tag ${n % 20}` })],
  ['a word with followed tags', (n) => ({ words: inventedWord(300 + n), followed: 'yes' })],
  ['a word of a kind', (n) => ({ words: inventedWord(300 + n), kind: 'went well' })],
  ['a word of the last 90 days', (n) => ({ words: inventedWord(300 + n), since: '2025-06-15' })],
  ['a word in a unit', (n) => ({ words: inventedWord(300 + n), unit: `u${n}` })],
  ['a word in a unit and those below', (n) => ({ words: inventedWord(300 + n), unit: `d${n % 10}` })],
  ['a common word in a unit', (n) => ({ words: inventedWord(25), unit: `u${n}` })],
  [
    'all filters',
    (n) => ({
      words: inventedWord(30 + n),
      tag: `tag ${n % 20}`,
      unit: `d${n % 10}`,
      kind: 'went wrong',
      since: '2024-01-01',
    }),
  ],
  ['in English', (n) => ({ words: `${inventedWord(300 + n)}s` })],
  ['in German', (n) => ({ words: `${inventedWord(300 + n)}en` })],
  ['in French', (n) => ({ words: `${inventedWord(300 + n)}s` })],
  ['in Spanish', (n) => ({ words: `${inventedWord(300 + n)}s` })],
  ['in Portuguese', (n) => ({ words: `${inventedWord(300 + n)}s` })],
  ['in Arabic', (n) => ({ words: `ال${inventedArabicWord(300 + n)}` })],
  ['in Japanese', (n) => ({ words: String.fromCodePoint(0x4e00 + (n % 30), 0x4e00 + (n % 7)) })],
  ['a tag, newest first', (n) => ({ tag: `tag ${n % 20}` })],
  ['followed tags, newest first', () => ({ followed: 'yes' })],
  ['a unit, newest first', (n) => ({ unit: `u${n}` })],
  ['a kind, newest first', () => ({ kind: 'went well' })],
  ['no words, newest first', () => ({})],
]

/**
 * 100,000 invented lessons in seven languages of 500 units, half of them for their unit alone, searched as the page does it (store, names and
 * marked words), by somebody who reads everything and by somebody who reads three units. Prints the median and the 95th of 100 of each
 * search and of all of them, and the ratio to a read by primary key in the same run. Fails where the median of a search is over the limit.
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
    const [everything, threeUnits] = [randomUUID(), randomUUID()]
    const ids = await fillWithLessons(database.office, organisation, [everything, threeUnits])
    await onServer(postgres.url, (client) => client.query('VACUUM ANALYZE lesson'))
    const byKey = await timed((n) =>
      findLesson(database.office, { organisation, id: ids[(n * 7919) % ids.length] ?? '' }),
    )
    console.log(`${'read by primary key'.padEnd(34)} ${said(byKey)}`)
    const readers: readonly (readonly [string, LessonReader])[] = [
      ['reads everything', { organisation, person: everything, units: null }],
      ['reads three units', { organisation, person: threeUnits, units: ['u1', 'u2', 'u3'] }],
    ]
    for (const [who, reader] of readers) {
      const all: number[] = []
      console.log(who)
      for (const [name, asked] of searches) {
        const taken = await timed((n) => listLessons(database.office, reader, lessonsQuery.parse(asked(n))))
        all.push(...taken)
        const isSlow = quantile(taken, 0.5) > limit
        if (isSlow) process.exitCode = 1
        console.log(`  ${name.padEnd(32)} ${said(taken)}${isSlow ? `, over ${limit} ms` : ''}`)
      }
      const choices = await timed(() =>
        Promise.all([usedTags(database.office, reader), unitsOfLessons(database.office, reader)]),
      )
      console.log(`  ${'tags and units to choose from'.padEnd(32)} ${said(choices)}`)
      const ratio = (quantile(all, 0.5) / quantile(byKey, 0.5)).toFixed(1)
      const ofLimit = (quantile(all, 0.5) / limit).toFixed(2)
      console.log(
        `  ${'all of these'.padEnd(32)} ${said(all)}  ${ratio} × the read by key, ${ofLimit} of ${limit} ms`,
      )
    }
    await database.close()
  } finally {
    await postgres.stop()
    await rm(folder, { recursive: true, force: true })
  }
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
