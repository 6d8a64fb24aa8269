import { randomUUID } from 'node:crypto'
import { locales } from '../packages/contracts/src/locale.ts'
import type { Office } from '../packages/db/src/database.ts'
import { followedTag } from '../packages/db/src/schema/commons.ts'
import { lesson } from '../packages/db/src/schema/community.ts'
import { person, unit } from '../packages/db/src/schema/organisation.ts'
import { inventedLesson } from './invented-lessons.ts'

const lessons = 100_000
const units = 500
const divisions = 10
const lot = 500
const halfAnHour = 1_800_000
const kinds = ['went well', 'went wrong', 'changed our mind'] as const

/**
 * 100,000 lessons from 2020 on, one each half hour, of units u0 to u499 of divisions d0 to d9: 40 % in English, 35 % in German, 5 % in each
 * other language, every second one for its unit alone.
 * @param readers the ids of people who each follow two tags
 * @returns ids of some of the lessons
 */
export async function fillWithLessons(
  office: Office,
  organisation: string,
  readers: readonly string[],
): Promise<string[]> {
  const began = performance.now()
  const named = (id: string, parent: string | null) => ({ organisation, id, parent, name: `Unit ${id}` })
  await office.insert(unit).values(Array.from({ length: divisions }, (_, n) => named(`d${n}`, null)))
  await office
    .insert(unit)
    .values(Array.from({ length: units }, (_, n) => named(`u${n}`, `d${n % divisions}`)))
  await office.insert(person).values(
    readers.map((id) => ({
      organisation,
      id,
      externalId: id,
      name: 'Reader',
      email: `${id}@bench.example`,
      unit: 'u1',
      role: 'employee' as const,
      language: 'en',
      cuts: {},
    })),
  )
  await office
    .insert(followedTag)
    .values(readers.flatMap((id) => ['tag 1', 'tag 2'].map((tag) => ({ organisation, person: id, tag }))))
  const ids: string[] = []
  for (let start = 0; start < lessons; start += lot) {
    const rows = Array.from({ length: lot }, (_, place) => lessonOf(organisation, start + place))
    ids.push(...rows.slice(0, 1).map(({ id }) => id))
    await office.insert(lesson).values(rows)
  }
  console.log(`${lessons} lessons written in ${Math.round((performance.now() - began) / 1000)} s`)
  return ids
}

function lessonOf(organisation: string, n: number): typeof lesson.$inferInsert & { id: string } {
  const language = locales[n % 20 < 8 ? 0 : n % 20 < 15 ? 1 : (n % 5) + 2] ?? 'en'
  const round = Math.floor(n / units)
  // Each unit writes in all languages.
  const place = (n + round) % units
  return {
    organisation,
    id: randomUUID(),
    unit: `u${place}`,
    unitName: `Unit u${place}`,
    audience: round % 2 === 0 ? 'unit' : 'organisation',
    author: null,
    kind: kinds[n % kinds.length] ?? 'went wrong',
    ...inventedLesson(n, language),
    tags: [`tag ${n % 40}`, `tag ${n % 37}`],
    goal: '',
    language,
    leadersOwn: false,
    at: new Date(Date.UTC(2020, 0, 1) + n * halfAnHour),
  }
}
