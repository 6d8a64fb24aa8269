import type { Scale } from '@chorus/contracts/instrument'
import type { OpenedWave } from '@chorus/db/stores/closing'

/** Adds answers of cuts up, cohort by cohort, so that no answer needs to be kept: how often each was given, and who was complete. */
export class CutCounters {
  readonly #scales: readonly Scale[]
  readonly #counts = new Map<string, OpenedWave['cutCounts'][number]>()
  readonly #complete = new Map<string, OpenedWave['cutComplete'][number]>()

  constructor(scales: readonly Scale[]) {
    this.#scales = scales
  }

  add(cohort: string, answers: Readonly<Record<string, number | null>>): void {
    for (const scale of this.#scales) {
      for (const { id } of scale.items) this.#addAnswer(cohort, id, answers[id] ?? null)
      if (scale.items.every(({ id }) => (answers[id] ?? null) !== null)) this.#addComplete(cohort, scale.id)
    }
  }

  /** In an order that says nothing of who came first. */
  counts(): OpenedWave['cutCounts'] {
    return inOrder(this.#counts)
  }

  complete(): OpenedWave['cutComplete'] {
    return inOrder(this.#complete)
  }

  #addAnswer(cohort: string, item: string, answer: number | null): void {
    if (answer === null) return
    const key = JSON.stringify([cohort, item, answer])
    const count = (this.#counts.get(key)?.count ?? 0) + 1
    this.#counts.set(key, { cohort, item, answer, count })
  }

  #addComplete(cohort: string, scale: string): void {
    const key = JSON.stringify([cohort, scale])
    const people = (this.#complete.get(key)?.people ?? 0) + 1
    this.#complete.set(key, { cohort, scale, people })
  }
}

function inOrder<T>(rows: ReadonlyMap<string, T>): T[] {
  return [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
}
