import { changeFamily } from '../../packages/reporting/src/change-family.ts'
import { shownChange } from './displayed.ts'
import { skewedItem } from './population.ts'
import { type Rate, rateOf } from './rate.ts'

const teamsInReport = 40

/**
 * How many reports of forty teams in which nothing changed call any change: each comparison judged by itself, and all together as reports do. When
 * nothing changed anywhere, every call is false, and then the promise is that one report in twenty has any.
 */
export function falseReports(reports: number): Rate[] {
  const population = skewedItem(41)
  const isAny = (n: number, together: boolean) => () => {
    const changes = Array.from({ length: teamsInReport }, () => shownChange(population, n, 1)).filter(
      (change) => change !== null,
    )
    const family = changeFamily(changes)
    return changes.some((change) => {
      const { verdict } = together ? family.judge(change) : change
      return verdict === 'up' || verdict === 'down'
    })
  }
  return [15, 30].flatMap((n) => [
    { what: 'each judged by itself', n, share: rateOf(reports, isAny(n, false)), lo: 0, hi: 1 },
    { what: 'judged together', n, share: rateOf(reports, isAny(n, true)), lo: 0, hi: 0.07 },
  ])
}
