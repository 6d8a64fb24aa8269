import { present } from '@chorus/basics/assert'

/** Weighted edges between nodes numbered from 0; several between the same two add up. */
export type Graph = {
  readonly nodes: number
  readonly from: readonly number[]
  readonly to: readonly number[]
  readonly weight: readonly number[]
}

/**
 * Joins nodes that no cut lighter than `enough` can part. What is left: in every connected piece either one cluster, which
 * proves that the piece has no such cut, or several, of which at least one is itself the light side of such a cut.
 *
 * Nodes are visited in the order of how strongly they hang on those visited before; an edge that brings a node's total to q
 * joins two nodes with connectivity of at least q (Nagamochi and Ibaraki 1992). So all edges with q >= enough are
 * contracted at once, and again until none is left. Each pass is O(edges x log edges); a few passes do on graphs of
 * organisations, where Stoer and Wagner's algorithm would need one pass for every node.
 *
 * @returns per node its cluster, numbered from 0, and per cluster the weight of the edges that leave it
 */
export function joinWellConnected(
  graph: Graph,
  enough: number,
): { cluster: Int32Array; leaving: Float64Array } {
  let cluster = Int32Array.from({ length: graph.nodes }, (_, node) => node)
  let edges = withoutLoops(graph)
  for (;;) {
    const joined = onePass(edges, enough)
    const next = joined.reduce((most, at) => Math.max(most, at + 1), 0)
    if (next === edges.nodes) break
    cluster = cluster.map((at) => joined[at] ?? 0)
    edges = withoutLoops({
      nodes: next,
      from: edges.from.map((node) => joined[node] ?? 0),
      to: edges.to.map((node) => joined[node] ?? 0),
      weight: edges.weight,
    })
  }
  const leaving = new Float64Array(edges.nodes)
  edges.weight.forEach((weight, edge) => {
    for (const node of [edges.from[edge] ?? 0, edges.to[edge] ?? 0])
      leaving[node] = (leaving[node] ?? 0) + weight
  })
  return { cluster, leaving }
}

function withoutLoops({ nodes, from, to, weight }: Graph): Graph {
  const kept: { from: number[]; to: number[]; weight: number[] } = { from: [], to: [], weight: [] }
  for (let edge = 0; edge < weight.length; edge++) {
    if (from[edge] === to[edge]) continue
    kept.from.push(from[edge] ?? 0)
    kept.to.push(to[edge] ?? 0)
    kept.weight.push(weight[edge] ?? 0)
  }
  return { nodes, ...kept }
}

/** @returns per node the number of its cluster, in the order in which clusters first appear */
function onePass(graph: Graph, enough: number): Int32Array {
  const { start, edgeAt } = adjacency(graph)
  const total = new Float64Array(graph.nodes)
  const visited = new Uint8Array(graph.nodes)
  const above = Int32Array.from({ length: graph.nodes }, (_, node) => node)
  const rootOf = (node: number): number => {
    let at = node
    while (above[at] !== at) {
      above[at] = above[above[at] ?? 0] ?? 0
      at = above[at] ?? 0
    }
    return at
  }
  const waiting = new Waiting()
  for (let first = 0; first < graph.nodes; first++) {
    if (visited[first] === 1) continue
    waiting.push(first, 0)
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      if (visited[node] === 1) continue
      visited[node] = 1
      for (let i = start[node] ?? 0; i < (start[node + 1] ?? 0); i++) {
        const edge = edgeAt[i] ?? 0
        const other = (graph.from[edge] === node ? graph.to[edge] : graph.from[edge]) ?? 0
        if (visited[other] === 1) continue
        total[other] = (total[other] ?? 0) + (graph.weight[edge] ?? 0)
        if ((total[other] ?? 0) >= enough) above[rootOf(other)] = rootOf(node)
        waiting.push(other, total[other] ?? 0)
      }
    }
  }
  const numbers = new Map<number, number>()
  return above.map((_, node) => {
    const root = rootOf(node)
    if (!numbers.has(root)) numbers.set(root, numbers.size)
    return present(numbers.get(root), 'a cluster')
  })
}

/** Edges of every node, node by node. */
function adjacency(graph: Graph): { start: Int32Array; edgeAt: Int32Array } {
  const start = new Int32Array(graph.nodes + 1)
  const ends = [graph.from, graph.to]
  for (const nodes of ends) for (const node of nodes) start[node + 1] = (start[node + 1] ?? 0) + 1
  for (let node = 0; node < graph.nodes; node++) start[node + 1] = (start[node + 1] ?? 0) + (start[node] ?? 0)
  const next = start.slice()
  const edgeAt = new Int32Array(graph.weight.length * 2)
  for (const nodes of ends)
    nodes.forEach((node, edge) => {
      edgeAt[next[node] ?? 0] = edge
      next[node] = (next[node] ?? 0) + 1
    })
  return { start, edgeAt }
}

/** A heap: the node with the largest total first, and of those the one with the smallest number. */
class Waiting {
  readonly #nodes: number[] = []
  readonly #totals: number[] = []

  push(node: number, total: number): void {
    let at = this.#nodes.length
    this.#nodes.push(node)
    this.#totals.push(total)
    while (at > 0) {
      const above = (at - 1) >> 1
      if (!this.#before(at, above)) return
      this.#swap(at, above)
      at = above
    }
  }

  pop(): number | undefined {
    if (this.#nodes.length === 0) return undefined
    this.#swap(0, this.#nodes.length - 1)
    const node = this.#nodes.pop()
    this.#totals.pop()
    for (let at = 0; ; ) {
      let first = at
      for (const below of [2 * at + 1, 2 * at + 2])
        if (below < this.#nodes.length && this.#before(below, first)) first = below
      if (first === at) return node
      this.#swap(at, first)
      at = first
    }
  }

  #before(a: number, b: number): boolean {
    const difference = (this.#totals[a] ?? 0) - (this.#totals[b] ?? 0)
    return difference > 0 || (difference === 0 && (this.#nodes[a] ?? 0) < (this.#nodes[b] ?? 0))
  }

  #swap(a: number, b: number): void {
    const node = this.#nodes[a] ?? 0
    const total = this.#totals[a] ?? 0
    this.#nodes[a] = this.#nodes[b] ?? 0
    this.#totals[a] = this.#totals[b] ?? 0
    this.#nodes[b] = node
    this.#totals[b] = total
  }
}
