import type { Scale } from '@chorus/contracts/instrument'
import type { OpenedWave } from '@chorus/db/stores/closing'
import { blocksOf, oriented } from '@chorus/instruments/score'

/** The block under which people are counted who answered anything. */
export const anyBlock = ''

/**
 * Adds answers of cuts up, cohort by cohort, so that no answer needs to be kept: of each block that somebody answered in full,
 * how often each score was given.
 */
export class CutCounters {
  readonly #blocks: ReturnType<typeof blocksOf>
  readonly #counts = new Map<string, OpenedWave['cutCounts'][number]>()
  readonly #complete = new Map<string, OpenedWave['cutComplete'][number]>()

  constructor(scales: readonly Scale[]) {
    this.#blocks = blocksOf(scales)
  }

  add(cohort: string, answers: Readonly<Record<string, number | null>>): void {
    if (Object.values(answers).some((answer) => answer !== null)) this.#addComplete(cohort, anyBlock)
    for (const { id, items, measures } of this.#blocks) {
      const distances = items.flatMap((item) => {
        const answer = answers[item.id] ?? null
        return answer === null ? [] : [oriented(item, answer) - item.min]
      })
      if (distances.length < items.length) continue
      this.#addComplete(cohort, id)
      const total = distances.reduce((sum, distance) => sum + distance, 0)
      const scores = measures.length > items.length ? [total, ...distances] : distances
      measures.forEach((measure, position) => {
        this.#addScore(cohort, measure.id, scores[position] ?? 0)
      })
    }
  }

  /** In an order that says nothing of who came first. */
  counts(): OpenedWave['cutCounts'] {
    return inOrder(this.#counts)
  }

  complete(): OpenedWave['cutComplete'] {
    return inOrder(this.#complete)
  }

  #addScore(cohort: string, measure: string, distance: number): void {
    const key = JSON.stringify([cohort, measure, distance])
    const count = (this.#counts.get(key)?.count ?? 0) + 1
    this.#counts.set(key, { cohort, measure, distance, count })
  }

  #addComplete(cohort: string, block: string): void {
    const key = JSON.stringify([cohort, block])
    const people = (this.#complete.get(key)?.people ?? 0) + 1
    this.#complete.set(key, { cohort, block, people })
  }
}

function inOrder<T>(rows: ReadonlyMap<string, T>): T[] {
  return [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
}
