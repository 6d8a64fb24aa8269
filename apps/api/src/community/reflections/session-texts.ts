import {
  blackOutSession,
  deleteSession,
  listSessionsBy,
  listSummarisedOfUnits,
} from '@chorus/db/stores/reflection-texts'
import { findReflection } from '@chorus/db/stores/reflections'
import { ProblemError } from '../../http/problem.ts'
import type { TextsOfKind, Told } from '../texts-of-kind.ts'

type Session = Awaited<ReturnType<typeof listSessionsBy>>[number]

/** What was asked and what came of it. What people wrote in between are kinds of their own. */
export const sessionTexts: TextsOfKind = {
  async find(office, key) {
    const row = await findReflection(office, key)
    return row && told(row)
  },
  async inUnits(office, organisation, units) {
    return (await listSummarisedOfUnits(office, organisation, units)).map(told)
  },
  async by(office, author) {
    return (await listSessionsBy(office, author)).map(told)
  },
  async remove(office, key) {
    if (!(await deleteSession(office, key))) throw new ProblemError('text-of-the-unit')
  },
  blackOut: blackOutSession,
}

function told({ id, title, unit, unitName, facilitator, begun, prompts, heard, doing }: Session): Told {
  return {
    id,
    title,
    unit: { id: unit, name: unitName },
    author: facilitator,
    at: begun,
    words: {
      title,
      ...Object.fromEntries(prompts.map((prompt, place) => [`prompt ${place + 1}`, prompt])),
      heard: heard ?? '',
      doing: doing ?? '',
    },
    facts: {},
  }
}
