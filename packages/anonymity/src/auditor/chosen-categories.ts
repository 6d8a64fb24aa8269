import { ColumnBasis } from './column-basis.ts'
import { forcedDifferences, type MixedKind } from './forced-differences.ts'
import { columnOf, findSmallCombination, type Kind } from './small-combinations.ts'

/** One layer of a wave whose answers were sent once for the tree and once for each cut, as it is to be shown. */
export type ChosenLayer = {
  readonly units: readonly { readonly id: string; readonly parent: string | null }[]
  readonly shownUnits: ReadonlySet<string>
  /** People who collected their ballots, in finest groups. */
  readonly collected: readonly {
    readonly unit: string
    readonly cut: Readonly<Record<string, string>>
    readonly people: number
  }[]
  /** Answers of each unit's own people that count in this layer. */
  readonly answersIn: ReadonlyMap<string, number>
  /** Categories shown for the whole organisation, and the answers that count in each. */
  readonly shown: readonly { readonly cut: string; readonly category: string; readonly answers: number }[]
  /** No combination may touch fewer people, and no category may have fewer answers than `least`. */
  readonly group: number
  readonly least: number
}

/** Which of the shown categories is to be taken back; `whole`: with all others of its cut. */
export type ChosenFinding = {
  readonly finding: 'threshold' | 'small-combination' | 'adds-up' | 'unproven'
  readonly at: number
  readonly whole: boolean
}

/** Work of one search: it happens inside the transaction that closes a wave. */
const work = 60_000_000

/**
 * Attacks the choice of categories while it is still known who is in which unit and in which category, as nobody is able to afterwards.
 *
 * Of the people who collected, some are `lost`: their answers count in one dimension and not in another, and nobody knows whose. A combination of
 * the sums as they are, w, touches the same people as the same combination of the collected, but for the lost. So
 * if it touches 1 to group - 1 in truth, it touches 0 to group - 1 + lost of the collected. Combinations of one dimension are exact in that
 * dimension's own numbers, which have their thresholds; so only those are sought that mix dimensions, among the collected, below group + lost:
 *
 * 1. Of a pair of kinds that differ in their categories alone one is touched, or their values are the same. Where
 *    enough pairs force all coefficients of categories to be 0, nothing mixed is below the threshold.
 * 2. Otherwise small combinations are searched for, among those that these pairs leave. A rest of fewer people than the threshold would be found, although it is of one dimension: it counts
 *    as pairs of people instead, of whom one is touched at least if the categories' coefficients tell them apart, whatever the
 *    rest's own coefficient. And where somebody is lost the sums must be independent: one that adds up to 0 would be about the lost.
 *
 * @returns the first reason to take something back, null when there is none
 */
export function attackChosenCategories(layer: ChosenLayer): ChosenFinding | null {
  const { shown, group, least } = layer
  if (shown.length === 0) return null
  const people = shown.map(({ cut, category }) => peopleIn(layer, cut, category))
  const lost = lostPeople(layer, people)
  const enough = group + lost
  const small = shown.findIndex(
    ({ answers }, at) => answers < Math.max(group, least) || (people[at] ?? 0) < enough,
  )
  if (small !== -1) return { finding: 'threshold', at: small, whole: false }
  const kinds = kindsOf(layer)
  const known = forcedDifferences(kinds, enough)
  if (known.length === shown.length) return null

  const columns = columnsOf(kinds, shown.length, enough)
  const smallest = (among: readonly number[]) =>
    [...among].sort((a, b) => (people[a] ?? 0) - (people[b] ?? 0) || a - b)[0] ?? 0
  const all = [...shown.keys()]
  if (lost > 0 && addsUp(columns, shown.length))
    return { finding: 'adds-up', at: smallest(all), whole: false }
  const search = findSmallCombination(columns, enough, { work, known })
  if (search.verdict === 'safe') return null
  if (search.verdict !== 'found') return { finding: 'unproven', at: shown.length - 1, whole: true }
  const touched = search.kinds
    .flatMap((kind) => [...(columns[kind]?.cells ?? []), ...(columns[kind]?.less ?? [])])
    .filter((cell) => cell < shown.length)
  return {
    finding: 'small-combination',
    at: smallest(touched.length === 0 ? all : touched),
    whole: false,
  }
}

function peopleIn({ collected }: ChosenLayer, cut: string, category: string): number {
  return collected.reduce((sum, group) => sum + (group.cut[cut] === category ? group.people : 0), 0)
}

/** Those who collected and do not count, dimension by dimension, as far as it is shown. */
function lostPeople({ collected, answersIn, shown }: ChosenLayer, people: readonly number[]): number {
  const inUnits = new Map([...answersIn].map(([unit, answers]) => [unit, -answers]))
  for (const { unit, people } of collected) inUnits.set(unit, (inUnits.get(unit) ?? 0) + people)
  let lost = 0
  for (const difference of inUnits.values()) lost += Math.abs(difference)
  shown.forEach(({ answers }, at) => {
    lost += Math.abs((people[at] ?? 0) - answers)
  })
  return lost
}

function kindsOf({ units, shownUnits, collected, shown }: ChosenLayer): MixedKind[] {
  const parentOf = new Map(units.map(({ id, parent }) => [id, parent]))
  const numberOf = new Map(units.map(({ id }, number) => [id, number]))
  const restOf = (unit: string) => {
    let at: string | null = unit
    while (at !== null && !shownUnits.has(at)) at = parentOf.get(at) ?? null
    return at === null ? -1 : (numberOf.get(at) ?? -1)
  }
  const kinds = new Map<string, MixedKind>()
  for (const { unit, cut, people } of collected) {
    const categories = shown.flatMap((one, at) => (cut[one.cut] === one.category ? [at] : []))
    const rest = restOf(unit)
    if (people === 0 || (rest === -1 && categories.length === 0)) continue
    const key = `${rest} ${categories.join()}`
    kinds.set(key, { rest, categories, people: people + (kinds.get(key)?.people ?? 0) })
  }
  return [...kinds.values()]
}

/** Sums are numbered: categories first, then rests. */
function columnsOf(kinds: readonly MixedKind[], categories: number, enough: number): Kind[] {
  const inRest = new Map<number, MixedKind[]>()
  for (const kind of kinds) inRest.set(kind.rest, [...(inRest.get(kind.rest) ?? []), kind])
  return [...inRest].flatMap(([rest, same]) => {
    if (rest === -1) return same.map(({ categories: cells, people }) => ({ cells, people }))
    const people = same.reduce((sum, kind) => sum + kind.people, 0)
    if (people < enough) return pairsOf(same)
    return same.map((kind) => ({ cells: [...kind.categories, categories + rest], people: kind.people }))
  })
}

/** As many pairs of people of different kinds as there are: in a row, the largest kind first, everybody with who stands half the row on. */
function pairsOf(kinds: readonly MixedKind[]): Kind[] {
  const row = [...kinds]
    .sort((a, b) => b.people - a.people)
    .flatMap(({ categories, people }) => Array.from({ length: people }, () => categories))
  const largest = Math.max(...kinds.map(({ people }) => people))
  const distance = Math.max(largest, Math.ceil(row.length / 2))
  return row.slice(distance).map((less, i) => ({ cells: row[i] ?? [], less, people: 1 }))
}

/** Whether some combination of these sums is 0 for everybody: there are fewer independent columns than sums. */
function addsUp(columns: readonly Kind[], categories: number): boolean {
  const basis = new ColumnBasis({ left: Number.POSITIVE_INFINITY })
  const rests = new Set(columns.flatMap(({ cells }) => cells.filter((cell) => cell >= categories)))
  let missing = categories + rests.size
  for (const column of columns) {
    if (basis.add(basis.reduce(columnOf(column)))) missing--
    if (missing === 0) return false
  }
  return true
}
