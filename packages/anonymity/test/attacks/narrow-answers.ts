import { AnswerSystem, type Bundle, type ItemRange, rangeOf } from './answer-system.ts'
import type { Finding, FindingKind } from './finding.ts'
import type { PersonType } from './layers.ts'
import { People } from './people.ts'
import { exactGroups } from './small-sets.ts'
import type { Snapshot, SnapshotCell, Statistics, Truth } from './snapshot-format.ts'

/** Items whose answers are sought together: one item, or the items of a scale whose mean is shown as well. */
type Question = { readonly items: readonly string[]; readonly scale: string | null }

type Clue = { readonly cell: SnapshotCell; readonly item: string; readonly statistics: Statistics }

/**
 * The display attack: takes every number as it is displayed, with all the values that would look the same, and asks a linear
 * programme what the answers of single people and of groups below k can still be. Once for each wave, and once for
 * all waves together under the worst case that whoever stays gives the same answers again.
 */
export function findNarrowAnswers(snapshot: Snapshot, truth: Truth): Finding[] {
  const waves = snapshot.waves.map(({ id }) => id)
  const attempts = waves.length > 1 ? [...waves.map((wave) => [wave]), waves] : [waves]
  return attempts.flatMap((wavesTogether) =>
    questionsOf(snapshot, truth).flatMap((question) => attack(snapshot, truth, wavesTogether, question)),
  )
}

function questionsOf(snapshot: Snapshot, truth: Truth): Question[] {
  const scales = Object.entries(truth.scales ?? {})
  const joined = new Set(scales.flatMap(([, items]) => items))
  return [
    ...snapshot.items.filter((item) => !joined.has(item)).map((item) => ({ items: [item], scale: null })),
    ...scales.map(([scale, items]) => ({ items, scale })),
  ]
}

type Single = Bundle & { readonly pid: string }

function attack(
  snapshot: Snapshot,
  truth: Truth,
  waves: readonly string[],
  { items, scale }: Question,
): Finding[] {
  const clues = cluesOf(snapshot, waves, scale === null ? items : [...items, scale])
  const types = typesOf(new People(truth), waves, items[0] ?? '', clues)
  const ranges = new Map(items.map((item) => [item, rangeOf(snapshot, item, isWhole(truth, item))]))
  const room = snapshot.k - 1
  const system = new AnswerSystem(ranges, statisticsByItem(clues))
  try {
    // Of people who cannot be told apart, up to k - 1 are looked at one by one; the rest are a crowd.
    const bundles = types.map(({ people, cells }) => ({
      cells,
      single: people.slice(0, room).map((pid): Single => ({ pid, ...system.bundle(1) })),
      crowd: people.length > room ? [system.bundle(people.length - room)] : [],
    }))
    clues.forEach(({ item, statistics }, i) => {
      const inside = bundles.filter(({ cells }) => cells.includes(i))
      const all = inside.flatMap(({ single, crowd }) => [...single, ...crowd])
      system.addStatistics(statistics, item === scale ? items : [item], all)
    })
    const wave = waves.length === 1 ? (waves[0] ?? null) : null
    if (!system.isPossible()) {
      // Across waves this only means that somebody did not answer the same again.
      const detail = 'no answers fit what is shown'
      return wave === null ? [] : [{ kind: 'inconsistent', wave, item: items[0] ?? null, people: [], detail }]
    }
    const seen = bundles.filter(({ cells }) => cells.length > 0).map(({ single }) => single)
    const groups = [
      ...seen.flatMap((single) => [single.slice(0, 1), single]),
      ...exactGroups(types, clues.length, room).map((pids) =>
        bundles.flatMap(({ single }) => single.filter(({ pid }) => pids.includes(pid))),
      ),
    ]
    return [...ranges].flatMap(([item, range]) =>
      [
        ...seen.flatMap((single) => narrowPerson(system, item, range, single)),
        ...groups.flatMap((group) => tightGroup(system, item, range, group)),
      ].map((found) => ({ ...found, wave, item })),
    )
  } finally {
    system.dispose()
  }
}

type Found = Omit<Finding, 'wave' | 'item'>

/** One of the people stands for all: they cannot be told apart. A score that is not whole is judged by its range alone. */
function narrowPerson(system: AnswerSystem, item: string, range: ItemRange, [person]: Single[]): Found[] {
  if (!person || !range.whole) return []
  const left = answersLeft(range, (answer) => system.isPossibleAnswer(item, person, answer))
  return left < 4 ? [{ kind: 'interval-narrow', people: [person.pid], detail: `${left} answers left` }] : []
}

function tightGroup(system: AnswerSystem, item: string, range: ItemRange, group: Single[]): Found[] {
  const sum = system.sumRange(item, group)
  const kind = sum && tightness(sum, range)
  const detail = `sum of ${group.length} between ${sum?.lo} and ${sum?.hi}`
  return kind ? [{ kind, people: group.map(({ pid }) => pid), detail }] : []
}

function cluesOf(snapshot: Snapshot, waves: readonly string[], items: readonly string[]): Clue[] {
  return snapshot.cells
    .filter((cell) => waves.includes(cell.wave))
    .flatMap((cell) =>
      items.flatMap((item): Clue[] => {
        const statistics = cell.items?.[item]
        const values = [statistics?.mean, statistics?.sum, statistics?.fav, ...(statistics?.hist ?? [])]
        return statistics && values.some((value) => value !== null && value !== undefined)
          ? [{ cell, item, statistics }]
          : []
      }),
    )
}

/** People by the clues they are part of, over all the waves. */
function typesOf(
  people: People,
  waves: readonly string[],
  item: string,
  clues: readonly Clue[],
): PersonType[] {
  const cluesOfPerson = new Map<string, number[]>()
  for (const wave of waves)
    for (const person of people.counted(wave, item)) {
      const own = clues.flatMap(({ cell }, i) => (cell.wave === wave && people.isIn(person, cell) ? [i] : []))
      cluesOfPerson.set(person.pid, [...(cluesOfPerson.get(person.pid) ?? []), ...own])
    }
  const types = new Map<string, { people: string[]; cells: number[] }>()
  for (const [pid, cells] of cluesOfPerson) {
    const type = types.get(cells.join()) ?? { people: [], cells }
    type.people.push(pid)
    types.set(cells.join(), type)
  }
  return [...types.values()]
}

function statisticsByItem(clues: readonly Clue[]): Map<string, Statistics[]> {
  const byItem = new Map<string, Statistics[]>()
  for (const { item, statistics } of clues) byItem.set(item, [...(byItem.get(item) ?? []), statistics])
  return byItem
}

function isWhole(truth: Truth, item: string): boolean {
  const at = truth.items.indexOf(item)
  return (
    truth.scales?.[item] === undefined &&
    truth.waves.every(({ people }) => people.every(({ answers }) => Number.isInteger(answers?.[at] ?? 0)))
  )
}

/** Counts up to four possible answers, the ends first: they are the ones most often possible. */
function answersLeft({ lo, hi }: ItemRange, isPossible: (answer: number) => boolean): number {
  const answers = Array.from({ length: hi - lo + 1 }, (_, i) => (i % 2 === 0 ? lo + i / 2 : hi - (i - 1) / 2))
  let left = 0
  for (const answer of answers) {
    if (isPossible(answer)) left++
    if (left === 4) break
  }
  return left
}

function tightness(sum: { lo: number; hi: number }, { whole }: ItemRange): FindingKind | null {
  const width = whole ? Math.floor(sum.hi + 1e-5) - Math.ceil(sum.lo - 1e-5) : sum.hi - sum.lo
  if (width < 1e-4) return 'interval-pinned'
  return width < 3 - 1e-4 ? 'interval-tight' : null
}
