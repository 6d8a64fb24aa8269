import type { Layer } from './layers.ts'
import { LinearProgramme, type Term } from './linear-programme.ts'

/**
 * A second way to the smallest combination of shown cells, for any k: an integer programme. The person kind on which the
 * combination weighs heaviest is taken in turn and its weight set to 1, so all other weights lie between -1 and 1
 * and no large constants are needed; the programme then keeps the number of people touched as small as it can.
 *
 * @returns people touched by the smallest combination that touches 1 to `room` people; null when there is none
 */
export function smallestCombination({ types, shown }: Layer, room: number): number | null {
  let smallest: number | null = null
  for (const [heaviest, { people }] of types.entries()) {
    if (people.length > room) continue
    const touched = touchedBy(heaviest)
    if (touched !== null && touched < (smallest ?? Number.POSITIVE_INFINITY)) smallest = touched
  }
  return smallest

  function touchedBy(heaviest: number): number | null {
    const programme = new LinearProgramme()
    try {
      const free = Number.POSITIVE_INFINITY
      const coefficients = shown.map(() => programme.column(-free, free))
      const touched: Term[] = []
      for (const [i, { people, cells }] of types.entries()) {
        const weight = cells.flatMap((cell): Term[] => [[coefficients[cell] ?? -1, 1]])
        if (i === heaviest) programme.row(1, 1, weight)
        else if (people.length > room) programme.row(0, 0, weight)
        else {
          const isTouched = programme.column(0, 1, true)
          programme.row(-free, 0, [...weight, [isTouched, -1]])
          programme.row(0, free, [...weight, [isTouched, 1]])
          touched.push([isTouched, people.length])
        }
      }
      const own = types[heaviest]?.people.length ?? 0
      programme.row(-free, room - own, touched)
      const others = programme.least(touched)
      return others === null ? null : Math.round(own + others)
    } finally {
      programme.dispose()
    }
  }
}
