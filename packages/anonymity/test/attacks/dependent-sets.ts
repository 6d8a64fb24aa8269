import { inverse, negative, prime } from './modular-kernel.ts'

/** Enough for every k up to 6. For larger ones there is the integer programme. */
const mostMembers = 5

type Candidate = { readonly index: number; readonly size: number; readonly vector: readonly number[] }

/**
 * All smallest sets of up to five columns, holding at most `room` people together, on which some combination of the matrix's
 * rows can live and be zero everywhere else. Such a combination exists exactly when the kernel vectors of these columns are
 * linearly dependent, so sets are searched from one column upwards: a zero vector, two parallel vectors,
 * and then, with one vector projected out of all others, the same again.
 *
 * @returns sets of column numbers, smaller sets first; at most `atMost` of them
 */
export function dependentSets(
  vectors: readonly (readonly number[])[],
  sizes: readonly number[],
  { room, atMost }: { room: number; atMost: number },
): number[][] {
  const candidates = vectors.flatMap((vector, index): Candidate[] => {
    const size = sizes[index] ?? 0
    return size > 0 && size <= room ? [{ index, size, vector }] : []
  })
  const found = candidates.filter(isZero).map(({ index }) => [index])
  const left = candidates.filter((one) => !isZero(one))
  for (let members = 2; members <= Math.min(room, mostMembers) && found.length < atMost; members++)
    search(left, [], room, members, found, atMost)
  return found.slice(0, atMost)
}

function search(
  candidates: readonly Candidate[],
  chosen: readonly number[],
  room: number,
  members: number,
  found: number[][],
  atMost: number,
): void {
  if (members === 2) {
    found.push(...parallelPairs(candidates, room).map((pair) => [...chosen, ...pair]))
    return
  }
  for (const [at, one] of candidates.entries()) {
    if (found.length >= atMost) return
    const others = projectOut(one, candidates.slice(at + 1)).filter((other) => !isZero(other))
    search(others, [...chosen, one.index], room - one.size, members - 1, found, atMost)
  }
}

function parallelPairs(candidates: readonly Candidate[], room: number): number[][] {
  const inverses = inversesOf(candidates.map(firstOf))
  const byDirection = new Map<number, Candidate[]>()
  const pairs: number[][] = []
  candidates.forEach((one, i) => {
    const key = directionOf(one.vector, inverses[i] ?? 0)
    const same = byDirection.get(key)
    if (!same) byDirection.set(key, [one])
    else {
      for (const other of same)
        if (one.size + other.size <= room && areParallel(one.vector, other.vector))
          pairs.push([other.index, one.index])
      same.push(one)
    }
  })
  return pairs
}

/** Two coordinates of the vector scaled to a first coordinate of 1, as one number: a sieve, not a proof. */
function directionOf(vector: readonly number[], factor: number): number {
  const start = vector.findIndex((value) => value !== 0)
  const scaled = (at: number) => (((vector[at] ?? 0) * factor) % prime) % 67_108_864
  return scaled(start + 1) * 67_108_864 + scaled(start + 2)
}

function areParallel(a: readonly number[], b: readonly number[]): boolean {
  const start = a.findIndex((value) => value !== 0)
  return a.every((value, i) => (value * (b[start] ?? 0)) % prime === ((b[i] ?? 0) * (a[start] ?? 0)) % prime)
}

function projectOut(one: Candidate, others: readonly Candidate[]): Candidate[] {
  const start = one.vector.findIndex((value) => value !== 0)
  const factor = negative(inverse(one.vector[start] ?? 0))
  const direction = one.vector.map((value) => (value * factor) % prime)
  return others.map(({ index, size, vector }) => {
    const times = vector[start] ?? 0
    return { index, size, vector: vector.map((value, i) => (value + times * (direction[i] ?? 0)) % prime) }
  })
}

/** Many inverses for the price of one. */
function inversesOf(values: readonly number[]): number[] {
  const products: number[] = []
  let product = 1
  for (const value of values) {
    products.push(product)
    product = (product * value) % prime
  }
  let rest = inverse(product)
  const inverses = values.map(() => 0)
  for (let i = values.length - 1; i >= 0; i--) {
    inverses[i] = (rest * (products[i] ?? 0)) % prime
    rest = (rest * (values[i] ?? 0)) % prime
  }
  return inverses
}

function firstOf({ vector }: Candidate): number {
  return vector.find((value) => value !== 0) ?? 0
}

function isZero({ vector }: Candidate): boolean {
  return vector.every((value) => value === 0)
}
