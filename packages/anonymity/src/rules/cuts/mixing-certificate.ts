import type { FinestGroups } from './finest-groups.ts'
import { type Graph, joinWellConnected } from './well-connected.ts'

/** A set of atoms of the new family that is too easy to tell from the rest: the groups in it. */
export type Weakness = {
  readonly kind: 'thin' | 'adds-up'
  readonly groups: readonly number[]
}

/**
 * Rule: a family of cells may join those already shown when people are mixed well enough between its categories inside the
 * blocks that were known before. Stops attacks 4 to 6: a category as total minus the others, team minus category
 * leaving x - y of two people, several attributes at once with any coefficients.
 *
 * Claim. Nodes: the new family's atoms, and the ground (in none of its cells). In each earlier block with n people,
 * c1 >= c2 >= ... of them in different nodes, edges from the largest node to each other one of weight c_i x min(1, c1 / (n - c1));
 * a block that no earlier family shows is tied to the ground with full weight. If no connected piece has a cut below k, and
 * every piece without ground is a union of atoms of one earlier family, then every combination of all cells still
 * touches 0 or at least k people.
 *
 * Proof. A combination is x on a block, from the earlier families, plus y on a node, 0 on the ground. In a block only those with
 * y = -x go untouched, so at least n minus the largest class of equal y are touched. The crossing edges of the block weigh at
 * most as much: with C1 >= c1 people in the class of the largest node they weigh (n - C1) x min(1, c1 / (n - c1)), which is
 * at most n - C1, and at most c1 <= C1, the people touched if another class is the largest. In a block that no earlier family
 * shows x = 0, and touched is everybody with y other than 0: the edges to the ground. So if y differs within a piece,
 * some cut is crossed and at least k are touched. If it differs nowhere, it is 0 on pieces with ground, and on the others adds a
 * multiple of a sum that an earlier family gives: nothing new.
 *
 * Live waves: the dimensions are sent apart, and up to `slack` people are in one and not in another. A cut that touches
 * k + slack in the counts touches k in truth; and nothing may add up exactly across dimensions, as the
 * difference would be those few people: every piece must hold the ground.
 *
 * Cost: one pass over groups, then near-linear in nodes.
 * @param blocks the groups of each block of the families shown before
 * @param earlier atoms of these families, per group, one array for each family
 * @param atoms per group, of the family to be added
 */
export function findWeaknesses(
  groups: FinestGroups,
  blocks: readonly (readonly number[])[],
  earlier: readonly Int32Array[],
  atoms: Int32Array,
  { k, slack }: { k: number; slack: number },
): Weakness[] {
  const { nodeOf, nodes } = numberNodes(atoms)
  // Touched people are a whole number: a cut of more than k - 1 touches k. The margin is far above any rounding error.
  const enough = k + slack - 1 + 1e-6
  const graph = mixingGraph(groups, blocks, earlier, nodeOf, nodes)
  const { cluster, leaving } = joinWellConnected(graph, enough)
  const { cluster: piece } = joinWellConnected(graph, Number.MIN_VALUE)
  const clusterOf = nodeOf.map((node) => cluster[node] ?? 0)
  const pieceOf = nodeOf.map((node) => piece[node] ?? 0)
  const known = knownPieces(earlier, pieceOf, nodes)
  const people = new Float64Array(leaving.length)
  for (const [group, at] of clusterOf.entries()) people[at] = (people[at] ?? 0) + (groups.count[group] ?? 0)
  // The ground can never be taken away; without it, the cluster with most people is the last to go.
  people[cluster[ground] ?? 0] = Number.POSITIVE_INFINITY

  const weakPieces = new Map<number, Weakness['kind']>()
  const weakClusters = new Set<number>()
  for (const [number, clusters] of clustersOfPieces(cluster, piece).entries()) {
    const grounded = number === piece[ground]
    if (!grounded && slack > 0) weakPieces.set(number, 'adds-up')
    else if (clusters.length > 1) {
      const strongest = clusters.reduce((top, at) => ((people[at] ?? 0) > (people[top] ?? 0) ? at : top))
      const others = clusters.filter((at) => at !== strongest)
      const thin = others.filter((at) => (leaving[at] ?? 0) < enough)
      for (const at of thin.length > 0 ? thin : others) weakClusters.add(at)
    } else if (!grounded && !known.has(number)) weakPieces.set(number, 'thin')
  }
  const members = new Map<string, number[]>()
  const weak: Weakness[] = []
  const put = (name: string, kind: Weakness['kind'], group: number): void => {
    const before = members.get(name)
    if (before) before.push(group)
    else {
      const first = [group]
      members.set(name, first)
      weak.push({ kind, groups: first })
    }
  }
  for (let group = 0; group < atoms.length; group++) {
    const inCluster = clusterOf[group] ?? 0
    const inPiece = pieceOf[group] ?? 0
    if (weakClusters.has(inCluster)) put(`cluster ${inCluster}`, 'thin', group)
    const kind = weakPieces.get(inPiece)
    if (kind) put(`piece ${inPiece}`, kind, group)
  }
  return weak
}

const ground = 0

/** Nodes by number: 0 is the ground, then the atoms in the order in which they appear. */
function numberNodes(atoms: Int32Array): { nodeOf: Int32Array; nodes: number } {
  const numbers = new Map([[-1, ground]])
  const nodeOf = atoms.map((atom) => {
    const known = numbers.get(atom)
    if (known !== undefined) return known
    numbers.set(atom, numbers.size)
    return numbers.size - 1
  })
  return { nodeOf, nodes: numbers.size }
}

function mixingGraph(
  groups: FinestGroups,
  blocks: readonly (readonly number[])[],
  earlier: readonly Int32Array[],
  nodeOf: Int32Array,
  nodes: number,
): Graph {
  const from: number[] = []
  const to: number[] = []
  const weight: number[] = []
  const addEdge = (a: number, b: number, w: number): void => {
    from.push(a)
    to.push(b)
    weight.push(w)
  }
  for (const members of blocks) {
    const people = new Map<number, number>()
    for (const group of members) {
      const node = nodeOf[group] ?? 0
      people.set(node, (people.get(node) ?? 0) + (groups.count[group] ?? 0))
    }
    const shownBefore = earlier.some((atoms) => (atoms[members[0] ?? 0] ?? -1) !== -1)
    if (!shownBefore) {
      for (const [node, count] of people) if (node !== ground) addEdge(ground, node, count)
      continue
    }
    const all = [...people.values()].reduce((a, b) => a + b, 0)
    const [largest, most] = [...people].reduce((top, next) => (next[1] > top[1] ? next : top))
    if (most === all) continue
    const share = Math.min(1, most / (all - most))
    for (const [node, count] of people) if (node !== largest) addEdge(largest, node, count * share)
  }
  return { nodes, from, to, weight }
}

/** Pieces that are unions of atoms of one earlier family, so that their sum was known before. */
function knownPieces(earlier: readonly Int32Array[], pieceOf: Int32Array, pieces: number): Set<number> {
  const known = new Set<number>()
  for (const atoms of earlier) {
    const pieceOfAtom = new Int32Array(atoms.reduce((most, atom) => Math.max(most, atom), -1) + 1).fill(-1)
    const whole = new Uint8Array(pieces).fill(1)
    for (let group = 0; group < atoms.length; group++) {
      const atom = atoms[group] ?? -1
      const piece = pieceOf[group] ?? 0
      const before = pieceOfAtom[atom] ?? piece
      if (atom === -1) whole[piece] = 0
      else if (before === -1) pieceOfAtom[atom] = piece
      else if (before !== piece) {
        whole[piece] = 0
        whole[before] = 0
      }
    }
    for (const piece of pieceOf) if (whole[piece] === 1) known.add(piece)
  }
  return known
}

/** Per piece its clusters. */
function clustersOfPieces(cluster: Int32Array, piece: Int32Array): number[][] {
  const sets: Set<number>[] = []
  piece.forEach((number, node) => {
    const set = sets[number] ?? new Set<number>()
    sets[number] = set.add(cluster[node] ?? 0)
  })
  return sets.map((set) => [...set])
}
