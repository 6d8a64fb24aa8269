import { changeSince } from '@chorus/anonymity/change-since'
import { thresholdsOf } from '@chorus/anonymity/policy'
import { middleOf } from '@chorus/anonymity/shown-sample'
import { typicalSpread } from '@chorus/anonymity/typical-spread'
import type { CannotTell, Criterion, Experiment, ExperimentOutcome } from '@chorus/contracts/experiments'
import type { ChangeVerdict } from '@chorus/contracts/publish'
import type { TrendPoint } from '@chorus/contracts/report'
import type { ReleaseHeader } from '@chorus/db/stores/releases'
import type { Measure } from '@chorus/instruments/score'
import { besideOrganisation } from './beside-organisation.ts'
import { asks, figuresIn } from './trend-point.ts'
import type { CellLookup, unitReport } from './unit-report.ts'

type Report = Pick<NonNullable<ReturnType<typeof unitReport>>, 'scales' | 'others'>
export type Question = Pick<Experiment, 'measure' | 'from' | 'to' | 'criterion'>

/**
 * What the waves say of an experiment. Which waves it compares follows from its window alone, and releases never change: so it says the same at
 * each look. It is one comparison that was planned, and judged by itself; the report, which shows many that nobody planned, is stricter.
 * Nothing is said that the report does not show this reader: both waves must be shown there, with nothing in between that breaks the line.
 * @param report of the unit, as this reader gets it; null where the reader may not open it
 * @param headers the programme's releases, oldest first; waves of other tools tell nothing here
 * @param unitIn what the unit was called in a wave
 */
export function experimentOutcome(
  { measure: asked, from, to, criterion }: Question,
  report: Report | null,
  headers: readonly ReleaseHeader[],
  unitIn: (wave: string) => string,
  cellOf: CellLookup,
): ExperimentOutcome {
  const own = headers.filter(({ source }) => source === 'own')
  if (!own.some(({ closedOn }) => closedOn > from && closedOn <= to)) return cannot('no wave in the window')
  if (report === null) return cannot('not open to you')
  const asking = own.filter((header) => asks(header, asked.id))
  const before = asking.findLast(({ closedOn }) => closedOn <= from)
  const after = asking.findLast(({ closedOn }) => closedOn > from && closedOn <= to)
  if (!after) return cannot('not asked')
  if (!before) return cannot('no wave before')

  const core = report.scales.some(({ id }) => id === asked.id)
  const trend = [...report.scales, ...report.others].find(({ id }) => id === asked.id)
  const points = trend?.points ?? []
  const [first, last] = [placeOf(points, before.wave), placeOf(points, after.wave)]
  const [shownBefore, shownAfter] = [points[first], points[last]]
  if (shownBefore?.status !== 'published' || shownAfter?.status !== 'published') return cannot('too few')
  const between = points.slice(first + 1, last + 1).filter((point) => point.status === 'published')
  if (between.some(({ startsAnew }) => startsAnew)) return cannot('questionnaire changed')
  if (between.some(({ newGroup }) => newGroup)) return cannot('unit changed')

  const measure: Measure = { ...asked, type: trend && 'type' in trend ? trend.type : 'scale' }
  const figures = (wave: string) => figuresIn(cellOf(wave, unitIn(wave)), measure)
  const [then, now] = [figures(before.wave), figures(after.wave)]
  const change =
    then &&
    now &&
    changeSince(
      { wave: before.wave, figures: then, spread: before.summary.spread, comparable: true },
      now,
      measure,
      typicalSpread(after.summary.spread, measure),
      thresholdsOf(after.policy).change,
    )
  if (!change || change.verdict === 'too few') return cannot('too few')
  const { difference, interval, smallestSeen, verdict } = change
  return {
    status: 'told',
    before: waveLine(before, shownBefore),
    after: waveLine(after, shownAfter),
    difference,
    interval,
    smallestSeen,
    verdict,
    result: resultOf(verdict, difference === null ? 0 : middleOf(difference), criterion),
    organisation: core ? besideOrganisation({ before, after }, unitIn, cellOf, measure) : null,
  }
}

function cannot(why: CannotTell): ExperimentOutcome {
  return { status: 'cannot tell', why }
}

function placeOf(points: readonly TrendPoint[], wave: string): number {
  return points.findIndex((point) => point.wave === wave)
}

function waveLine(
  { label, closedOn }: ReleaseHeader,
  { mean, interval }: Extract<TrendPoint, { status: 'published' }>,
) {
  return { label, closed: closedOn, mean, interval }
}

type Result = Extract<ExperimentOutcome, { status: 'told' }>['result']

/** Success needs both: a change that is more than chance, and one that is as large as was asked for. */
function resultOf(verdict: ChangeVerdict, difference: number, { direction, least }: Criterion): Result {
  if (verdict !== 'up' && verdict !== 'down') return 'no change shown'
  if (verdict !== direction) return 'other way'
  return Math.abs(difference) >= least - 1e-9 ? 'reached' : 'less than hoped'
}
