import { defaultInstrument } from '@chorus/instruments/default-instrument'

/** Stands in one answer of every item: nothing of it may be found anywhere afterwards. */
export const markedAnswer = '3.1415927'

const coreItems = defaultInstrument.scales
  .filter(({ role }) => role === 'core')
  .flatMap(({ items }) => items.map(({ id }) => id))

const answered = { top: 3, red: 8, blue: 7, green: 6, tiny: 2 }

/** What the other files call a wave: only its label may be kept. */
const nameOf = (year: number) => `marked-wave-${year}`

/**
 * Waves of the small company from another tool, one for each year, with the questions of the default instrument: a person of each unit answered
 * with the mark.
 */
export function historyFiles(
  years: readonly number[],
): Record<'waves' | 'units' | 'responses' | 'invited', string> {
  const rows = years.flatMap((year) =>
    Object.entries(answered).flatMap(([unit, people]) =>
      Array.from({ length: people }, (_, person) => {
        const answers = coreItems.map((_id, item) =>
          person === 0 ? markedAnswer : String(2 + ((person + item + year) % 5)),
        )
        return [nameOf(year), unit, ...answers].join(',')
      }),
    ),
  )
  return {
    waves: ['wave,closed,label', ...years.map((year) => `${nameOf(year)},${year}-03-31,Spring ${year}`)].join(
      '\n',
    ),
    units: [
      'unit_id,parent_id,name',
      'top,,Top',
      ...Object.keys(answered)
        .filter((unit) => unit !== 'top')
        .map((unit) => `${unit},top,${unit} of then`),
      'closed-down,top,A team of then',
    ].join('\n'),
    responses: [['wave', 'unit_id', ...coreItems].join(','), ...rows].join('\n'),
    invited: [
      'wave,unit_id,invited',
      ...years.flatMap((year) =>
        Object.entries(answered).map(([unit, people]) => `${nameOf(year)},${unit},${people + 1}`),
      ),
    ].join('\n'),
  }
}
