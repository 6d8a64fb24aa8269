import { present } from '@chorus/basics/assert'
import type { Office } from '@chorus/db/database'
import { insertLesson, setGoodExample } from '@chorus/db/stores/lessons'
import { insertReply, setReaction } from '@chorus/db/stores/threads'
import { setWelcomeFinished } from '@chorus/db/stores/welcome'
import { type DemoAuthor, demoLessons } from './demo-lessons.ts'
import type { DemoPerson } from './demo-people.ts'
import { demoTenures, demoUnits } from './organisation-data.ts'

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs

/** Writes what the demo's teams learned. Whoever has been there for years is not offered the path for new joiners. */
export async function addDemoLessons(
  office: Office,
  organisation: string,
  people: readonly DemoPerson[],
  personIds: ReadonlyMap<string, string>,
  now: Date,
): Promise<void> {
  const midnight = Math.floor(now.getTime() / dayMs) * dayMs
  let written = 0
  /** Each at another time of a working day. */
  const momentOf = (day: number) => {
    written += 1
    return new Date(midnight + day * dayMs + (7 * 60 + ((written * 97) % 480)) * minuteMs)
  }
  const idOf = ([unit, place]: DemoAuthor) => {
    const person = people.filter((one) => one.unit === unit)[place]
    return present(personIds.get(person?.id ?? ''), `person ${place} of ${unit}`)
  }
  for (const told of demoLessons) {
    const { by, day, language, kind, title, happened, learned, now, tags, goal = '' } = told
    const [unit] = by
    const unitName = present(demoUnits.find(([id]) => id === unit)?.[2], unit)
    const id = await insertLesson(office, {
      organisation,
      author: idOf(by),
      unit,
      unitName,
      audience: told.onlyUnit ? 'unit' : 'organisation',
      kind,
      title,
      happened,
      learned,
      now,
      tags: [...tags],
      goal,
      language,
      leadersOwn: told.leadersOwn ?? false,
      review: null,
      at: momentOf(day),
    })
    if (told.goodExample) await setGoodExample(office, { organisation, id }, true)
    const subject = { organisation, kind: 'lesson' as const, id }
    for (const { by, day, text } of told.replies ?? [])
      await insertReply(office, subject, { author: idOf(by), text, at: momentOf(day) })
    for (const [by, reaction] of told.reactions ?? [])
      await setReaction(office, subject, { person: idOf(by), reaction }, true)
  }
  for (const { id, cuts } of people) {
    const person = personIds.get(id)
    if (person !== undefined && cuts.tenure !== demoTenures[0])
      await setWelcomeFinished(office, { organisation, person }, true)
  }
}
