import { printRunLengths, printShortBaselines } from './coverage/charts.ts'
import { displayedCoverage, falseAlarms } from './coverage/displayed.ts'
import { intervalCoverage } from './coverage/intervals.ts'
import { printRates } from './coverage/rate.ts'
import { falseReports } from './coverage/reports.ts'

/** Teams simulated per figure: chance moves a rate near 95 % by 0.3 points at most, 19 times of 20. */
const teams = 20_000

/**
 * Do the intervals hold what they promise, on skewed answers of few people? How often is a change called where there is none, and how long do
 * charts stay quiet? Everything from fixed seeds: two runs print the same.
 */
export async function benchCoverage(): Promise<void> {
  const outside = [
    ...printRates('95 % intervals that hold the truth, in percent', intervalCoverage(teams)),
    ...printRates(
      'The same as shown: means in steps, numbers in bands, the typical spread below 30 answers',
      displayedCoverage(teams),
    ),
    ...printRates('A change is called where there is none, in percent (nominal 5)', falseAlarms(teams)),
    ...printRates(
      'A report of 40 teams calls a change where there is none, in percent (nominal 5 when judged together)',
      falseReports(2_000),
    ),
  ].map(({ what, n, share }) => `${what}, n = ${n}: ${(100 * share).toFixed(1)} %`)
  outside.push(...printRunLengths(10_000))
  printShortBaselines(10_000)
  console.log(
    outside.length === 0
      ? '\nNothing is outside of its limits.'
      : `\nOutside of its limits:\n${outside.join('\n')}`,
  )
}
