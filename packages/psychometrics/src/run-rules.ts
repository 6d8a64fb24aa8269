/** Positions, counted from 0, of the points that complete a pattern. */
export type RunSignals = {
  readonly beyondThreeSigma: readonly number[]
  readonly twoOfThreeBeyondTwoSigma: readonly number[]
  readonly fourOfFiveBeyondOneSigma: readonly number[]
  readonly eightOnOneSide: readonly number[]
}

/**
 * Patterns that points scattered at random about a centre show rarely: one far out, several half out on the same side, a
 * long run on one side. Each rule catches other changes, and each adds false alarms of its own.
 * Source: Western Electric (1956), as R package qcc reads them: the last point belongs to the pattern itself.
 * @param z distances from the centre in units of sigma, in order of time
 * @example runSignals([0.2, 2.1, -1, 2.4, 3.3]).twoOfThreeBeyondTwoSigma // [3, 4]
 */
export function runSignals(z: readonly number[]): RunSignals {
  return {
    beyondThreeSigma: ends(z, 1, 1, 3),
    twoOfThreeBeyondTwoSigma: ends(z, 2, 3, 2),
    fourOfFiveBeyondOneSigma: ends(z, 4, 5, 1),
    eightOnOneSide: ends(z, 8, 8, 0),
  }
}

/** Where `enough` of the last `length` points, the last of all among them, lie more than `sigmas` out on one side. */
function ends(z: readonly number[], enough: number, length: number, sigmas: number): number[] {
  return z.flatMap((last, position) => {
    const side = Math.sign(last)
    const isOut = (value: number) => value * side > sigmas
    if (position + 1 < length || !isOut(last)) return []
    return z.slice(position + 1 - length, position + 1).filter(isOut).length >= enough ? [position] : []
  })
}
