import { LinearProgramme, type Term } from './linear-programme.ts'
import { type Interval, intervalOf, type Snapshot, type Statistics } from './snapshot-format.ts'

/** Answers that the shown statistics treat alike, so that any mixture of the two ends is as good as what lies between. */
type AnswerClass = { readonly lo: number; readonly hi: number; readonly ends: readonly number[] }

type ItemColumns = {
  readonly classes: readonly AnswerClass[]
  /** Per class and end: how many of the people give this answer. */
  readonly columns: readonly (readonly number[])[]
}

/** One person, or a crowd of people who cannot be told apart and need not be. */
export type Bundle = { readonly size: number; readonly items: ReadonlyMap<string, ItemColumns> }

/** How the answers to an item can be read off the snapshot. */
export type ItemRange = Interval & { readonly favourableFrom: number; readonly whole: boolean }

export function rangeOf(snapshot: Snapshot, item: string, whole: boolean): ItemRange {
  const [lo, hi] = snapshot.scale
  return { lo, hi, favourableFrom: snapshot.favourableFrom ?? 5, ...snapshot.ranges?.[item], whole }
}

/**
 * Everything that the displayed numbers say about the answers of bundles of people, as a linear programme: each shown figure
 * bounds a sum or a count over the bundles in its cell. Counts of people, and sums of whole answers, are whole
 * numbers, so their bounds move inwards to the next whole number.
 */
export class AnswerSystem {
  readonly #programme = new LinearProgramme()
  readonly #ranges: ReadonlyMap<string, ItemRange>
  readonly #classes: ReadonlyMap<string, readonly AnswerClass[]>

  /** @param shown all statistics that will be added, per item: they say how finely answers must be told apart */
  constructor(ranges: ReadonlyMap<string, ItemRange>, shown: ReadonlyMap<string, readonly Statistics[]>) {
    this.#ranges = ranges
    this.#classes = new Map(
      [...ranges].map(([item, range]) => [item, classesOf(range, shown.get(item) ?? [])]),
    )
  }

  bundle(size: number): Bundle {
    const items = new Map<string, ItemColumns>()
    for (const [item, classes] of this.#classes) {
      const columns = classes.map(({ ends }) => ends.map(() => this.#programme.column(0, size)))
      this.#programme.row(
        size,
        size,
        columns.flat().map((column): Term => [column, 1]),
      )
      items.set(item, { classes, columns })
    }
    return { size, items }
  }

  /** Adds what one cell shows of one item; several items with one mean are a scale, the mean of its items. */
  addStatistics(statistics: Statistics, items: readonly string[], inside: readonly Bundle[]): void {
    const n = inside.reduce((sum, { size }) => sum + size, 0)
    const whole = items.every((item) => this.#ranges.get(item)?.whole)
    const sum = this.#sumOf(items, inside)
    if (isShown(statistics.mean)) this.#demand(statistics.mean, n * items.length, sum, whole)
    if (isShown(statistics.sum)) this.#demand(statistics.sum, items.length, sum, whole)
    const [item, ...others] = items
    if (item === undefined || others.length > 0) return
    const from = this.#ranges.get(item)?.favourableFrom ?? 0
    if (isShown(statistics.fav))
      this.#demand(
        statistics.fav,
        n,
        countOf(item, inside, ({ lo }) => lo >= from),
        true,
      )
    const lowest = this.#ranges.get(item)?.lo ?? 0
    for (const [i, share] of (statistics.hist ?? []).entries())
      if (isShown(share))
        this.#demand(
          share,
          n,
          countOf(item, inside, ({ lo }) => lo === lowest + i),
          true,
        )
  }

  isPossible(): boolean {
    return this.#programme.isPossible()
  }

  /** What the sum of the answers of some bundles can be; null when the displayed numbers contradict each other. */
  sumRange(item: string, bundles: readonly Bundle[]): Interval | null {
    const sum = this.#sumOf([item], bundles)
    const [lo, hi] = [this.#programme.least(sum), this.#programme.most(sum)]
    return lo === null || hi === null ? null : { lo, hi }
  }

  /** Can this one person have given this answer? */
  isPossibleAnswer(item: string, person: Bundle, answer: number): boolean {
    const { classes, columns } = person.items.get(item) ?? { classes: [], columns: [] }
    classes.forEach(({ lo, hi, ends }, i) => {
      const upper = hi === lo ? 0 : (answer - lo) / (hi - lo)
      const shares =
        answer < lo || answer > hi ? ends.map(() => 0) : ends.length === 1 ? [1] : [1 - upper, upper]
      columns[i]?.forEach((column, end) => {
        this.#programme.bound(column, shares[end] ?? 0, shares[end] ?? 0)
      })
    })
    const possible = this.#programme.isPossible()
    for (const column of columns.flat()) this.#programme.bound(column, 0, person.size)
    return possible
  }

  dispose(): void {
    this.#programme.dispose()
  }

  #sumOf(items: readonly string[], bundles: readonly Bundle[]): Term[] {
    return bundles.flatMap((bundle) =>
      items.flatMap((item) => {
        const { classes, columns } = bundle.items.get(item) ?? { classes: [], columns: [] }
        return classes.flatMap(({ ends }, i) =>
          ends.map((answer, end): Term => [columns[i]?.[end] ?? -1, answer]),
        )
      }),
    )
  }

  #demand(figure: number | Interval, times: number, terms: readonly Term[], whole: boolean): void {
    const { lo, hi } = intervalOf(figure)
    const [least, most] = [lo * times - slack, hi * times + slack]
    this.#programme.row(whole ? Math.ceil(least) : least, whole ? Math.floor(most) : most, terms)
  }
}

/** Means are divided and multiplied back: a sum may be off by so much. */
const slack = 1e-6

function isShown(figure: Statistics['mean']): figure is number | Interval {
  return figure !== null && figure !== undefined
}

function countOf(item: string, bundles: readonly Bundle[], isCounted: (one: AnswerClass) => boolean): Term[] {
  return bundles.flatMap((bundle) => {
    const { classes, columns } = bundle.items.get(item) ?? { classes: [], columns: [] }
    return classes.flatMap((one, i) =>
      isCounted(one) ? (columns[i] ?? []).map((column): Term => [column, 1]) : [],
    )
  })
}

function classesOf(range: ItemRange, shown: readonly Statistics[]): AnswerClass[] {
  const { lo, hi, favourableFrom, whole } = range
  const between = (from: number, to: number): AnswerClass => ({
    lo: from,
    hi: to,
    ends: from === to ? [from] : [from, to],
  })
  if (shown.some(({ hist }) => hist?.some(isShown)))
    return Array.from({ length: hi - lo + 1 }, (_, i) => between(lo + i, lo + i))
  if (shown.some(({ fav }) => isShown(fav)))
    return [between(lo, whole ? favourableFrom - 1 : favourableFrom), between(favourableFrom, hi)]
  return [between(lo, hi)]
}
