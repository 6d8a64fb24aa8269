import { normalQuantile } from '../../packages/psychometrics/src/normal.ts'
import { seededRandom } from '../../packages/psychometrics/src/seeded-random.ts'

/** Endless people who answer on seven points: what a team's answers are drawn from. */
export type Population = {
  readonly name: string
  /** One person's value: an answer, or the mean of seven. */
  readonly draw: () => number
  readonly mean: number
  readonly sd: number
  /** Share of values of 5 or more. */
  readonly favourable: number
}

/** Shares of the answers 1 to 7 on a skewed item: most agree, and few disagree strongly. Mean 5.46. */
const shares = [0.02, 0.03, 0.06, 0.11, 0.22, 0.33, 0.23]
/** Correlation of each of seven items with what they have in common: alpha is about .83. */
const loading = 0.65

const cuts = shares.slice(0, -1).map((_, i) => normalQuantile(shares.slice(0, i + 1).reduce((a, b) => a + b)))

/** A single item. */
export function skewedItem(seed: number, shift = 0): Population {
  const normal = standardNormals(seed)
  return described('item', () => answer(normal() + shift))
}

/** A scale of seven such items with a common core: the mean of a person's answers. */
export function skewedScale(seed: number, shift = 0): Population {
  const normal = standardNormals(seed)
  const own = Math.sqrt(1 - loading ** 2)
  return described('scale', () => {
    const core = loading * normal()
    let sum = 0
    for (let item = 0; item < 7; item++) sum += answer(core + own * normal() + shift)
    return sum / 7
  })
}

/** @param latent standard normal, or moved by what has changed since */
function answer(latent: number): number {
  let value = 1
  for (const cut of cuts) if (latent > cut) value++
  return value
}

/** The truth, to three decimals: from a million people, who are then drawn no more. */
function described(name: string, draw: () => number): Population {
  const people = 1_000_000
  let [sum, squares, favourable] = [0, 0, 0]
  for (let i = 0; i < people; i++) {
    const value = draw()
    sum += value
    squares += value * value
    if (value >= 5 - 1e-9) favourable++
  }
  const mean = sum / people
  return { name, draw, mean, sd: Math.sqrt(squares / people - mean ** 2), favourable: favourable / people }
}

/** Box-Muller, both of the pair used. */
export function standardNormals(seed: number): () => number {
  const random = seededRandom(seed)
  let spare: number | null = null
  return () => {
    if (spare !== null) {
      const value = spare
      spare = null
      return value
    }
    const radius = Math.sqrt(-2 * Math.log(1 - random()))
    const angle = 2 * Math.PI * random()
    spare = radius * Math.sin(angle)
    return radius * Math.cos(angle)
  }
}
