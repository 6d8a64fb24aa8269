import { randomUUID } from 'node:crypto'
import { present } from '@chorus/basics/assert'
import type { Office } from '@chorus/db/database'
import { insertFeedback, markFeedback } from '@chorus/db/stores/feedback'
import { insertFeedbackRequests } from '@chorus/db/stores/feedback-requests'
import { insertTopic, setStepIn } from '@chorus/db/stores/readiness'
import { insertRecognition } from '@chorus/db/stores/recognitions'
import { sealNote, sealWords } from '../community/feedback/sealed-words.ts'
import type { SealedTexts } from '../vault/sealed-texts.ts'
import type { DemoPerson } from './demo-people.ts'
import { type DemoSeat, demoFeedback, demoRequest, demoThanks, demoTopics } from './demo-recognition.ts'
import { demoUnits } from './organisation-data.ts'

const dayMs = 24 * 3_600_000

/** Writes thanks, a pair's feedback, and who could step in. */
export async function addDemoRecognition(
  { office, secrets }: { readonly office: Office; readonly secrets: SealedTexts },
  organisation: string,
  people: readonly DemoPerson[],
  personIds: ReadonlyMap<string, string>,
  now: Date,
): Promise<void> {
  const momentOf = (day: number) => new Date(now.getTime() + day * dayMs)
  const dayOf = (day: number) => momentOf(day).toISOString().slice(0, 'yyyy-mm-dd'.length)
  const idOf = ([unit, place]: DemoSeat) => {
    const found = people.filter((one) => one.unit === unit)[place]
    return present(personIds.get(found?.id ?? ''), `somebody at place ${place} of ${unit}`)
  }
  const nameOf = (unit: string) => present(demoUnits.find(([id]) => id === unit)?.[2], unit)

  for (const { from, to, day, ...words } of demoThanks) {
    const unit = 'team' in to ? to.team : from[0]
    await insertRecognition(
      office,
      {
        organisation,
        ...words,
        ofTeam: 'team' in to,
        unit,
        unitName: nameOf(unit),
        audience: 'organisation',
        author: idOf(from),
        at: momentOf(day),
      },
      'team' in to ? [] : to.people.map(idOf),
    )
  }
  for (const { from, to, day, read, ...words } of demoFeedback) {
    const place = { organisation, id: randomUUID() }
    const receiver = idOf(to)
    const sealed = sealWords(secrets, place, words)
    await insertFeedback(office, { ...place, receiver, giver: idOf(from), words: sealed, on: dayOf(day) })
    if (read) await markFeedback(office, { ...place, receiver }, { read, helpful: true, thanked: true })
  }
  const asked = { organisation, id: randomUUID() }
  await insertFeedbackRequests(office, [
    {
      ...asked,
      asker: idOf(demoRequest.from),
      giver: idOf(demoRequest.to),
      question: sealNote(secrets, asked, demoRequest.question),
      on: dayOf(demoRequest.day),
      declined: null,
    },
  ])
  for (const { unit, title, people: couldStepIn } of demoTopics) {
    const id = await insertTopic(office, { organisation, unit, title })
    for (const seat of couldStepIn) await setStepIn(office, { organisation, id }, idOf(seat), true)
  }
}
