/**
 * Where a continuous function crosses 0 between two points at which it has different signs.
 * Halves the interval, or takes the parabola through the last three points where that is safe, until nothing between
 * is left to a double. Source: Chandrupatla (1997), Advances in Engineering Software 28, 145-149.
 * @example rootBetween((x) => x * x - 2, 0, 2) // 1.414213562373
 */
export function rootBetween(f: (x: number) => number, from: number, to: number): number {
  let [newest, opposite] = [
    { x: to, y: f(to) },
    { x: from, y: f(from) },
  ]
  if (Math.sign(newest.y) * Math.sign(opposite.y) > 0) throw new Error('both ends lie on the same side of 0')
  let share = 0.5
  for (let round = 0; round < 300; round++) {
    const x = newest.x + share * (opposite.x - newest.x)
    const point = { x, y: f(x) }
    let oldest = newest
    if (Math.sign(point.y) === Math.sign(newest.y)) newest = point
    else [oldest, opposite, newest] = [opposite, newest, point]
    const best = Math.abs(newest.y) < Math.abs(opposite.y) ? newest : opposite
    const least = (2 ** -53 * Math.abs(best.x)) / Math.abs(opposite.x - newest.x)
    if (best.y === 0 || !(least < 0.5)) return best.x
    share = Math.min(1 - least, Math.max(least, nextShare(newest, opposite, oldest)))
  }
  return newest.x
}

type Point = { x: number; y: number }

/** Inverse parabola where it is known to be monotone between the ends, else the middle. */
function nextShare(a: Point, b: Point, c: Point): number {
  const place = (a.x - b.x) / (c.x - b.x)
  const height = (a.y - b.y) / (c.y - b.y)
  if (!(height * height < place && (1 - height) ** 2 < 1 - place)) return 0.5
  return (
    (a.y / (b.y - a.y)) * (c.y / (b.y - c.y)) +
    (((c.x - a.x) / (b.x - a.x)) * (a.y / (c.y - a.y)) * b.y) / (c.y - b.y)
  )
}
