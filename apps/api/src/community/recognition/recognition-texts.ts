import {
  blackOutRecognition,
  deleteRecognition,
  findRecognition,
  listRecognitionsBy,
  listRecognitionsOfUnits,
  type RecognitionRow,
} from '@chorus/db/stores/recognitions'
import type { TextsOfKind, Told } from '../texts-of-kind.ts'
import { titleOf } from './title-of.ts'

export const recognitionTexts: TextsOfKind = {
  async find(office, key) {
    const row = await findRecognition(office, key)
    return row && told(row)
  },
  async inUnits(office, organisation, units) {
    return (await listRecognitionsOfUnits(office, organisation, units)).map(told)
  },
  async by(office, author) {
    return (await listRecognitionsBy(office, author)).map(told)
  },
  remove: deleteRecognition,
  blackOut: blackOutRecognition,
}

function told(row: RecognitionRow): Told {
  const { id, unit, unitName, author, at, ofTeam, people, did, enabled, value } = row
  return {
    id,
    title: titleOf(row),
    unit: { id: unit, name: unitName },
    author,
    at,
    words: { did, enabled, value },
    facts: { of: ofTeam ? 'team' : 'people', people: people.map(({ name }) => name) },
  }
}
