/** A prime below 2^26, so that products of two residues are exact in a double. */
export const prime = 67_108_859

const inverseOfPrime = 1 / prime

export function times(a: number, b: number): number {
  const product = a * b
  const rest = product - Math.floor(product * inverseOfPrime) * prime
  return rest < 0 ? rest + prime : rest >= prime ? rest - prime : rest
}

export function minus(a: number, b: number): number {
  return a >= b ? a - b : a - b + prime
}

/** 1 / a for a not 0, by Euclid. */
export function inverse(a: number): number {
  let [r0, r1, s0, s1] = [prime, a, 0, 1]
  while (r1 !== 0) {
    const q = Math.floor(r0 / r1)
    ;[r0, r1] = [r1, r0 - q * r1]
    ;[s0, s1] = [s1, s0 - q * s1]
  }
  return s0 < 0 ? s0 + prime : s0
}

/** Residues that look random and are the same in every run (xorshift). */
export function residues(seed: number): () => number {
  let state = (seed * 2_654_435_761 + 1) >>> 0 || 1
  return () => {
    state ^= state << 13
    state >>>= 0
    state ^= state >>> 17
    state ^= state << 5
    state >>>= 0
    return state % prime
  }
}
