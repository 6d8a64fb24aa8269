import type { Bounds } from './bounds.ts'
import type { DisplayedMeasure } from './displayed-block.ts'
import { amongOthers, type Finding, type FindingKind } from './finding.ts'
import type { Remembered } from './remembered.ts'
import { tightPeople } from './tight-people.ts'
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
