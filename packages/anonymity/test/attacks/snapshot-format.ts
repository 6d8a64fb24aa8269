/**
 * The file that attackers are given (climate-snapshot-audit/1), and the truth that only tests have. Written from the
 * description of the format alone: nothing here knows the publisher.
 */
export type Interval = { readonly lo: number; readonly hi: number }

/** An exact number, the closed interval of values that would be displayed in the same way, or not shown. */
export type Figure = number | Interval | null

export type Statistics = {
  readonly mean?: Figure
  readonly sum?: Figure
  /** Share of favourable answers, 0 to 1. */
  readonly fav?: Figure
  /** One share per answer, from the lowest to the highest. */
  readonly hist?: readonly Figure[] | null
  readonly sd?: Figure
}

export type Cut = Readonly<Record<string, string>>

export type SnapshotCell = {
  readonly id: string
  readonly wave: string
  readonly unit: string
  readonly scope?: 'all' | 'direct'
  readonly cut: Cut
  /** Of a set of cells whose people are those who answered all of one block. */
  readonly block?: string
  readonly parents?: readonly string[]
  readonly status: 'published' | 'suppressed'
  readonly reason: string | null
  readonly n: Figure
  readonly items: Readonly<Record<string, Statistics>> | null
}

export type Unit = { readonly id: string; readonly parent: string | null }

export type Snapshot = {
  readonly format: string
  readonly k: number
  readonly thresholds?: Readonly<Record<string, number>>
  readonly scale: readonly [lo: number, hi: number]
  readonly favourableFrom?: number
  readonly items: readonly string[]
  /** Of items whose answers differ from `scale`. */
  readonly ranges?: Readonly<Record<string, Interval & { readonly favourableFrom: number }>>
  readonly units: readonly Unit[]
  readonly waves: readonly { readonly id: string }[]
  readonly cells: readonly SnapshotCell[]
}

export type Person = {
  /** The same in two waves: the same person. */
  readonly pid: string
  readonly unit: string
  readonly cut: Cut
  /** One per item; null for a person who was invited and did not answer. */
  readonly answers: readonly (number | null)[] | null
}

export type Truth = {
  readonly units: readonly Unit[]
  readonly cuts: Readonly<Record<string, readonly string[]>>
  readonly items: readonly string[]
  /** Scale scores among the items: each is the mean of its items, and counts only where all of these are answered. */
  readonly scales?: Readonly<Record<string, readonly string[]>>
  readonly waves: readonly { readonly id: string; readonly people: readonly Person[] }[]
}

/** A figure as the closed interval of what may be true. */
export function intervalOf(figure: number | Interval): Interval {
  return typeof figure === 'number' ? { lo: figure, hi: figure } : figure
}
