import type { Bounds } from './bounds.ts'
import { narrowChanged } from './changed-people.ts'
import type { DisplayedMeasure } from './displayed-block.ts'
import { tightestPeople } from './few-people.ts'
import { amongOthers, type Finding, type FindingKind } from './finding.ts'
import { type KnownAnswers, narrow, type Range } from './known-answers.ts'
import type { Remembered, TightPeople } from './remembered.ts'
import { type BlockPair, type FamilyPair, familyPairs } from './wave-pair.ts'
import { type Scope, type SetBounds, type Told, WaveSystem } from './wave-system.ts'

/**
 * Two waves against each other, in the worst case that everybody who stays gives the same answers again. Where the numbers of a
 * place contradict that, people there have changed their minds, and nothing follows from them; then its parts are looked at by
 * themselves. Blocks that everybody answered have the same people, so one contradicts for all.
 */
export function attackPair(pairs: readonly BlockPair[], k: number, remembered: Remembered): Finding[] {
  const attacks = pairs.map((pair) => new PairAttack(pair, k, remembered))
  const known = new Map<string, boolean>()
  const contradicts: Contradicts = (asked, place, scope) => {
    if (!asked.pair.isComplete) return asked.contradicts(place, scope)
    const question = `${scope} ${place}`
    const answer =
      known.get(question) ?? attacks.some((one) => one.pair.isComplete && one.contradicts(place, scope))
    known.set(question, answer)
    return answer
  }
  return attacks.flatMap((attack) => attack.findings(contradicts))
}

/** Places with more cells than this are looked at level by level: a place and its parts. */
const largestSystem = 400

type Contradicts = (asked: PairAttack, place: string, scope: Scope) => boolean

class PairAttack {
  readonly pair: BlockPair
  readonly #most: number
  readonly #families: readonly FamilyPair[]
  /** Per family what is told of each measure: the same for all its places. */
  readonly #told: ReadonlyMap<FamilyPair, readonly ToldMeasure[]>
  readonly #places: ReadonlyMap<string, { readonly pair: FamilyPair; readonly number: number }>

  readonly #remembered: Remembered
  readonly #systems = new Map<string, WaveSystem>()

  constructor(pair: BlockPair, k: number, remembered: Remembered) {
    this.pair = pair
    this.#remembered = remembered
    this.#most = k - 1
    this.#families = familyPairs(pair)
    this.#told = new Map(
      this.#families.map((family) => [
        family,
        measuresOf(family).map((measure) => ({ measure, told: everythingTold(measure) })),
      ]),
    )
    this.#places = new Map(
      this.#families.flatMap((family) =>
        family.places.map(({ key }, number) => [key, { pair: family, number }] as const),
      ),
    )
  }

  contradicts(key: string, scope: Scope): boolean {
    const place = this.#places.get(key)
    if (!place) return false
    const system = this.#systemOf(place.pair, place.number, scope)
    const told = this.#toldIn(place.pair).map((one) => one.told)
    const isImpossible = (one: Told | null | undefined) =>
      one && !this.#isPossible(system, system.boundsOf(one))
    // Sums contradict each other most often.
    return (
      told.some(([sums]) => isImpossible(sums)) || told.some(([, ...counts]) => counts.some(isImpossible))
    )
  }

  #toldIn(family: FamilyPair): readonly ToldMeasure[] {
    return this.#told.get(family) ?? []
  }

  #systemOf(pair: FamilyPair, place: number, scope: Scope): WaveSystem {
    const key = `${scope} ${pair.places[place]?.key}`
    const system = this.#systems.get(key) ?? new WaveSystem(pair, place, scope)
    this.#systems.set(key, system)
    return system
  }

  #isPossible(system: WaveSystem, bounds: SetBounds): boolean {
    const key = `${system.shape} ${keyOf(bounds)}`
    const known = this.#remembered.possible.get(key) ?? system.isPossible(bounds)
    this.#remembered.possible.set(key, known)
    return known
  }

  findings(contradicts: Contradicts): Finding[] {
    const found = new Map<string, Finding>()
    const report = (finding: Finding) => found.set(JSON.stringify(finding), finding)
    for (const pair of this.#families) {
      const places = [0]
      for (let at = 0; at < places.length; at++) {
        const number = places[at] ?? 0
        const place = pair.places[number]
        if (!place) continue
        const isHeld = (scope: Scope) => !contradicts(this, place.key, scope)
        const isSmall = place.size <= largestSystem
        if (isSmall && isHeld('all')) {
          this.#ask(pair, number, 'all', report)
          continue
        }
        if (isHeld('place and parts')) this.#ask(pair, number, 'place and parts', report)
        else if (isHeld('rest')) this.#ask(pair, number, 'rest', report)
        places.push(...place.inside)
      }
    }
    return [...found.values()]
  }

  #ask(pair: FamilyPair, place: number, scope: Scope, report: (finding: Finding) => void): void {
    const system = this.#systemOf(pair, place, scope)
    for (const { measure, told } of this.#toldIn(pair)) {
      const bounds = told.map((one) => one && system.boundsOf(one))
      const key = [measure.id, system.shape, ...bounds.map((one) => (one ? keyOf(one) : ''))].join()
      const tight = this.#remembered.tight.get(key) ?? tightPeople(system, measure.now, bounds, this.#most)
      this.#remembered.tight.set(key, tight)
      for (const { finding, telling } of tight) report(this.#findingAt(pair, telling, measure.id, finding))
    }
  }

  /** At the smallest of the cells of this wave that tell it. */
  #findingAt(
    { now: { nested } }: FamilyPair,
    telling: readonly number[],
    measure: string,
    finding: FindingKind,
  ): Finding {
    const sizeOf = (cell: number) => nested.people[cell] ?? Number.POSITIVE_INFINITY
    const smallest = telling.reduce((a, b) => (sizeOf(b) < sizeOf(a) ? b : a))
    const { cells } = this.pair.now.index.wave
    const number = nested.cells[smallest] ?? -1
    const { unit, cut } = cells[number] ?? { unit: '', cut: {} }
    const others = telling.map((cell) => nested.cells[cell] ?? -1)
    return { finding, unit, cut, measure, ...amongOthers(number, others, cells) }
  }
}

/** So often are conclusions about one number drawn into the others; more rounds narrow little. */
const rounds = 4

/** What is known of some people, who are those of some sets. */
type Solved = { readonly known: KnownAnswers; readonly sets: readonly number[] }

function tightPeople(
  system: WaveSystem,
  measure: DisplayedMeasure,
  told: readonly (SetBounds | null)[],
  most: number,
): TightPeople[] {
  return (solve(system, measure, told) ?? []).flatMap(({ known, sets }) => {
    const finding = tightestPeople(known, measure, most)
    if (!finding) return []
    const limits = sets.flatMap((set) => cellsThatTell(system, set, told))
    const telling = limits.length > 0 ? limits : aroundWhomItChanged(system, sets)
    return telling.length > 0 ? [{ finding, telling }] : []
  })
}

/** Everything that two waves tell of those on each way between them; null when it contradicts itself. */
function solve(
  system: WaveSystem,
  measure: DisplayedMeasure,
  told: readonly (SetBounds | null)[],
): Solved[] | null {
  const bounds = told.map((one) => one && { lo: one.lo.slice(), hi: one.hi.slice() })
  const known = system.sets.map(({ people }, set): KnownAnswers => {
    const at = (one: SetBounds | null | undefined) => ({ lo: one?.lo[set] ?? 0, hi: one?.hi[set] ?? people })
    const [sums, favourable, ...answers] = bounds
    return {
      n: people,
      sum: at(sums),
      favourable: favourable ? at(favourable) : null,
      answers: answers.map(at),
    }
  })
  // What cells tell of each other has been drawn in the flow, unless several numbers are told.
  const from = bounds.filter((one) => one !== null).length === 1 ? system.firstWay : 0
  const changed: Solved[] = []
  for (let round = 0, isNew = true; isNew && round < rounds; round++) {
    for (const [number, one] of bounds.entries()) {
      const ranges = one && system.rangesIn(one, from)
      if (one && !ranges) return null
      ranges?.forEach(({ lo, hi }, i) => {
        const range = numberIn(known[from + i], number)
        if (!range) return
        range.lo = Math.max(range.lo, lo)
        range.hi = Math.min(range.hi, hi)
      })
    }
    if (!known.every((one) => narrow(one, measure))) return null
    changed.length = 0
    for (const turnover of system.turnovers) {
      const people = narrowChanged(turnover, known, measure)
      if (!people) return null
      if (turnover.came.length > 1) changed.push({ known: people.came, sets: turnover.came })
      if (turnover.left.length > 1) changed.push({ known: people.left, sets: turnover.left })
    }
    isNew = false
    for (const [set, one] of known.entries())
      for (const [number, bound] of bounds.entries()) {
        const range = numberIn(one, number)
        if (!bound || !range || (range.lo === bound.lo[set] && range.hi === bound.hi[set])) continue
        bound.lo[set] = range.lo
        bound.hi[set] = range.hi
        isNew = true
      }
  }
  const ways = known.slice(system.firstWay).map((one, i) => ({ known: one, sets: [system.firstWay + i] }))
  return [...ways, ...changed]
}

/** The cells of this wave, by their numbers in the family, that limit what these people can have answered. */
function cellsThatTell(system: WaveSystem, set: number, told: readonly (SetBounds | null)[]): number[] {
  return told.flatMap((one) => (one ? [...system.cellsThatLimit(set, one)] : []))
}

/** The cells of this wave whose turnover the people are part of. */
function aroundWhomItChanged({ turnovers, sets }: WaveSystem, people: readonly number[]): number[] {
  return turnovers
    .filter(({ came, left }) => people.some((set) => came.includes(set) || left.includes(set)))
    .map(({ now }) => sets[now]?.now ?? -1)
}

function numberIn(known: KnownAnswers | undefined, number: number): Range | null | undefined {
  if (number === 0) return known?.sum
  return number === 1 ? known?.favourable : known?.answers[number - 2]
}

type SharedMeasure = {
  readonly id: string
  readonly before: DisplayedMeasure
  readonly now: DisplayedMeasure
}

type ToldMeasure = { readonly measure: SharedMeasure; readonly told: readonly (Told | null)[] }

function measuresOf({ before, now }: FamilyPair): SharedMeasure[] {
  return now.measures.flatMap((measure) => {
    const earlier = before.measures.find((one) => one.measure.id === measure.measure.id)
    return earlier ? [{ id: measure.measure.id, before: earlier, now: measure }] : []
  })
}

/** Sums first, then how many answered favourably, then how many gave each answer; null where neither wave shows it. */
function everythingTold({ before, now }: SharedMeasure): (Told | null)[] {
  const { min, max } = now.range
  const counts = (a: Bounds | null, b: Bounds | null) =>
    a || b ? { before: a, now: b, least: 0, most: 1 } : null
  const points = Math.max(before.answers?.length ?? 0, now.answers?.length ?? 0)
  return [
    { before: before.sums, now: now.sums, least: min, most: max },
    counts(before.favourable, now.favourable),
    ...Array.from({ length: points }, (_, answer) =>
      counts(before.answers?.[answer] ?? null, now.answers?.[answer] ?? null),
    ),
  ]
}

function keyOf({ lo, hi }: SetBounds): string {
  return `${lo.join()} ${hi.join()}`
}
