import { shownMean } from '@chorus/anonymity/rules/display-steps'
import { shownSample } from '@chorus/anonymity/shown-sample'
import type { Sample } from '@chorus/psychometrics/moments'
import { normalQuantile } from '@chorus/psychometrics/normal'
import { seededRandom } from '@chorus/psychometrics/seeded-random'
import { expect, test } from 'vitest'
import { baselineWaves, falseAlarmsInTwelve, shiftSignals } from './shift-signals.ts'

const at = (...means: number[]): Sample[] => means.map((mean) => ({ n: 25, mean, sd: 1 }))
const quiet = at(5, 5.1, 4.9, 5, 5.1, 4.9, 5, 5)

test('eight shown waves say nothing yet, and neither do none', () => {
  expect(shiftSignals(quiet)).toEqual({ status: 'too few waves', shown: 8, needed: 9 })
  expect(shiftSignals([])).toEqual({ status: 'too few waves', shown: 0, needed: 9 })
})

test('a ninth wave like the others is no signal', () => {
  expect(shiftSignals([...quiet, ...at(5.1)])).toEqual({ status: 'judged', side: null, signals: [] })
})

test('a wave more than three standard errors out is a signal on its side', () => {
  // The standard error of 25 answers that spread by 1 is .2.
  expect(shiftSignals([...quiet, ...at(5.7)])).toMatchObject({ side: 'above' })
  expect(shiftSignals([...quiet, ...at(4.3)])).toMatchObject({ side: 'below' })
  const { signals } = { signals: [], ...shiftSignals([...quiet, ...at(4.3)]) }
  expect(signals).toContain('far-out')
})

test('the same distance is no signal where fewer answered', () => {
  expect(shiftSignals([...quiet, { n: 7, mean: 5.55, sd: 1 }])).toMatchObject({ signals: [] })
  expect(shiftSignals([...quiet, { n: 70, mean: 5.55, sd: 1 }])).toMatchObject({ side: 'above' })
})

test('waves that all look the same do not make the next step an alarm', () => {
  expect(shiftSignals([...at(5, 5, 5, 5, 5, 5, 5, 5), ...at(5.2)])).toMatchObject({ signals: [] })
})

test('a small lasting shift is seen by the moving average or a run before any single wave is far out', () => {
  const shifted = shiftSignals([...quiet, ...at(5.35, 5.3, 5.35, 5.35, 5.3)])
  expect(shifted).toMatchObject({ side: 'above' })
  expect(shifted).not.toMatchObject({ signals: expect.arrayContaining(['far-out']) })
})

test('signals speak of the newest wave alone: what was out and came back is over', () => {
  expect(shiftSignals([...quiet, ...at(5.8, 5, 4.9, 5, 5, 4.9, 5.1, 5)])).toMatchObject({ signals: [] })
})

test('false alarms are as rare as the page says, as figures are shown', () => {
  const random = seededRandom(7)
  const range = { min: 1, max: 7 }
  /** A team of 12 at 5, its answers spread by 1.2, as a page shows it: "10-14", in half points. */
  const draw = () => {
    const mean = 5.1 + (1.2 / Math.sqrt(12)) * normalQuantile(1e-9 + random() * (1 - 2e-9))
    return shownSample({ lo: 10, hi: 14 }, shownMean(mean, range, 0.5), 1.2)
  }
  const units = 2000
  let alarmed = 0
  for (let unit = 0; unit < units; unit++) {
    const waves = Array.from({ length: baselineWaves + 12 }, draw)
    const alarms = Array.from({ length: 12 }, (_, i) => shiftSignals(waves.slice(0, baselineWaves + 1 + i)))
    if (alarms.some((alarm) => alarm.status === 'judged' && alarm.signals.length > 0)) alarmed++
  }
  // Two standard errors of a share of 2000 are 2.2 points at most.
  expect((100 * alarmed) / units).toBeLessThan(falseAlarmsInTwelve + 2.2)
  expect((100 * alarmed) / units).toBeGreaterThan(falseAlarmsInTwelve - 2.2)
})
