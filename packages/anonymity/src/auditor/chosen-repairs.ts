import { cheapestFirst, type Repair, type RepairOption } from './repair-options.ts'

/** The repairs so far, step upon step for each block in a cell, and which of them were chosen against the same findings. */
export class ChosenRepairs {
  /** Per block in a cell its steps, the last one in force. */
  readonly #steps: ReadonlyMap<string, readonly RepairOption[]>
  readonly #clusters: Clusters

  private constructor(steps: ReadonlyMap<string, readonly RepairOption[]>, clusters: Clusters) {
    this.#steps = steps
    this.#clusters = clusters
  }

  static none(): ChosenRepairs {
    return new ChosenRepairs(new Map(), new Clusters())
  }

  with(options: readonly RepairOption[]): ChosenRepairs {
    const steps = new Map(this.#steps)
    for (const option of options) steps.set(option.key, [...(steps.get(option.key) ?? []), option])
    return new ChosenRepairs(steps, this.#clusters)
  }

  /** One step back for each of these. */
  without(keys: readonly string[]): ChosenRepairs {
    const steps = new Map(this.#steps)
    for (const key of keys) {
      const fewer = (steps.get(key) ?? []).slice(0, -1)
      if (fewer.length === 0) steps.delete(key)
      else steps.set(key, fewer)
    }
    return new ChosenRepairs(steps, this.#clusters)
  }

  /** These may cure the same finding: whether one of them is needed depends on the others. */
  join(options: readonly RepairOption[]): void {
    for (const { key } of options) this.#clusters.join(options[0]?.key ?? key, key)
  }

  clusterOf(key: string): string {
    return this.#clusters.of(key)
  }

  /** The last step of each block in a cell, dearest first. */
  lastSteps(): RepairOption[] {
    return [...this.#steps.values()]
      .flatMap((steps) => steps.at(-1) ?? [])
      .sort((a, b) => cheapestFirst(b, a))
  }

  list(): Repair[] {
    return this.lastSteps().map(({ repair }) => repair)
  }
}

/** Which names belong together, as far as is known. */
class Clusters {
  readonly #above = new Map<string, string>()

  of(name: string): string {
    let top = name
    for (let above = this.#above.get(top); above !== undefined; above = this.#above.get(top)) top = above
    return top
  }

  join(a: string, b: string): void {
    const [left, right] = [this.of(a), this.of(b)]
    if (left !== right) this.#above.set(right, left)
  }
}
