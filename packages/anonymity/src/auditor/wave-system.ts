import { BoundedFlow, type FlowRange, sink, source } from './bounded-flow.ts'
import type { Bounds } from './bounds.ts'
import type { DisplayedFamily } from './displayed-block.ts'
import type { FamilyPair, Way } from './wave-pair.ts'

/**
 * Which of the shown numbers are believed together: all in a place, those of a place and of the ones directly inside it, or
 * what the place holds outside of those that both waves show.
 */
export type Scope = 'all' | 'place and parts' | 'rest'

/** What both waves show of a number that adds up over people, from `least` to `most` for each; null where one shows nothing of it. */
export type Told = {
  readonly before: Bounds | null
  readonly now: Bounds | null
  readonly least: number
  readonly most: number
}

/**
 * People whose answers are asked for: those of a cell, or those on the same way from wave to wave.
 */
export type PeopleSet = {
  readonly people: number
  /** The cell of this wave in which they are now, by its number in the family; -1 for none. */
  readonly now: number
}

/** A place that both waves show, by its sets: the cells, and the ways of those who came to it and of those who left it. */
export type Turnover = {
  readonly before: number
  readonly now: number
  readonly came: readonly number[]
  readonly left: readonly number[]
}

/** Per set the least and the most that its people's numbers add up to. */
export type SetBounds = { readonly lo: Float64Array; readonly hi: Float64Array }

type Node = { readonly cell: number; readonly isRest: boolean }

type Layout = {
  readonly nodes: readonly Node[]
  /** Per cell its node; -1 for a cell that is left out with all its people. */
  readonly nodeOf: ReadonlyMap<number, number>
  /** Cells that are taken out of the rest. */
  readonly without: readonly number[]
}

/** What flows along an edge is what the people of one set answered; `of` says where a cell's own bounds are found. */
type Edge = PeopleSet & {
  readonly from: number
  readonly to: number
  readonly of: { readonly side: 'before' | 'now'; readonly node: Node } | null
}

/**
 * Two waves as a flow, if everybody who stays gives the same answers again: answers flow out of the cells of the earlier wave, over
 * the people, into the cells of this one, and what a cell shows bounds what flows through it. The cells of each wave are
 * nested, so of one number the flow can carry exactly what the waves allow.
 */
export class WaveSystem {
  readonly #pair: FamilyPair
  readonly #layouts: { readonly before: Layout; readonly now: Layout }
  readonly #edges: Edge[] = []
  /** Sets from here on are ways, those before are cells. */
  readonly firstWay: number
  readonly turnovers: readonly Turnover[]
  #nodes = sink + 1
  #shape: string | undefined

  /** @param top number of the place */
  constructor(pair: FamilyPair, top: number, scope: Scope) {
    this.#pair = pair
    const reach = scope === 'all' ? placesBelow(pair, top) : [top, ...partsOf(pair, top)]
    const [before, now] = [
      layoutOf(pair, top, reach, scope, 'before'),
      layoutOf(pair, top, reach, scope, 'now'),
    ]
    this.#layouts = { before, now }
    const from = this.#addCells('before')
    const into = this.#addCells('now')
    const ways = this.#waysBelow(top)
    this.firstWay = this.#edges.length
    for (const way of ways)
      this.#edges.push({
        from: from[way.from] ?? source,
        to: into[way.into] ?? sink,
        people: way.people,
        now: now.nodes[way.into]?.cell ?? -1,
        of: null,
      })
    this.turnovers = this.#turnovers(ways)
  }

  /** The same for systems of the same cells and people, in which the same cells stand for the same place. */
  get shape(): string {
    this.#shape ??= [
      this.#edges.map(({ from, to, people, now }) => `${from} ${to} ${people} ${now}`).join(),
      this.turnovers.map(({ before, now }) => `${before} ${now}`).join(),
    ].join(' places ')
    return this.#shape
  }

  get sets(): readonly PeopleSet[] {
    return this.#edges
  }

  /** What is known of each set before the flow is looked at: what its cell shows, and what so many people can give. */
  boundsOf({ before, now, least, most }: Told): SetBounds {
    const edges = this.#edges
    const lo = new Float64Array(edges.length)
    const hi = new Float64Array(edges.length)
    for (let set = 0; set < edges.length; set++) {
      const { of = null, people = 0 } = edges[set] ?? {}
      lo[set] = people * least
      hi[set] = people * most
      const told = of?.side === 'before' ? before : now
      if (!of || !told) continue
      const shown = this.#shownIn(of.side, of.node, told)
      lo[set] = Math.max(people * least, shown.lo)
      hi[set] = Math.min(people * most, shown.hi)
    }
    return { lo, hi }
  }

  isPossible(bounds: SetBounds): boolean {
    return this.#flowOf(bounds).isPossible()
  }

  /**
   * Per set the least and the most that the flow allows; null when nothing can flow.
   * @param from the first set that is asked for
   */
  rangesIn(bounds: SetBounds, from: number): FlowRange[] | null {
    const flow = this.#flowOf(bounds)
    return flow.isPossible() ? this.#edges.slice(from).map((_, i) => flow.range(from + i + 1)) : null
  }

  /** The cells of this wave, by their numbers in the family, that keep a set's people from having answered more, or less. */
  cellsThatLimit(set: number, bounds: SetBounds): Set<number> {
    const flow = this.#flowOf(bounds)
    const cells = new Set<number>()
    if (flow.isPossible())
      flow.range(set + 1, (edge) => {
        const { of, now } = this.#edges[edge - 1] ?? {}
        if (of?.side === 'now' && now !== undefined) cells.add(now)
      })
    return cells
  }

  #flowOf({ lo, hi }: SetBounds): BoundedFlow {
    const flow = new BoundedFlow(this.#nodes)
    this.#edges.forEach(({ from, to }, set) => {
      flow.edge(from, to, lo[set] ?? 0, hi[set] ?? 0)
    })
    return flow
  }

  #shownIn(side: 'before' | 'now', { cell, isRest }: Node, told: Bounds): { lo: number; hi: number } {
    let [lo, hi] = [told.lo[cell] ?? 0, told.hi[cell] ?? 0]
    if (isRest)
      for (const part of this.#layouts[side].without) {
        lo -= told.hi[part] ?? 0
        hi -= told.lo[part] ?? 0
      }
    return { lo, hi }
  }

  /** @returns per node of the layout its node in the flow */
  #addCells(side: 'before' | 'now'): number[] {
    const { nested } = this.#pair[side]
    const { nodes, nodeOf, without } = this.#layouts[side]
    const flowNodes = nodes.map(() => this.#nodes++)
    nodes.forEach((node, number) => {
      let outer = nested.outer[node.cell] ?? -1
      while (outer !== -1 && !nodeOf.has(outer)) outer = nested.outer[outer] ?? -1
      const around = flowNodes[nodeOf.get(outer) ?? -1]
      const own = flowNodes[number] ?? source
      const inParts = node.isRest ? without.reduce((sum, part) => sum + (nested.people[part] ?? 0), 0) : 0
      this.#edges.push({
        from: side === 'before' ? (around ?? source) : own,
        to: side === 'before' ? own : (around ?? sink),
        people: (nested.people[node.cell] ?? 0) - inParts,
        now: side === 'now' ? node.cell : -1,
        of: { side, node },
      })
    })
    return flowNodes
  }

  /** Every way that starts or ends here or below, between the nodes. */
  #waysBelow(top: number): NodeWay[] {
    const met = new Set<Way>()
    for (const place of placesBelow(this.#pair, top))
      for (const way of this.#pair.places[place]?.ways ?? []) met.add(way)
    const ways = new Map<string, NodeWay>()
    for (const way of met) {
      const from = innermost(this.#pair.before, this.#layouts.before, way.before)
      const into = innermost(this.#pair.now, this.#layouts.now, way.now)
      if (from === -1 && into === -1) continue
      const known = ways.get(`${from} ${into}`) ?? { from, into, people: 0 }
      known.people += way.people
      ways.set(`${from} ${into}`, known)
    }
    return [...ways.values()]
  }

  #turnovers(ways: readonly NodeWay[]): Turnover[] {
    const turnovers = new Map<number, { before: number; now: number; came: number[]; left: number[] }>()
    this.#edges.forEach(({ of }, set) => {
      if (!of) return
      const place = this.#pair.placeOf[of.side][of.node.cell] ?? -1
      const known = turnovers.get(place) ?? { before: -1, now: -1, came: [], left: [] }
      known[of.side] = set
      turnovers.set(place, known)
    })
    ways.forEach(({ from, into }, i) => {
      const [earlier, after] = [this.#placesAround('before', from), this.#placesAround('now', into)]
      for (const place of after) if (!earlier.has(place)) turnovers.get(place)?.came.push(this.firstWay + i)
      for (const place of earlier) if (!after.has(place)) turnovers.get(place)?.left.push(this.firstWay + i)
    })
    return [...turnovers.values()].filter(({ before, now }) => before !== -1 && now !== -1)
  }

  /** The places of all nodes that hold what is in a node. */
  #placesAround(side: 'before' | 'now', node: number): Set<number> {
    const { nodes, nodeOf } = this.#layouts[side]
    const places = new Set<number>()
    for (let cell = nodes[node]?.cell ?? -1; cell !== -1; cell = this.#pair[side].nested.outer[cell] ?? -1)
      if ((nodeOf.get(cell) ?? -1) !== -1) places.add(this.#pair.placeOf[side][cell] ?? -1)
    return places
  }
}

/** By nodes of the layouts; -1 outside. */
type NodeWay = { readonly from: number; readonly into: number; people: number }

/** All that either wave has in a place, with itself. */
function placesBelow(pair: FamilyPair, top: number): number[] {
  const found = new Set([top])
  for (const place of found) for (const part of partsOf(pair, place)) found.add(part)
  return [...found]
}

function partsOf({ places }: FamilyPair, place: number): number[] {
  const { inside = [], heldBefore = [] } = places[place] ?? {}
  return heldBefore.length === 0 ? [...inside] : [...inside, ...heldBefore]
}

function layoutOf(
  pair: FamilyPair,
  top: number,
  reach: readonly number[],
  scope: Scope,
  side: 'before' | 'now',
): Layout {
  const nodes: Node[] = []
  const nodeOf = new Map<number, number>()
  const without: number[] = []
  const { outer } = pair[side].nested
  const whole = pair.places[top]?.[side] ?? -1
  const parts = new Set(reach.filter((one) => one !== top).map((one) => pair.places[one]?.[side] ?? -1))
  for (const number of reach) {
    const place = pair.places[number]
    const cell = place?.[side] ?? -1
    if (cell === -1) continue
    if (scope === 'rest' && number !== top && place?.before !== -1 && place?.now !== -1) {
      // Where units moved it may lie in another part in this wave, and goes with that, or outside of the whole.
      let around = outer[cell] ?? -1
      while (around !== -1 && around !== whole && !parts.has(around)) around = outer[around] ?? -1
      if (around !== -1 && around !== whole) continue
      nodeOf.set(cell, -1)
      if (around !== -1) without.push(cell)
    } else nodeOf.set(cell, nodes.push({ cell, isRest: scope === 'rest' && number === top }) - 1)
  }
  return { nodes, nodeOf, without }
}

/** The node in which the people of an innermost cell are, -1 outside of all. */
function innermost({ nested }: DisplayedFamily, { nodeOf }: Layout, innermostCell: number): number {
  let cell = innermostCell
  while (cell !== -1) {
    const node = nodeOf.get(cell)
    if (node !== undefined) return node
    cell = nested.outer[cell] ?? -1
  }
  return -1
}
