import { blackOutAction, listActionTexts } from '@chorus/db/stores/action-texts'
import { type ActionRow, findAction } from '@chorus/db/stores/actions'
import type { TextsOfKind, Told } from '../texts-of-kind.ts'

/** An action is the unit's, and not of whoever wrote it down: it can be let go, and nobody takes it back. */
export const actionTexts: TextsOfKind = {
  async find(office, key) {
    const row = await findAction(office, key)
    return row && told(row)
  },
  async inUnits(office, organisation, units) {
    return (await listActionTexts(office, organisation, units)).map(told)
  },
  by: () => Promise.resolve([]),
  remove: () => Promise.reject(new Error('an action has no author who could take it back')),
  blackOut: blackOutAction,
}

function told({
  id,
  title,
  unit,
  unitName,
  cause,
  notes,
  ownerName,
  state,
  due,
  added,
  changed,
}: ActionRow): Told {
  return {
    id,
    title,
    unit: { id: unit, name: unitName },
    author: null,
    at: new Date(added ?? notes[0]?.on ?? changed),
    words: {
      title,
      cause: cause?.kind === 'words' ? cause.text : cause !== null && 'title' in cause ? cause.title : '',
      notes: notes
        .map(({ text }) => text)
        .filter(Boolean)
        .join('\n\n'),
    },
    facts: { state, due, owner: ownerName, answers: cause?.kind ?? '' },
  }
}
