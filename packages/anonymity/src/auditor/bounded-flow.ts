/** The least and the most that an edge can carry. */
export type FlowRange = { readonly lo: number; readonly hi: number }

/** Where flow comes from, and where it goes to. */
export const source = 0
export const sink = 1

/** More than all answers together can add up to. */
const endless = 2 ** 30

/**
 * A circulation of whole numbers in which every edge carries at least `lo` and at most `hi` (Hoffman 1960), found by augmenting
 * paths (Edmonds & Karp 1972). Nodes are numbered; `source` and `sink` are the outside, from which and into which anything may flow.
 * Edges are numbered in the order in which they are added; 0 leads from the sink back to the source.
 */
export class BoundedFlow {
  // An edge is two arcs, forwards (even) and backwards (odd): what it could carry more, and less.
  readonly #head: number[] = []
  readonly #room: number[] = []
  readonly #next: number[] = []
  readonly #first: Int32Array
  readonly #least: number[] = []
  readonly #excess: Float64Array
  /** By node the arc by which the last search came to it, -1 where it did not come. */
  readonly #cameBy: Int32Array
  readonly #queue: Int32Array

  constructor(nodes: number) {
    this.#excess = new Float64Array(nodes)
    this.#first = new Int32Array(nodes + 2).fill(-1)
    this.#cameBy = new Int32Array(nodes + 2)
    this.#queue = new Int32Array(nodes + 2)
    this.edge(sink, source, 0, endless)
  }

  edge(from: number, to: number, lo: number, hi: number): void {
    this.#excess[to] = (this.#excess[to] ?? 0) + lo
    this.#excess[from] = (this.#excess[from] ?? 0) - lo
    this.#least.push(lo)
    this.#addArcs(from, to, hi - lo)
  }

  /** Whether there is any such circulation. To be asked once, before `range`. */
  isPossible(): boolean {
    if (this.#room.some((room) => room < 0)) return false
    const [from, to] = [this.#excess.length, this.#excess.length + 1]
    let needed = 0
    const firstArc = this.#head.length
    this.#excess.forEach((excess, node) => {
      if (excess > 0) {
        this.#addArcs(from, node, excess)
        needed += excess
      } else if (excess < 0) this.#addArcs(node, to, -excess)
    })
    while (needed > 0) {
      const pushed = this.#augment(from, to, needed, -1)
      if (pushed === 0) return false
      needed -= pushed
    }
    this.#room.fill(0, firstArc)
    return true
  }

  /**
   * The least and the most that an edge can carry in all circulations.
   * @param onLimit told which other edges keep it from carrying more, or less
   */
  range(edge: number, onLimit?: (edge: number) => void): FlowRange {
    this.#shift(2 * edge, onLimit)
    const hi = this.#flowOn(edge)
    this.#shift(2 * edge + 1, onLimit)
    return { lo: this.#flowOn(edge), hi }
  }

  #flowOn(edge: number): number {
    return (this.#least[edge] ?? 0) + (this.#room[2 * edge + 1] ?? 0)
  }

  /** Pushes as much as there is room for through an arc and back around it. */
  #shift(arc: number, onLimit?: (edge: number) => void): void {
    const [from, to] = [this.#head[arc] ?? 0, this.#head[arc ^ 1] ?? 0]
    for (let room = this.#room[arc] ?? 0; room > 0; room = this.#room[arc] ?? 0) {
      const pushed = this.#augment(from, to, room, arc >> 1)
      if (pushed > 0) this.#push(arc, pushed)
      else {
        if (onLimit) this.#nameLimits(arc >> 1, onLimit)
        return
      }
    }
  }

  /** After a search that did not arrive: all edges between the nodes that it reached and the others are at a bound. */
  #nameLimits(without: number, onLimit: (edge: number) => void): void {
    const isReached = (arc: number) => this.#cameBy[this.#head[arc] ?? 0] !== -1
    for (let edge = 1; edge < this.#least.length; edge++)
      if (edge !== without && isReached(2 * edge) !== isReached(2 * edge + 1)) onLimit(edge)
  }

  /** Pushes at most `most` along a shortest path with room, not using one edge; returns 0 when there is none. */
  #augment(from: number, to: number, most: number, without: number): number {
    const [by, queue] = [this.#cameBy.fill(-1), this.#queue]
    queue[0] = from
    by[from] = endless
    for (let at = 0, end = 1; at < end && by[to] === -1; at++)
      for (let arc = this.#first[queue[at] ?? 0] ?? -1; arc !== -1; arc = this.#next[arc] ?? -1) {
        const node = this.#head[arc] ?? 0
        if (by[node] !== -1 || this.#room[arc] === 0 || arc >> 1 === without) continue
        by[node] = arc
        queue[end++] = node
      }
    if (by[to] === -1) return 0
    let pushed = most
    for (let node = to; node !== from; node = this.#head[(by[node] ?? 0) ^ 1] ?? from)
      pushed = Math.min(pushed, this.#room[by[node] ?? 0] ?? 0)
    for (let node = to; node !== from; node = this.#head[(by[node] ?? 0) ^ 1] ?? from)
      this.#push(by[node] ?? 0, pushed)
    return pushed
  }

  #push(arc: number, amount: number): void {
    this.#room[arc] = (this.#room[arc] ?? 0) - amount
    this.#room[arc ^ 1] = (this.#room[arc ^ 1] ?? 0) + amount
  }

  #addArcs(from: number, to: number, room: number): void {
    const arc = this.#head.length
    this.#head.push(to, from)
    this.#room.push(room, 0)
    this.#next.push(this.#first[from] ?? -1, this.#first[to] ?? -1)
    this.#first[from] = arc
    this.#first[to] = arc + 1
  }
}
