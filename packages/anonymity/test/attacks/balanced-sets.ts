import { negative, prime } from './modular-kernel.ts'

/**
 * All sets of one to four columns, holding at most `room` people together, whose plain sum is a combination of the
 * matrix's rows: the kernel vectors of these columns add up to zero. Two halves are met in the middle. A set that is made
 * of smaller such sets adds nothing and is left out.
 */
export function balancedSets(
  vectors: readonly (readonly number[])[],
  sizes: readonly number[],
  room: number,
): number[][] {
  const sizeOf = (set: readonly number[]) => set.reduce((sum, i) => sum + (sizes[i] ?? 0), 0)
  const small = vectors.flatMap((_, i) => (sizeOf([i]) > 0 && sizeOf([i]) <= room ? [i] : []))
  const zero = keyOf(sumOf(vectors, []))
  const alone = small.filter((i) => keyOf(sumOf(vectors, [i])) === zero)
  const left = small.filter((i) => !alone.includes(i))

  const pairs = left.flatMap((a, at) => left.slice(at + 1).map((b) => [a, b]))
  const ones = bySum(
    vectors,
    left.map((i) => [i]),
  )
  const twos = bySum(
    vectors,
    pairs.filter((pair) => sizeOf(pair) < room),
  )
  const found = new Map<string, number[]>(alone.map((i) => [String(i), [i]]))
  const meet = (half: readonly number[], halves: Map<string, number[][]>) => {
    for (const other of halves.get(keyOf(sumOf(vectors, half).map(negative))) ?? []) {
      const set = [...new Set([...half, ...other])].sort((a, b) => a - b)
      if (set.length === half.length + other.length && sizeOf(set) <= room) found.set(set.join(), set)
    }
  }
  for (const i of left) meet([i], ones)
  for (const pair of pairs) meet(pair, ones)
  for (const pair of pairs) if (sizeOf(pair) < room) meet(pair, twos)
  return [...found.values()]
}

export function addUpToZero(vectors: readonly (readonly number[])[], set: readonly number[]): boolean {
  return sumOf(vectors, set).every((value) => value === 0)
}

function bySum(vectors: readonly (readonly number[])[], sets: readonly number[][]): Map<string, number[][]> {
  const map = new Map<string, number[][]>()
  for (const set of sets) {
    const key = keyOf(sumOf(vectors, set))
    const same = map.get(key)
    if (same) same.push(set)
    else map.set(key, [set])
  }
  return map
}

function sumOf(vectors: readonly (readonly number[])[], set: readonly number[]): number[] {
  return (vectors[0] ?? []).map((_, i) =>
    set.reduce((sum, column) => (sum + (vectors[column]?.[i] ?? 0)) % prime, 0),
  )
}

/** Three of the random coordinates are enough to tell sums apart. */
function keyOf(vector: readonly number[]): string {
  return `${vector[0]},${vector[1]},${vector[2]}`
}
