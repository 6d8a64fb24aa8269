import { changeSince } from '../../packages/anonymity/src/change-since.ts'
import { figuresOf, KnownFigures } from '../../packages/anonymity/src/figures.ts'
import type { Change, MeasureFigures } from '../../packages/contracts/src/publish.ts'
import { waveChange } from '../../packages/psychometrics/src/wave-change.ts'
import { drawSample } from './intervals.ts'
import { type Population, skewedItem, skewedScale } from './population.ts'
import { covers, type Rate, rateOf } from './rate.ts'

const sizes = [5, 8, 15, 30]
const measure = { type: 'outcome', id: 'measure', min: 1, max: 7 } as const
/** From how many answers a change is called. */
const minimum = 8

/**
 * How much more widely a team answers than a typical one. Of 493 teams with scales and items in the data sets of the tests, 7 in 100 are
 * beyond 1.15 and 2 of all beyond 1.3.
 */
const teamSpreads = [1, 1.15, 1.3]

/** How often intervals as Chorus shows them hold the truth: means in steps, numbers in bands, the organisation's typical spread. */
export function displayedCoverage(teams: number): Rate[] {
  return [skewedItem(21), skewedScale(22)].flatMap((population) =>
    teamSpreads.flatMap((teamSpread) => shownIntervals(population, teams, teamSpread)),
  )
}

/** How often a change is called where there is none, from exact figures and as Chorus does it. */
export function falseAlarms(teams: number): Rate[] {
  return [skewedItem(31), skewedScale(32)].flatMap((population) => {
    const rate = (what: string, n: number, isSo: () => boolean) => ({
      what: `${what}, ${population.name}`,
      n,
      share: rateOf(teams, isSo),
      lo: 0,
      hi: 0.07,
    })
    return sizes.flatMap((n) => [
      rate('exact figures, p < .05', n, () => isCalledExactly(population, n)),
      ...teamSpreads.map((teamSpread) =>
        rate(`as shown, ${kindOf(teamSpread)}`, n, () => isCalled(population, n, teamSpread)),
      ),
    ])
  })
}

function shownIntervals(population: Population, teams: number, teamSpread: number): Rate[] {
  return sizes.map((n) => ({
    what: `mean as shown, ${kindOf(teamSpread)}, ${population.name}`,
    n,
    share: rateOf(teams, () => {
      const { interval } = shown(population, n, teamSpread)
      return interval !== null && covers(interval, population.mean)
    }),
    lo: 0.93,
    hi: 1,
  }))
}

function kindOf(teamSpread: number): string {
  return teamSpread === 1 ? 'typical team' : `${teamSpread} times as spread`
}

/** The figures of one wave as a page shows them. */
function shown(population: Population, n: number, teamSpread: number): MeasureFigures {
  const { mean, sd } = drawSample(population, n)
  const sum = n * (mean - measure.min)
  const sumOfSquares = (n - 1) * (sd ?? 0) ** 2 + sum ** 2 / n
  const counted = { n, sum, sumOfSquares, favourable: 0, divisor: 1 }
  return figuresOf(
    measure,
    released(population, teamSpread),
    { sums: counted, agreement: null, answers: null },
    {
      favourable: false,
      agreement: false,
      // The spread is shown from 30 answers on.
      detail: n >= 30,
      minimum: 5,
      exactCount: true,
      coarser: null,
      population: null,
      known: new KnownFigures(),
    },
    () => null,
  )
}

/** The typical spread is released to two decimals. */
function released({ sd }: Population, teamSpread: number): number {
  return Math.round((100 * sd) / teamSpread) / 100
}

function isCalled(population: Population, n: number, teamSpread: number): boolean {
  const change = shownChange(population, n, teamSpread)
  return change?.verdict === 'up' || change?.verdict === 'down'
}

/** Two waves of one team in which nothing changed, compared as Chorus compares what it shows. */
export function shownChange(population: Population, n: number, teamSpread: number): Change | null {
  const spread = released(population, teamSpread)
  const [earlier, now] = [shown(population, n, teamSpread), shown(population, n, teamSpread)]
  const before = {
    wave: 'earlier',
    figures: earlier,
    spread: { [measure.id]: spread },
    comparable: true,
  }
  return changeSince(before, now, measure, spread, minimum)
}

function isCalledExactly(population: Population, n: number): boolean {
  const change = waveChange(drawSample(population, n), drawSample(population, n))
  return change.ok && change.value.p < 0.05
}
