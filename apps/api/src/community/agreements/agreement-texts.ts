import {
  blackOutVersion,
  deleteVersion,
  listVersionsBy,
  listVersionsOfUnits,
} from '@chorus/db/stores/agreement-texts'
import { findVersion } from '@chorus/db/stores/agreements'
import { ProblemError } from '../../http/problem.ts'
import type { TextsOfKind, Told } from '../texts-of-kind.ts'

export const agreementTexts: TextsOfKind = {
  async find(office, key) {
    const row = await findVersion(office, key)
    return row && told(row)
  },
  async inUnits(office, organisation, units) {
    return (await listVersionsOfUnits(office, organisation, units)).map(told)
  },
  async by(office, author) {
    return (await listVersionsBy(office, author)).map(told)
  },
  async remove(office, key) {
    if (!(await deleteVersion(office, key))) throw new ProblemError('text-of-the-unit')
  },
  blackOut: blackOutVersion,
}

function told(row: Awaited<ReturnType<typeof listVersionsBy>>[number]): Told {
  const { id, unit, unitName, proposedBy, proposedOn, texts, state, number } = row
  return {
    id,
    title: unitName,
    unit: { id: unit, name: unitName },
    author: proposedBy,
    at: new Date(proposedOn),
    words: texts,
    facts: { state, ...(number !== null && { version: String(number) }) },
  }
}
