import type { Cell, MeasureFigures } from '@chorus/contracts/publish'
import type { ReleaseHeader } from '@chorus/db/stores/releases'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { experimentOutcome, type Question } from './experiment-outcome.ts'
import { leafTeams } from './leaf-teams.ts'
import { measure, releasedCell, releasedHeader } from './support/released-wave.ts'
import { unitReport } from './unit-report.ts'

const units = [
  { id: 'whole', name: 'Whole', parent: null },
  { id: 'team', name: 'Team', parent: 'whole' },
]
const visible = units.map((unit, depth) => ({ ...unit, depth }))
const days = ['2026-01-10', '2026-02-10', '2026-03-10', '2026-04-10']
const headers: ReleaseHeader[] = days.map((closedOn, at) => ({
  ...releasedHeader(`w${at}`),
  closedOn,
  units,
}))
const teams = { newest: leafTeams([], new Map()), ofMap: null }

type Shown = { n: number; mean: number; organisation?: number } | null

const cellsOf = (waves: readonly Shown[]) =>
  new Map<string, Cell>(
    waves.flatMap((shown, at): [string, Cell][] =>
      shown
        ? [
            [`w${at} team`, releasedCell({ n: shown.n, mean: shown.mean, sd: 1, interval: null })],
            [
              `w${at} whole`,
              { ...releasedCell({ n: 400, mean: shown.organisation ?? 5, sd: 1 }), unit: 'whole' },
            ],
          ]
        : [],
    ),
  )

const question: Question = {
  measure: { ...measure, name: 'Safety' },
  from: '2026-02-15',
  to: '2026-04-20',
  criterion: { direction: 'up', least: 0.5 },
}

function outcomeOf(waves: readonly Shown[], change: Partial<Question> = {}, mayRead = true, given = headers) {
  const cells = cellsOf(waves)
  const cellOf = (wave: string, id: string) => cells.get(`${wave} ${id}`)
  const report = mayRead ? unitReport('team', given, visible, cellOf, teams) : null
  const outcome = experimentOutcome({ ...question, ...change }, report, given, () => 'team', cellOf)
  return { report, outcome }
}

const at = (mean: number, n = 30, organisation = 5): Shown => ({ n, mean, organisation })

test('the last wave before the window is held against the last one in it, whatever lies between', () => {
  const { outcome } = outcomeOf([at(6), at(4), at(3), at(5.5)])
  expect(outcome).toMatchObject({
    status: 'told',
    before: { label: 'w1', mean: 4 },
    after: { label: 'w3', mean: 5.5 },
    verdict: 'up',
    result: 'reached',
    organisation: { before: 5, after: 5 },
  })
})

test('a change that is more than chance and less than was hoped for is not success, and the other way is said', () => {
  const hoped = { direction: 'up', least: 2 } as const
  expect(outcomeOf([at(4), at(4), at(4), at(5.5)], { criterion: hoped }).outcome).toMatchObject({
    result: 'less than hoped',
  })
  expect(outcomeOf([at(4), at(5.5), at(4), at(4)]).outcome).toMatchObject({ result: 'other way' })
  expect(outcomeOf([at(4), at(4), at(4), at(4.2)]).outcome).toMatchObject({ result: 'no change shown' })
})

test('what the whole organisation did in the same time is taken off, with its uncertainty', () => {
  const { outcome } = outcomeOf([at(4), at(4, 30, 4), at(4), at(5.5, 30, 5.5)])
  if (outcome.status !== 'told' || !outcome.organisation?.more) throw new Error('nothing was told')
  const { difference, interval } = outcome.organisation.more
  expect(difference).toBeCloseTo(0)
  expect(interval.lo).toBeLessThan(0)
  expect(interval.hi).toBeGreaterThan(0)
})

test('an outcome that cannot be told says why, and never how many answered', () => {
  const why = (waves: readonly Shown[], change: Partial<Question> = {}) => outcomeOf(waves, change).outcome
  const all = [at(4), at(4), at(4), at(5)]
  const cannot = (reason: string) => ({ status: 'cannot tell', why: reason })
  expect(why(all, { from: '2026-04-11', to: '2026-05-01' })).toEqual(cannot('no wave in the window'))
  expect(why(all, { from: '2026-01-01' })).toEqual(cannot('no wave before'))
  expect(why(all, { measure: { ...question.measure, id: 'never asked' } })).toEqual(cannot('not asked'))
  expect(why([at(4), null, at(4), at(5)])).toEqual(cannot('too few'))
  expect(why([at(4), at(4), at(4), null])).toEqual(cannot('too few'))
  expect(why([at(4), at(4, 7), at(4), at(5)])).toEqual(cannot('too few'))
  expect(outcomeOf(all, {}, false).outcome).toEqual(cannot('not open to you'))
})

test('waves of another tool are not held against own ones', () => {
  const imported = headers.map((header, i) => (i === 1 ? { ...header, source: 'imported' as const } : header))
  const { outcome } = outcomeOf([at(4.5), at(4), at(4), at(5.5)], {}, true, imported)
  expect(outcome).toMatchObject({ status: 'told', before: { label: 'w0' } })
})

test('other questions, or other people, in between break the comparison', () => {
  const [scale] = headers[0]?.instrument.scales ?? []
  const otherwise = headers.map((header, i) =>
    i < 2 || !scale
      ? header
      : {
          ...header,
          instrument: {
            ...header.instrument,
            scales: header.instrument.scales.map((one) =>
              one.id === measure.id ? { ...one, items: one.items.slice(1) } : one,
            ),
          },
        },
  )
  expect(outcomeOf([at(4), at(4), at(4), at(5)], {}, true, otherwise).outcome).toEqual({
    status: 'cannot tell',
    why: 'questionnaire changed',
  })
})

const shownOrNot = fc.option(
  fc.record({
    n: fc.integer({ min: 5, max: 60 }),
    mean: fc.integer({ min: 2, max: 14 }).map((half) => half / 2),
    organisation: fc.integer({ min: 6, max: 12 }).map((half) => half / 2),
  }),
)
const day = fc.integer({ min: 0, max: 120 }).map((add) => {
  const date = new Date('2026-01-01')
  date.setUTCDate(date.getUTCDate() + add)
  return date.toISOString().slice(0, 10)
})

test('an outcome says nothing of a wave that the report of the unit does not show this reader', () => {
  fc.assert(
    fc.property(fc.array(shownOrNot, { minLength: 4, maxLength: 4 }), day, day, (waves, a, b) => {
      const [from, to] = a < b ? [a, b] : [b, a]
      const { outcome, report } = outcomeOf(waves, { from, to })
      if (outcome.status === 'cannot tell') return
      const points = report?.scales.find(({ id }) => id === measure.id)?.points ?? []
      for (const { label, mean, interval } of [outcome.before, outcome.after]) {
        const shown = points.find(({ wave }) => wave === label)
        expect(shown).toMatchObject({ status: 'published', mean, interval })
      }
    }),
  )
})

test('what it says of the whole organisation is what the report of the whole shows of the same two waves', () => {
  fc.assert(
    fc.property(fc.array(shownOrNot, { minLength: 4, maxLength: 4 }), day, day, (waves, a, b) => {
      const [from, to] = a < b ? [a, b] : [b, a]
      const { outcome } = outcomeOf(waves, { from, to })
      if (outcome.status === 'cannot tell') return
      const cells = cellsOf(waves)
      const whole = unitReport('whole', headers, visible, (wave, id) => cells.get(`${wave} ${id}`), teams)
      const ofWhole = whole?.scales.find(({ id }) => id === measure.id)?.points ?? []
      for (const [label, mean] of [
        [outcome.before.label, outcome.organisation?.before],
        [outcome.after.label, outcome.organisation?.after],
      ])
        expect(ofWhole.find(({ wave }) => wave === label)).toMatchObject({ mean })
    }),
  )
})

test('what is not shown leaves no trace: hidden cells may hold anything', () => {
  const hidden = (cell: Cell, mean: number): Cell => ({
    ...cell,
    measures: cell.measures.map((one): MeasureFigures => ({ ...one, n: 3, mean })),
  })
  const outcomeWith = (mean: number) => {
    const cells = cellsOf([at(4), at(4), at(4), at(5)])
    const secret = cells.get('w1 team')
    if (secret) cells.set('w1 team', hidden(secret, mean))
    const cellOf = (wave: string, id: string) => cells.get(`${wave} ${id}`)
    const report = unitReport('team', headers, visible, cellOf, teams)
    return experimentOutcome(question, report, headers, () => 'team', cellOf)
  }
  fc.assert(
    fc.property(fc.double({ min: 1, max: 7, noNaN: true }), (mean) => {
      expect(outcomeWith(mean)).toEqual({ status: 'cannot tell', why: 'too few' })
    }),
  )
})
