import { rangeOf } from './answer-system.ts'
import type { Finding } from './finding.ts'
import { People } from './people.ts'
import { type Interval, intervalOf, type Snapshot, type Truth } from './snapshot-format.ts'

/** So few sets of answers, or fewer, count as telling the answers. */
const fewest = 3

/** Cells whose number of answers, mean and standard deviation admit hardly any set of answers. */
export function findFewAnswerSets(snapshot: Snapshot, truth: Truth): Finding[] {
  const people = new People(truth)
  return snapshot.cells.flatMap((cell) =>
    Object.entries(cell.items ?? {}).flatMap(([item, { mean, sd }]): Finding[] => {
      if (mean === null || mean === undefined || sd === null || sd === undefined) return []
      const inside = people.counted(cell.wave, item).filter((person) => people.isIn(person, cell))
      // A scale score has steps finer than one: its answer sets are those of its items, which have cells of their own.
      if (!inside.every((person) => Number.isInteger(people.answer(person, item)))) return []
      const moments = { n: inside.length, mean: intervalOf(mean), sd: intervalOf(sd) }
      const sets = countAnswerSets(moments, rangeOf(snapshot, item, true), fewest + 1)
      if (sets > fewest) return []
      const pids = inside.map((person) => person.pid)
      return [
        { kind: 'moments', wave: cell.wave, item, people: pids, detail: `${sets} answer sets in ${cell.id}` },
      ]
    }),
  )
}

/** Counts how often each answer can have been given, until `enough` ways are found. */
export function countAnswerSets(
  { n, mean, sd }: { n: number; mean: Interval; sd: Interval },
  { lo, hi }: Interval,
  enough: number,
): number {
  const [leastSum, mostSum] = [n * mean.lo - slack, n * mean.hi + slack]
  let ways = 0
  place(lo, n, 0, 0)
  return ways

  function place(answer: number, left: number, sum: number, squares: number): void {
    if (ways >= enough || sum + left * answer > mostSum || sum + left * hi < leastSum) return
    if (answer === hi) {
      if (fits(sum + left * hi, squares + left * hi * hi)) ways++
      return
    }
    for (let count = 0; count <= left; count++)
      place(answer + 1, left - count, sum + count * answer, squares + count * answer * answer)
  }

  function fits(sum: number, squares: number): boolean {
    const spread = Math.sqrt(Math.max(0, squares - (sum * sum) / n) / (n - 1))
    return sum >= leastSum && sum <= mostSum && spread >= sd.lo - slack && spread <= sd.hi + slack
  }
}

const slack = 1e-6
