/** One expected figure, and what was computed in its place; undefined where nothing was. */
export type Compared = {
  /** Where in the case: "ci95[0]". */
  readonly place: string
  readonly expected: unknown
  readonly got: unknown
  /** Distance in units of what is tolerated; up to 1 passes. Infinite where it is not a matter of distance. */
  readonly distance: number
}

type Tolerance = { readonly abs: number; readonly rel: number }

/**
 * Every expected figure beside what was computed. Numbers may differ by the tolerance, |got - expected| <= abs + rel * |expected|; text, lengths
 * of lists and absent values (null) must agree. What was computed and is not expected is not looked at.
 */
export function compare(expected: unknown, got: unknown, tolerance: Tolerance, place = ''): Compared[] {
  if (Array.isArray(expected)) {
    // No interval is the same as an interval without ends.
    if (got === null && expected.length > 0 && expected.every((value) => value === null))
      return [{ place, expected, got, distance: 0 }]
    const found = Array.isArray(got) ? got : []
    const length = `${place}.length`
    return [
      leaf(length, expected.length, Array.isArray(got) ? found.length : undefined, tolerance),
      ...expected.flatMap((value, i) => compare(value, found[i], tolerance, `${place}[${i}]`)),
    ]
  }
  if (isRecord(expected))
    return Object.entries(expected).flatMap(([name, value]) =>
      compare(
        value,
        isRecord(got) ? got[name] : undefined,
        tolerance,
        place === '' ? name : `${place}.${name}`,
      ),
    )
  return [leaf(place, expected, got, tolerance)]
}

function leaf(place: string, expected: unknown, got: unknown, { abs, rel }: Tolerance): Compared {
  if (typeof expected !== 'number' || typeof got !== 'number')
    return { place, expected, got, distance: expected === got ? 0 : Number.POSITIVE_INFINITY }
  const off = Math.abs(got - expected)
  // NaN is never a value that agrees, whatever is expected.
  const distance = off === 0 ? 0 : off / (abs + rel * Math.abs(expected))
  return { place, expected, got, distance: Number.isNaN(distance) ? Number.POSITIVE_INFINITY : distance }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
