import type { Finding } from './finding.ts'
import { People } from './people.ts'
import { type Figure, intervalOf, type Snapshot, type Truth } from './snapshot-format.ts'

/**
 * Displayed numbers that do not admit what was answered. Whoever combines them with right ones gets a contradiction, and learns
 * from it which of them was changed.
 */
export function findContradictions(snapshot: Snapshot, truth: Truth): Finding[] {
  const people = new People(truth)
  return snapshot.cells.flatMap((cell) => {
    const check = (item: string | null, name: string, figure: Figure | undefined, value: number) =>
      figure === null || figure === undefined || admits(figure, value)
        ? []
        : [finding(cell.wave, item, `${name} in ${cell.id}`)]
    const inside = (item: string | null) =>
      people.counted(cell.wave, item).filter((person) => people.isIn(person, cell))
    const block = cell.block === undefined ? null : (Object.keys(cell.items ?? {})[0] ?? null)
    return [
      ...check(null, 'n', cell.n, inside(block).length),
      ...Object.entries(cell.items ?? {}).flatMap(([item, statistics]) => {
        const answers = inside(item).map((person) => people.answer(person, item) ?? 0)
        const from = snapshot.ranges?.[item]?.favourableFrom ?? snapshot.favourableFrom ?? 5
        const expected = trueStatistics(answers, from)
        return names.flatMap((name) => check(item, name, statistics[name], expected[name]))
      }),
    ]
  })
}

const names = ['mean', 'sum', 'fav', 'sd'] as const

function trueStatistics(answers: readonly number[], from: number): Record<(typeof names)[number], number> {
  const n = answers.length
  const sum = answers.reduce((total, answer) => total + answer, 0)
  const squares = answers.reduce((total, answer) => total + (answer - sum / n) ** 2, 0)
  const fav = answers.filter((answer) => answer >= from).length / n
  return { mean: sum / n, sum, fav, sd: Math.sqrt(squares / (n - 1)) }
}

function admits(figure: NonNullable<Figure>, value: number): boolean {
  const { lo, hi } = intervalOf(figure)
  return value >= lo - 1e-9 && value <= hi + 1e-9
}

function finding(wave: string, item: string | null, detail: string): Finding {
  return { kind: 'inconsistent', wave, item, people: [], detail }
}
