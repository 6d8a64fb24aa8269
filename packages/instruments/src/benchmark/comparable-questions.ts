import type { Item, Scale } from '@chorus/contracts/instrument'
import { defaultInstrument } from '../default-instrument.ts'
import type { CivilServiceQuestion } from './civil-service-people-survey.ts'

/**
 * Statements of ours that ask nearly what a question of the Civil Service People Survey asks. No two have the same words, and each line says
 * what sets them apart. Left out, as comparing them would mislead: `outcome-new-ideas` (ours: put into practice; theirs: encouraged), `belonging-1`
 * (ours: valued as a person; theirs: for the work), `standards-1` (theirs was last asked in 2016), and all statements that are turned round.
 */
const pairs: readonly (readonly [item: string, question: CivilServiceQuestion])[] = [
  // Ours: difficult topics, in the team. Theirs: how things are done, in the whole organisation.
  ['safety-2', 'safe-to-challenge'],
  // Ours: something uncertain, without fear. Theirs: a new idea, with support even if it fails.
  ['safety-4', 'supported-if-try-new-idea'],
  // Ours: somebody supports me. Theirs: the people of my team can be relied upon to help.
  ['belonging-2', 'team-relied-upon'],
  // Ours: we are asked before decisions. Theirs: I can contribute my views before decisions that affect me.
  ['community-2', 'contribute-views'],
  // Ours: something changed for our team. Theirs: effective action was taken.
  ['follow-through-1', 'action-taken-on-last-survey'],
]

/** The comparable statements that a questionnaire asks in our own words and format: an imported one may use our ids for something else. */
export function comparableQuestions(
  scales: readonly Scale[],
): { readonly item: Item; readonly question: CivilServiceQuestion }[] {
  const asked = itemsOf(scales)
  const own = itemsOf(defaultInstrument.scales)
  return pairs.flatMap(([id, question]) => {
    const item = asked.get(id)
    return item && isOurs(item, own.get(id)) ? [{ item, question }] : []
  })
}

function isOurs(item: Item, own: Item | undefined): boolean {
  return (
    own !== undefined &&
    item.text.en === own.text.en &&
    item.reversed === own.reversed &&
    item.min === own.min &&
    item.max === own.max
  )
}

function itemsOf(scales: readonly Scale[]): Map<string, Item> {
  return new Map(scales.flatMap((scale) => scale.items.map((item) => [item.id, item])))
}
