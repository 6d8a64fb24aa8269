import { organisationReport as organisationReportShape } from '@chorus/contracts/report'
import { expect, test } from 'vitest'
import { organisationReport } from './organisation-report.ts'
import { asking, header } from './support/release-header.ts'

const older = header('Oct 2026', asking('One.', 'Two.'))

test('a release from before there were such figures is read, and says that it has none', () => {
  const report = organisationReportShape.parse(organisationReport(older))
  expect(report.statistics).toBe(null)
  expect(report.wave).toEqual({ label: 'Oct 2026', closed: '2026-01-01' })
  expect(report.k).toBe(older.policy.k)
})

test('figures are handed on as they were released, with the words for them', () => {
  const statistics = { scales: [], drivers: { absent: 'not-asked' as const } }
  const report = organisationReport({ ...older, summary: { ...older.summary, statistics } })
  expect(report.statistics).toEqual(statistics)
  expect(report.scales).toEqual([{ id: 'safety', name: 'Safety' }])
  expect(report.items.map(({ text }) => text.en)).toEqual(['One.', 'Two.'])
  expect(report.needs).toEqual({ answers: 100, teams: 10, teamAnswers: 5 })
})
