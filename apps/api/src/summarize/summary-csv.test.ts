import type { Change, Release } from '@chorus/contracts/publish'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { releasedCell, releasedHeader } from '../stages/report/support/released-wave.ts'
import { summaryText } from './summary-csv.ts'
import { summaryRows } from './summary-rows.ts'

const change = (difference: number, verdict: Change['verdict']): Change => ({
  since: 'w1',
  difference,
  interval: { lo: difference - 0.6, hi: difference + 0.6 },
  smallestSeen: 0.9,
  test: { standardError: 0.3, df: 60 },
  verdict,
})

/** The verdicts of a wave in which T0 moved, and so many others did not. */
async function verdicts(
  others: number,
  isNewGroup = (_: string) => false,
): Promise<Record<string, string>[]> {
  const { instrument, policy, summary } = releasedHeader('w2')
  const changes = [
    change(0.65, 'up'),
    ...Array.from({ length: others }, () => change(0.1, 'no change shown')),
  ]
  const ids = changes.map((_, i) => `t${i}`)
  const release: Release = {
    format: 'chorus-release/1',
    instrument,
    policy,
    units: ids.map((id) => ({ id, parent: id === 't0' ? null : 't0', name: id })),
    waves: [
      {
        id: 'w2',
        closed: null,
        cells: changes.map((one, i) => ({
          ...releasedCell({ n: 40, mean: 5, sd: 1, change: one }),
          unit: ids[i] ?? '',
        })),
        organisation: summary,
      },
    ],
  }
  let text = ''
  for await (const piece of summaryText(summaryRows([release], undefined, isNewGroup), 'plain')) text += piece
  return parse(text, { columns: true })
}

test('a change that holds by itself is called, and is not called among twelve others that show nothing', async () => {
  expect((await verdicts(0))[0]).toMatchObject({ unit_id: 't0', change_verdict: 'up' })
  const [moved] = await verdicts(12)
  expect(moved).toMatchObject({ unit_id: 't0', change_verdict: 'no change shown' })
  // (t(1 - .05 / 26, 60) + t(.8, 60)) * .3 = (3.007 + .848) * .3, by scipy.
  expect(moved?.note).toContain('a change of 1.2 points or more would have been seen in 4 of 5 cases')
})

test('what was merged or split since is not compared, says so, and does not count among the comparisons of others', async () => {
  const [moved, other] = await verdicts(1, (unit) => unit === 't0')
  expect(moved).toMatchObject({ unit_id: 't0', change_low: '', change_high: '', change_verdict: '' })
  expect(moved?.note).toContain('not compared: the unit was merged or split')
  expect(other?.change_verdict).toBe('no change shown')
})
