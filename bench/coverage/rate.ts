/** A measured share, and between what it should lie. */
export type Rate = {
  readonly what: string
  readonly n: number
  readonly share: number
  readonly lo: number
  readonly hi: number
}

/** How often something is so, over many teams. */
export function rateOf(teams: number, isSo: () => boolean): number {
  let count = 0
  for (let team = 0; team < teams; team++) if (isSo()) count++
  return count / teams
}

export function covers({ lo, hi }: { lo: number; hi: number }, truth: number): boolean {
  return lo - 1e-9 <= truth && truth <= hi + 1e-9
}

/** A row per figure, a column per number of answers; what lies outside of its limits is marked and said below. */
export function printRates(title: string, rates: readonly Rate[]): Rate[] {
  console.log(`\n${title}`)
  const sizes = [...new Set(rates.map(({ n }) => n))]
  const percent = (share: number) => (100 * share).toFixed(1)
  console.log(`${''.padEnd(54)}${sizes.map((n) => `n=${n}`.padStart(8)).join('')}   should be`)
  for (const what of new Set(rates.map((rate) => rate.what))) {
    const row = rates.filter((rate) => rate.what === what)
    const cells = sizes.map((n) => {
      const rate = row.find((one) => one.n === n)
      return (rate ? `${percent(rate.share)}${isOutside(rate) ? '!' : ' '}` : '- ').padStart(8)
    })
    const [first] = row
    const limits = first ? `${percent(first.lo)}-${percent(first.hi)} %` : ''
    console.log(`${what.padEnd(54)}${cells.join('')}   ${limits}`)
  }
  return rates.filter(isOutside)
}

function isOutside({ share, lo, hi }: Rate): boolean {
  return share < lo || share > hi
}
