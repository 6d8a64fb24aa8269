/** The share of one answer, 0 to 1. `open`: the lowest step, which may be nobody. */
export type AnswerShare = { readonly middle: number; readonly open: boolean }

type Segment = {
  /** Place among the answers, lowest first. */
  readonly answer: number
  readonly side: 'against' | 'between' | 'for'
  /** 1 to 3: how far from the middle answer; 0 for the middle one. */
  readonly strength: number
  readonly x: number
  readonly width: number
}

/** How far bars reach to each side, as shares: the same for all that are compared by eye. */
export type Reach = { readonly against: number; readonly between: number; readonly for: number }

/** An open step may be nobody: it is a line and no area, this many pixels wide. */
const line = 2
/** Between the bars and the middle answers beside them. */
const aisle = 20
const margin = 1

/**
 * Answers to both sides of a line between disagreement and agreement, the mildest next to it; the middle answer, which is neither, stands
 * beside them on a line of its own. With an even number of answers there is none.
 * @param mirrored disagreement on the right, as where people read from right to left
 */
export function divergingBar(
  shares: readonly AnswerShare[],
  reach: Reach,
  { width, mirrored }: { readonly width: number; readonly mirrored: boolean },
): { centre: number; besideAt: number; segments: Segment[] } {
  const all = reach.against + reach.for + reach.between
  const perShare = (width - aisle - 2 * margin) / Math.max(all, 1e-9)
  const centre = margin + reach.against * perShare
  const besideAt = centre + reach.for * perShare + aisle
  const half = (shares.length - 1) / 2
  const segments: Segment[] = []
  const place = (answer: number, side: Segment['side'], from: number, direction: 1 | -1) => {
    const share = shares[answer]
    if (!share) return from
    const size = share.open ? line : share.middle * perShare
    const strength = side === 'between' ? 0 : Math.max(1, Math.round((Math.abs(answer - half) / half) * 3))
    segments.push({ answer, side, strength, x: direction === 1 ? from : from - size, width: size })
    return from + direction * size
  }
  let against = centre
  for (let answer = Math.ceil(half) - 1; answer >= 0; answer--)
    against = place(answer, 'against', against, -1)
  let agreeing = centre
  for (let answer = Math.floor(half) + 1; answer < shares.length; answer++)
    agreeing = place(answer, 'for', agreeing, 1)
  if (Number.isInteger(half)) place(half, 'between', besideAt, 1)
  if (!mirrored) return { centre, besideAt, segments }
  return {
    centre: width - centre,
    besideAt: width - besideAt,
    segments: segments.map((segment) => ({ ...segment, x: width - segment.x - segment.width })),
  }
}

/** The widest that any of these bars needs on each side. */
export function reachOf(bars: readonly (readonly AnswerShare[])[]): Reach {
  const widest = (pick: (answer: number, half: number) => boolean) =>
    Math.max(
      0,
      ...bars.map((shares) =>
        shares.reduce(
          (sum, { middle }, answer) => (pick(answer, (shares.length - 1) / 2) ? sum + middle : sum),
          0,
        ),
      ),
    )
  return {
    against: widest((answer, half) => answer < half),
    between: widest((answer, half) => answer === half),
    for: widest((answer, half) => answer > half),
  }
}
