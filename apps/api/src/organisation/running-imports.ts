import type { ImportProgress } from '@chorus/contracts/unit-changes'
import { ProblemError } from '../http/problem.ts'

/** Told how far some work is. Throws where nobody waits for it any more: whoever works lets go of everything then. */
export type OnProgress = (done: number, of: number) => void

/** The previews and imports that run now. Of this process alone: they are for whoever waits in front of a page, and nothing hangs on them. */
export class RunningImports {
  readonly #now = new Map<string, NonNullable<ImportProgress['now']>>()

  /** Null where none runs. */
  of(organisation: string): ImportProgress['now'] {
    return this.#now.get(organisation) ?? null
  }

  /** @throws ProblemError stopped when the request was broken off before the work had ended */
  async during<T>(
    organisation: string,
    { raw }: { readonly raw: { readonly destroyed: boolean } },
    work: (onProgress: OnProgress) => Promise<T>,
  ): Promise<T> {
    const onProgress = (done: number, of: number) => {
      if (raw.destroyed) throw new ProblemError('stopped')
      this.#now.set(organisation, { done, of })
    }
    try {
      return await work(onProgress)
    } finally {
      this.#now.delete(organisation)
    }
  }
}
