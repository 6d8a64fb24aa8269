import type { Figure, Person, Snapshot, SnapshotCell, Statistics, Truth } from '../snapshot-format.ts'
import { type Group, groupsOf } from './cells.ts'

/**
 * Rules that are in use elsewhere and leak: hide groups below k (`naive`); also hide the next smallest sibling until
 * the hidden hold two answers (`vendor2`), or until they hold k and are two (`sibling`); or the latter in the
 * tree and in every unit's table of categories (`pertable`).
 */
export type MarketRule = 'naive' | 'vendor2' | 'sibling' | 'pertable'

export type Display = {
  readonly k: number
  /** Decimals of what is shown; null shows exact numbers. */
  readonly decimals: number | null
  readonly statistics: readonly (keyof Statistics)[]
  /** Also shows every pair of attributes. */
  readonly crossed?: boolean
}

export const exactMeans: Display = { k: 5, decimals: null, statistics: ['mean'] }

export function publishByMarketRule(truth: Truth, rule: MarketRule, display: Display = exactMeans): Snapshot {
  return {
    format: 'climate-snapshot-audit/1',
    k: display.k,
    scale: [1, 7],
    favourableFrom: 5,
    items: truth.items,
    units: truth.units,
    waves: truth.waves.map(({ id }) => ({ id })),
    cells: truth.waves.flatMap(({ id }) => cellsOf(truth, id, rule, display)),
  }
}

function cellsOf(truth: Truth, wave: string, rule: MarketRule, display: Display): SnapshotCell[] {
  const { units, categories } = groupsOf(truth, wave, display.crossed ?? false)
  const parentOf = new Map(truth.units.map((unit) => [unit.id, unit.parent]))
  const sameParent = groupBy(units, ({ unit }) => String(parentOf.get(unit)))
  const sameTable = groupBy(categories, ({ unit, cut }) => JSON.stringify([unit, Object.keys(cut)]))
  const tables = [...sameParent, ...sameTable]
  const hidden = new Set(tables.flatMap((table) => hiddenIn(table, rule, display.k)))
  return [...units, ...categories].map((group) => cellOf(truth, wave, group, !hidden.has(group), display))
}

function hiddenIn(table: readonly Group[], rule: MarketRule, k: number): Group[] {
  const sorted = table.toSorted((a, b) => a.people.length - b.people.length)
  const hidden = sorted.filter(({ people }) => people.length < k)
  const inTree = Object.keys(table[0]?.cut ?? {}).length === 0
  const isSafe = () => {
    const holding = hidden.filter(({ people }) => people.length > 0)
    const answers = holding.reduce((sum, { people }) => sum + people.length, 0)
    if (answers === 0 || rule === 'naive' || (rule === 'sibling' && !inTree)) return true
    return rule === 'vendor2' ? answers >= 2 : answers >= k && holding.length >= 2
  }
  for (const next of sorted.slice(hidden.length)) {
    if (isSafe()) break
    hidden.push(next)
  }
  return hidden
}

function cellOf(truth: Truth, wave: string, group: Group, isShown: boolean, display: Display): SnapshotCell {
  const where = { id: JSON.stringify([wave, group.unit, group.cut]), wave, unit: group.unit, cut: group.cut }
  if (!isShown) return { ...where, status: 'suppressed', reason: 'protected', n: null, items: null }
  return {
    ...where,
    status: 'published',
    reason: null,
    n: group.people.length,
    items: Object.fromEntries(truth.items.map((item, i) => [item, statisticsOf(group.people, i, display)])),
  }
}

function statisticsOf(people: readonly Person[], item: number, display: Display): Statistics {
  const answers = people.flatMap((person) => person.answers?.[item] ?? [])
  const shown = (value: number) => rounded(value, display.decimals)
  const mean = answers.reduce((sum, answer) => sum + answer, 0) / answers.length
  const squares = answers.reduce((sum, answer) => sum + (answer - mean) ** 2, 0)
  const shareOf = (isCounted: (answer: number) => boolean) =>
    answers.filter(isCounted).length / answers.length
  const all: Statistics = {
    mean: shown(mean),
    fav: shown(shareOf((answer) => answer >= 5)),
    hist: [1, 2, 3, 4, 5, 6, 7].map((value) => shown(shareOf((answer) => answer === value))),
    sd: shown(Math.sqrt(squares / (answers.length - 1))),
  }
  return Object.fromEntries(display.statistics.map((name) => [name, all[name] ?? null]))
}

/** What "4.33" admits: everything that would be rounded to it. */
function rounded(value: number, decimals: number | null): Figure {
  if (decimals === null) return value
  const steps = 10 ** decimals
  const middle = Math.round(value * steps)
  return { lo: (middle - 0.5) / steps, hi: (middle + 0.5) / steps }
}

function groupBy(groups: readonly Group[], keyOf: (group: Group) => string): Group[][] {
  const byKey = new Map<string, Group[]>()
  for (const group of groups) byKey.set(keyOf(group), [...(byKey.get(keyOf(group)) ?? []), group])
  return [...byKey.values()]
}
