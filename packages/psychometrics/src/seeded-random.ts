/**
 * Always the same numbers from the same seed, so that a report made again is the same report: from 0 to just below 1.
 * Not for secrets: nothing here hides anything. Source: mulberry32 (Ettinger), 32 bits of state.
 * @example seededRandom(1)() // 0.62707394058816
 */
export function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
