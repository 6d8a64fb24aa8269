import fc from 'fast-check'

/** Answers of 3 to 40 people to 2 to 6 items from 1 to 7; where `gaps`, some are missing. */
export function arbitraryRows({ gaps = false, leastItems = 2 } = {}): fc.Arbitrary<(number | null)[][]> {
  const answer = fc.integer({ min: 1, max: 7 })
  return fc.integer({ min: leastItems, max: 6 }).chain((k) =>
    fc.array(fc.array(gaps ? fc.option(answer, { freq: 9 }) : answer, { minLength: k, maxLength: k }), {
      minLength: 3,
      maxLength: 40,
    }),
  )
}
