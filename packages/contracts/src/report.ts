import { z } from 'zod'
import { unitId } from './ids.ts'
import { localisedText } from './instrument.ts'
import { organisationStatistics } from './organisation-statistics.ts'
import { agreement, band, changeVerdict, figure } from './publish.ts'
import { themes } from './themes.ts'

/** One wave of one measure in one unit: its figures, the word "protected", or that another tool did not ask it. Only what a release holds, and what so many answers can bear. */
export const trendPoint = z.discriminatedUnion('status', [
  z.object({ status: z.literal('protected'), wave: z.string() }),
  z.object({ status: z.literal('not asked'), wave: z.string() }),
  z.object({
    status: z.literal('published'),
    wave: z.string(),
    n: figure,
    mean: figure,
    interval: band.nullable(),
    favourable: figure.nullable(),
    agreement: agreement.nullable(),
    /** Its questions differ from those of the point shown before: the two cannot be compared. */
    startsAnew: z.boolean(),
    /** The unit was merged with others or split since the point shown before: the two cannot be compared. */
    newGroup: z.boolean(),
    change: z
      .object({
        /** Judged together with all other comparisons that the report shows of this wave. */
        verdict: changeVerdict,
        difference: figure.nullable(),
        smallestSeen: z.number().nullable(),
        /** Hedges g with its 95 % interval: the change in units of how much people differ; null where too few answered to say it. */
        size: z.object({ g: z.number(), interval: band }).nullable(),
      })
      .nullable(),
  }),
])
export type TrendPoint = z.infer<typeof trendPoint>

/** Where a leaf team most likely stands among all leaf teams that are shown, in the newest wave (empirical Bayes). */
export const teamPosition = z.object({
  word: z.enum(['lower', 'middle', 'higher', 'alike']),
  /** Teams it stands among. */
  teams: z.int(),
  /** The shrunken mean and its 95 % interval; null where so few answered that only the word is said. */
  shrunken: z.object({ mean: z.number(), interval: band }).nullable(),
})
export type TeamPosition = z.infer<typeof teamPosition>

/** Whether the newest wave lies outside of what the unit's own waves do by themselves. */
export const shiftSignals = z.discriminatedUnion('status', [
  z.object({ status: z.literal('too few waves'), shown: z.int(), needed: z.int() }),
  z.object({
    status: z.literal('judged'),
    side: z.enum(['above', 'below']).nullable(),
    signals: z.array(
      z.enum(['far-out', 'two-of-three', 'four-of-five', 'eight-on-one-side', 'moving-average']),
    ),
  }),
])
export type ShiftSignals = z.infer<typeof shiftSignals>

export const climateZone = z.enum(['learning', 'comfort', 'anxiety', 'apathy', 'near the line'])
export type ClimateZone = z.infer<typeof climateZone>

export const placedOnMap = z.object({ mean: figure, interval: band })
export type PlacedOnMap = z.infer<typeof placedOnMap>

/** Safety beside standards, in the waves in which both were asked and shown here. */
export const climateMap = z.object({
  /** Names of the two scales, and the format that they share. */
  safety: z.union([z.string(), localisedText]),
  standards: z.union([z.string(), localisedText]),
  min: z.number(),
  max: z.number(),
  /** The line on both: a zone is said only where both intervals lie clear of it. */
  cut: z.number(),
  /** Oldest first. */
  points: z.array(
    z.object({ wave: z.string(), safety: placedOnMap, standards: placedOnMap, zone: climateZone }),
  ),
  /** Do the two scales tell units apart differently? Over the shown leaf teams of the newest of these waves; null for too few. */
  overlap: z.object({ r: z.number(), interval: band, units: z.int(), limit: z.number() }).nullable(),
})
export type ClimateMap = z.infer<typeof climateMap>

export const scaleTrend = z.object({
  id: z.string(),
  name: z.union([z.string(), localisedText]),
  min: z.number(),
  max: z.number(),
  points: z.array(trendPoint),
  /** Null for units with units below, below ten teams, and where it is protected. */
  position: teamPosition.nullable(),
})
export type ScaleTrend = z.infer<typeof scaleTrend>

/** One statement in the newest wave. Its figures are turned so that high is good; `reversed` says that this turned them round. */
export const itemResult = z.object({
  id: z.string(),
  text: localisedText,
  reversed: z.boolean(),
  mean: figure,
  /** Share of answers above the middle; null below the number of answers that it needs. */
  favourable: figure.nullable(),
  agreement: agreement.nullable(),
  /** Judged together with the changes of all other statements of the unit; null where there is nothing to compare with. */
  change: z.object({ verdict: changeVerdict, difference: figure.nullable() }).nullable(),
  /** Share of each answer, lowest first; null below the number of answers that it needs. */
  answers: z.array(figure).nullable(),
  /** Two camps, each of k people or more, with their shares; null where there are none, and where answers are not shown. */
  split: z.object({ below: z.number(), above: z.number() }).nullable(),
})
export type ItemResult = z.infer<typeof itemResult>

const aboveOf = z.enum(['parent', 'organisation'])

/**
 * A unit above, beside which the unit is shown in the newest wave: its mean of the same scale with its interval, and nothing else of it. Units
 * are never ranked; whether this one differs is judged together with all such comparisons of the report.
 */
export const unitAbove = z.discriminatedUnion('status', [
  z.object({ status: z.literal('protected'), of: aboveOf, name: z.string() }),
  z.object({
    status: z.literal('published'),
    of: aboveOf,
    name: z.string(),
    mean: figure,
    interval: band.nullable(),
    /** Of the unit that the report is of. `smallestSeen` is what would have been seen, in scale points. */
    verdict: z.enum(['higher', 'lower', 'no difference shown', 'too few']),
    smallestSeen: z.number().nullable(),
  }),
])
export type UnitAbove = z.infer<typeof unitAbove>

/** The trend of a scale, and its statements as far as the newest wave may show them. */
export const scaleResult = scaleTrend.extend({
  items: z.array(itemResult),
  signals: shiftSignals,
  /** The unit above and the whole organisation, once each; none where the newest wave shows nothing here. */
  above: z.array(unitAbove),
})
export type ScaleResult = z.infer<typeof scaleResult>

/** A scale that takes turns, or an outcome, in the waves that asked it. */
export const otherMeasure = scaleTrend.omit({ position: true }).extend({
  type: z.enum(['scale', 'outcome']),
  /** Statements of a scale, in the last wave that asked it. */
  items: z.array(itemResult),
})
export type OtherMeasure = z.infer<typeof otherMeasure>

export const unitInReport = z.object({ id: unitId, name: z.string() })

/**
 * `GET /api/reports/units/{unit}`: the trend of every core scale for the unit and its children. It is the same for everybody who may read
 * it, but for `path` and `children`, which hold what the reader may open.
 */
export const unitReport = z.object({
  unit: unitInReport,
  /** From the root of what the reader may see down to the unit's parent. */
  path: z.array(unitInReport),
  waves: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      closed: z.iso.date(),
      /** Answered in another tool, and brought in. */
      imported: z.boolean(),
      n: figure.nullable(),
      invited: z.int().nullable(),
      responseRate: figure.nullable(),
      /** Whether people could write comments. */
      comments: z.boolean(),
    }),
  ),
  k: z.int(),
  /** Answers that a comparison, its size, and the share of each answer need. */
  needs: z.object({ change: z.int(), size: z.int(), detail: z.int() }),
  /** What the newest wave's verdicts were judged among, and the share of called changes that is expected to be false at most. */
  comparisons: z.object({ made: z.int(), falseShare: z.number() }),
  /** The same of its statements, and of the unit beside what lies above it: families of their own. */
  furtherComparisons: z.object({ items: z.int(), above: z.int() }),
  /** Of a hundred units in which nothing changes, so many at most have a signal within so many waves. */
  falseSignals: z.object({ ofHundred: z.int(), waves: z.int() }),
  /** Null where the questionnaire does not have the two scales. */
  map: climateMap.nullable(),
  /** Null where the newest wave shows the unit. Nothing in it tells why it does not: all hidden units look the same. */
  whenProtected: z
    .object({
      /** The nearest unit above that is shown: there its answers count, whatever their number. */
      countedIn: z.string().nullable(),
      /** The group that small teams beside it are counted in together, where there is one; `n` is null where that is protected too. */
      joined: z.object({ name: z.string(), n: figure.nullable() }).nullable(),
    })
    .nullable(),
  scales: z.array(scaleResult),
  others: z.array(otherMeasure),
  /** What became of the unit: other names of it, and units that it is made of and that were measured apart until then. */
  past: z.object({
    names: z.array(z.object({ day: z.iso.date(), name: z.string() })),
    breaks: z.array(
      z.object({
        day: z.iso.date(),
        kind: z.enum(['merged', 'split']),
        predecessors: z.array(
          z.object({
            /** As it was called on that day; it may be none of today's. */
            unit: z.object({ id: z.string(), name: z.string() }),
            /** Ids of the waves up to the break, and what was released of the core scales then: no changes, which were judged in its own report. */
            waves: z.array(z.string()),
            scales: z.array(scaleTrend),
          }),
        ),
      }),
    ),
  }),
  children: z.array(z.object({ unit: unitInReport, hasChildren: z.boolean(), scales: z.array(scaleTrend) })),
})
export type UnitReport = z.infer<typeof unitReport>

const climateOfUnit = unitReport
  .pick({ unit: true, waves: true, k: true })
  .extend({ scales: z.array(scaleTrend) })
export type ClimateOfUnit = z.infer<typeof climateOfUnit>

/**
 * `GET /api/reports/mine`: in short, what the newest programme published of the reader's own unit and of the units the reader leads.
 * `own` is the unit in which the own one is reported, which is another one where it was too small; null where nothing was published yet,
 * or not since the unit is there.
 */
export const myClimate = z.object({ own: climateOfUnit.nullable(), led: z.array(climateOfUnit) })
export type MyClimate = z.infer<typeof myClimate>

/** `GET /api/reports/units`: the units whose results the reader may open, parents before children. */
export const reportableUnits = z.object({
  units: z.array(unitInReport.extend({ depth: z.int(), parent: unitId.nullable() })),
})
export type ReportableUnits = z.infer<typeof reportableUnits>

/** A released comment as it is read: `nameMark` stands for a name, and each theme comes with the words of the comment that say so. */
const releasedCommentInReport = z.object({
  id: z.uuid(),
  text: z.string(),
  /** Whether its author left a key that an answer can be sealed to. */
  answerable: z.boolean(),
  themes: z.array(z.object({ theme: z.enum(themes), words: z.array(z.string()) })),
})

/**
 * `GET /api/reports/units/{unit}/comments`: what people of the unit and of those below wrote in one wave, scale by scale, in
 * one random order for everybody. A list is empty where nobody wrote and where too few did: these are not told apart. No scales in
 * a wave that asked for no comments.
 */
export const unitComments = z.object({
  unit: unitInReport,
  wave: z.object({ id: z.string(), label: z.string() }),
  /** Answers that a list needs. */
  threshold: z.int(),
  scales: z.array(
    z.object({
      id: z.string(),
      name: z.union([z.string(), localisedText]),
      comments: z.array(releasedCommentInReport),
    }),
  ),
})
export type UnitComments = z.infer<typeof unitComments>

/**
 * `GET /api/reports/organisation`: how well the scales measure in the whole organisation, and what goes along with engagement, as the
 * newest release says it. `statistics` is null for a release from before there were any.
 */
export const organisationReport = z.object({
  wave: z.object({ label: z.string(), closed: z.iso.date() }),
  k: z.int(),
  /** Scales, outcomes and their items by id, as they were asked. */
  scales: z.array(z.object({ id: z.string(), name: z.union([z.string(), localisedText]) })),
  items: z.array(z.object({ id: z.string(), text: localisedText, reversed: z.boolean() })),
  /** Answers and teams that these figures need. */
  needs: z.object({ answers: z.int(), teams: z.int(), teamAnswers: z.int() }),
  statistics: organisationStatistics.nullable(),
})
export type OrganisationReport = z.infer<typeof organisationReport>
