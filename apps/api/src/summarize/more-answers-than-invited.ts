import type { FaultList } from '../csv/fault-list.ts'
import type { Invited } from './read-invited.ts'
import type { CountedWaves } from './read-responses.ts'

/** More answers than people invited cannot be: a rate above 100 % would only show it later. Counts are not named. */
export function findMoreAnswersThanInvited(
  { waves }: CountedWaves,
  invited: Invited,
  file: string,
  faults: FaultList,
): void {
  for (const [wave, people] of invited)
    waves.get(wave)?.units.forEach((unit, number) => {
      const answered = waves.get(wave)?.respondents[number] ?? 0
      if (answered <= (people.get(unit) ?? 0)) return
      faults.add({
        file,
        line: null,
        column: null,
        code: 'more-answers-than-invited',
        message: `unit "${unit}" has more answers in wave "${wave}" than people invited`,
      })
    })
}
