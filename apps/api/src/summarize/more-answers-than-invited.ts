import type { FaultList } from '../csv/fault-list.ts'
import type { Invited } from './read-invited.ts'
import type { CountedWaves } from './read-responses.ts'

/** More answers than people invited cannot be: a rate above 100 % would only show it later. Counts are not named. */
export function findMoreAnswersThanInvited(
  { waves }: CountedWaves,
  units: readonly { readonly id: string }[],
  invited: Invited,
  file: string,
  faults: FaultList,
): void {
  for (const [wave, groups] of invited) {
    const counts = waves.get(wave)
    if (!counts) continue
    const people = new Map<string, number>()
    for (const group of groups) people.set(group.unit, (people.get(group.unit) ?? 0) + group.people)
    counts.ownCounts('respondents').forEach((answered, number) => {
      const unit = units[number]?.id ?? ''
      if (answered <= (people.get(unit) ?? 0)) return
      faults.add({
        file,
        line: null,
        column: null,
        code: 'more-answers-than-invited',
        message: `unit "${unit}" has more answers in wave "${wave}" than people invited`,
        values: { unit, wave },
      })
    })
  }
}
