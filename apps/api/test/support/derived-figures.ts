import { thresholdsOf } from '@chorus/anonymity/policy'
import { middleOf } from '@chorus/anonymity/shown-sample'
import { civilServicePeopleSurvey } from '@chorus/instruments/benchmark/civil-service-people-survey'
import { comparableQuestions } from '@chorus/instruments/benchmark/comparable-questions'
import { hedgesG } from '@chorus/psychometrics/hedges-g'
import { changeFamily, falseShare } from '@chorus/reporting/change-family'
import { cutOf } from '@chorus/reporting/climate-zone'
import { sayableFrom } from '@chorus/reporting/may-be-said'
import { overlapLimit, scaleOverlap } from '@chorus/reporting/scale-overlap'
import { falseAlarmsInTwelve } from '@chorus/reporting/shift-signals'
import { splitOpinion } from '@chorus/reporting/split-opinion'
import { teamPosition } from '@chorus/reporting/team-positions'
import { heatmapRows } from '../../src/stages/report/heatmap.ts'
import {
  aboveFamily,
  changesOf,
  comparedWith,
  courseOf,
  depthOf,
  familyAround,
  fieldOf,
  figures,
  formatOf,
  inside,
  leaves,
  newestOf,
  type Released,
  sample,
  scaleIds,
} from './follows-from-release.ts'
import type { PlaceInAnswer } from './place-in-answer.ts'

type Derived = {
  readonly what: string
  readonly where: RegExp
  /** The number as it follows from the release; undefined where nothing follows. */
  readonly from: (place: PlaceInAnswer, released: Released) => unknown
}

const last = ({ path }: PlaceInAnswer) => path.at(-1) ?? ''
const safety = 'psychological-safety'

/**
 * Every kind of number on a page that stands in no release by itself, with what makes it of released figures. Where a path fits several, the
 * first counts. Whoever adds a number to a page adds a figure to the release, or a line here.
 */
export const derivedFigures: readonly Derived[] = [
  { what: 'minimum group size', where: /(^|\.)k$/, from: (_, all) => newestOf(all).policy.k },
  {
    what: 'answers that the whole organisation needs',
    where: /^needs\.(answers|teams|teamAnswers)$/,
    from: (place, all) => {
      const { wholeStatistics: answers, teams, teamAnswers } = thresholdsOf(newestOf(all).policy)
      return { answers, teams, teamAnswers }[last(place)]
    },
  },
  {
    what: 'answers that a figure needs',
    where: /^needs\.(change|size|detail)$/,
    from: (place, all) => Reflect.get(sayableFrom(newestOf(all).policy), last(place)),
  },
  {
    what: 'answers that comments need',
    where: /^threshold$/,
    from: (_, all) => thresholdsOf(newestOf(all).policy).comments,
  },
  {
    what: 'ends of the map',
    where: /^map\.(min|max)$/,
    from: (place, all) => Reflect.get(formatOf(all, safety), last(place)),
  },
  {
    what: 'ends of the answer format',
    where: /\.(min|max)$/,
    from: (place, all) => Reflect.get(formatOf(all, place.measure), last(place)),
  },
  { what: 'line on the map', where: /^map\.cut$/, from: (_, all) => cutOf(formatOf(all, safety)) },
  {
    what: 'depth in the tree of what is listed',
    where: /\.depth$/,
    from: ({ path, unit }, all) => depthOf(path[0] === 'units' ? all.listed[Number(path[1])] : unit, all),
  },
  { what: 'rows of the heatmap', where: /^units$/, from: (_, all) => all.listed.length },
  { what: 'first page', where: /^page$/, from: () => 0 },
  { what: 'rows of a page', where: /^pageSize$/, from: () => heatmapRows },
  { what: 'share of false changes', where: /comparisons\.falseShare$/, from: () => falseShare },
  {
    what: 'comparisons of units that are listed',
    where: /^(shifts\.)?comparisons\.made$/,
    from: (place, all) => familyAround(place, all).comparisons,
  },
  {
    what: 'comparisons of statements',
    where: /^furtherComparisons\.items$/,
    from: ({ page, wave }, all) => changeFamily(changesOf(all, wave, [page], 'item')).comparisons,
  },
  {
    what: 'comparisons with what lies above',
    where: /^furtherComparisons\.above$/,
    from: ({ page }, all) => aboveFamily(page, all).comparisons,
  },
  { what: 'false signals', where: /(falseSignals|signals)\.ofHundred$/, from: () => falseAlarmsInTwelve },
  { what: 'waves of false signals', where: /(falseSignals|signals)\.waves$/, from: () => 12 },
  {
    what: 'courses that were judged',
    where: /^shifts\.signals\.judged$/,
    from: (_, all) =>
      all.listed
        .flatMap((unit) => scaleIds(all, 'core').map((measure) => courseOf(all, unit, measure)))
        .filter(({ status }) => status === 'judged').length,
  },
  {
    what: 'waves that tell what is usual',
    where: /\.signals\.(shown|needed)$/,
    from: (place, all) => Reflect.get(courseOf(all, place.unit, place.measure), last(place)),
  },
  {
    what: 'change in spreads (Hedges g)',
    where: /\.change\.size\.(g|interval\.(lo|hi))$/,
    from: ({ path, unit, wave, measure }, all) => {
      const since = figures(all, wave, unit, measure)?.change?.since ?? ''
      const [a, b] = [sample(all, since, unit, measure), sample(all, wave, unit, measure)]
      const size = a && b && hedgesG(a, b)
      return size?.ok ? inside(size.value, path.slice(path.indexOf('size') + 1)) : undefined
    },
  },
  {
    what: 'smallest change that would have been seen',
    where: /\.change\.smallestSeen$/,
    from: (place, all) => {
      const change = figures(all, place.wave, place.unit, place.measure)?.change
      return change && familyAround(place, all).judge(change).smallestSeen
    },
  },
  {
    what: 'smallest difference from what lies above',
    where: /\.above\.\d+\.smallestSeen$/,
    from: ({ page, unit, measure }, all) => {
      const compared = comparedWith(page, unit, measure, all)
      return compared && aboveFamily(page, all).judge(compared).smallestSeen
    },
  },
  {
    what: 'teams that a position is among',
    where: /\.position\.teams$/,
    from: ({ measure }, all) => fieldOf(all, measure)?.teams,
  },
  {
    what: 'shrunken position',
    where: /\.position\.shrunken\.(mean|interval\.(lo|hi))$/,
    from: ({ path, unit, measure }, all) => {
      const [field, own] = [fieldOf(all, measure), sample(all, newestOf(all).wave, unit, measure)]
      const position = field && own && teamPosition(own, field, 'number')
      return inside(position?.shrunken, path.slice(path.indexOf('shrunken') + 1))
    },
  },
  {
    what: 'overlap of the two scales of the map',
    where: /^map\.overlap\./,
    from: ({ path }, all) => {
      const { wave } = newestOf(all)
      const pairs = leaves(all).flatMap((unit): [number, number][] => {
        const [one, other] = [safety, 'standards'].map((id) => figures(all, wave, unit, id)?.mean ?? null)
        return one == null || other == null ? [] : [[middleOf(one), middleOf(other)]]
      })
      const found = scaleOverlap(pairs)
      return found && inside({ ...found, units: found.pairs, limit: overlapLimit }, path.slice(2))
    },
  },
  {
    what: 'shares of two camps',
    where: /\.split\.(below|above)$/,
    from: (place, all) => {
      const found = figures(all, place.wave, place.unit, place.measure)
      if (!found?.answers || found.n === null) return undefined
      const n = typeof found.n === 'number' ? found.n : found.n.lo
      return Reflect.get(splitOpinion(found.answers, n, newestOf(all).policy.k) ?? {}, last(place))
    },
  },
  { what: 'year of the other survey', where: /^source\.year$/, from: () => civilServicePeopleSurvey.year },
  {
    what: 'median of the other survey',
    where: /^rows\.\d+\.median$/,
    from: ({ measure }, all) =>
      comparableQuestions(newestOf(all).instrument.scales)
        .filter(({ item }) => item.id === measure)
        .map(({ question }) => civilServicePeopleSurvey.medians[question])[0],
  },
]
