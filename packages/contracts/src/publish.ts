import { z } from 'zod'
import { instrument } from './instrument.ts'
import { organisationStatistics } from './organisation-statistics.ts'
import { policy } from './policy.ts'

/** A band of values that would all be shown in the same way, or an interval of uncertainty. */
export const band = z.object({ lo: z.number(), hi: z.number() })
export type Band = z.infer<typeof band>

/** A shown number: exact where exact figures may leave, a band where only a band may. */
export const figure = z.union([z.number(), band])
export type Figure = z.infer<typeof figure>

/** "no change shown" is not "no change": `smallestSeen` says what this comparison could have seen. */
export const changeVerdict = z.enum(['up', 'down', 'no change shown', 'too few'])
export type ChangeVerdict = z.infer<typeof changeVerdict>

export const change = z.object({
  /** The earlier wave it is compared with: the last one in which the measure was shown here. */
  since: z.string(),
  difference: figure.nullable(),
  /** 95 % interval of the difference, Welch; null where there is no spread or there are too few. */
  interval: band.nullable(),
  /** The smallest difference that the two waves would have shown with a probability of 80 %. */
  smallestSeen: z.number().nullable(),
  /** What the interval rests on, in scale points; left out in releases that were written before it was kept. */
  test: z.object({ standardError: z.number(), df: z.number() }).nullish(),
  /** Of this comparison by itself; a report that shows many judges them together (packages/reporting). */
  verdict: changeVerdict,
})
export type Change = z.infer<typeof change>

export const measureType = z.enum(['scale', 'item', 'outcome'])

export const agreement = z.enum(['weak', 'moderate', 'strong'])
export type Agreement = z.infer<typeof agreement>

/** What is shown of one scale or item in one cell. Everything but type and id is null where it is protected. */
export const measureFigures = z.object({
  type: measureType,
  id: z.string(),
  status: z.enum(['published', 'protected']),
  /** Answers that count for this measure: all items of its scale answered. */
  n: figure.nullable(),
  mean: figure.nullable(),
  sd: figure.nullable(),
  /** 95 % t interval of the climate as such, of which these answers are a sample. */
  interval: band.nullable(),
  /** 95 % interval for the people invited to this wave (finite population); a point when all answered. */
  intervalOfInvited: band.nullable(),
  favourable: figure.nullable(),
  /** 95 % Wilson interval. */
  favourableInterval: band.nullable(),
  /** Items: the share of each possible answer, lowest first, turned so that high is good. */
  answers: z.array(figure).nullable(),
  /** Items: how far people agree (r_wg; below 0.5 weak, from 0.7 strong). */
  agreement: agreement.nullable(),
  change: change.nullable(),
})
export type MeasureFigures = z.infer<typeof measureFigures>

/** One (wave, unit, optional cut) with its statistics, or the word "protected". */
export const cell = z.object({
  unit: z.string(),
  cut: z.record(z.string(), z.string()),
  status: z.enum(['published', 'protected']),
  /** The same word for every hidden cell: two reasons would tell a small group from a sacrificed one. */
  reason: z.literal('protected').nullable(),
  n: figure.nullable(),
  invited: z.int().nullable(),
  responseRate: figure.nullable(),
  measures: z.array(measureFigures),
})
export type Cell = z.infer<typeof cell>

export const releasedUnit = z.object({ id: z.string(), parent: z.string().nullable(), name: z.string() })
export type ReleasedUnit = z.infer<typeof releasedUnit>

/**
 * What the auditor looked at when a wave closed whose cuts were sent apart: the choice of their categories, while it was still known who
 * is in which unit and which category. Of these people not even a count is kept.
 */
export const sealingAudit = z.object({ layersAttacked: z.int(), categoriesTakenBack: z.int() })
export type SealingAudit = z.infer<typeof sealingAudit>

/** A comment of a published wave, with the lowest unit of whose people it may be shown. It stands there and in all units above. */
export const releasedComment = z.object({ unit: z.string(), scale: z.string(), text: z.string() })
export type ReleasedComment = z.infer<typeof releasedComment>

/** What the auditor looked at before a wave left: counts of cells and attacks, no answer and no count of people. */
export const auditReport = z.object({
  format: z.literal('chorus-audit/1'),
  cells: z.object({ shown: z.int(), hidden: z.int() }),
  /** Figures that can be subtracted on their own: all who answered, each mean, share and spread. */
  layersAttacked: z.int(),
  /** Kinds of people whose combinations were searched because shown cells overlap; 0 without cuts. */
  kindsSearched: z.int(),
  /** Linear programmes solved where shown cells overlap. */
  programmesSolved: z.int(),
  /** Kinds of people, block by block, for which programmes would have been too large. */
  kindsLeftOut: z.int(),
  /** Waves it was compared with: those before it and, of an imported wave, those after it that were out already. */
  earlierWaves: z.int(),
  /** Blocks in cells that were made coarser, or hidden, until nothing was found. */
  repairs: z.object({ coarser: z.int(), hidden: z.int() }),
  /** Scales whose comments were attacked as lists that can be subtracted; left out where none were asked for. */
  commentLayers: z.int().optional(),
  findings: z.int(),
  /** Left out where no cut was sent apart. */
  sealing: sealingAudit.optional(),
})
export type AuditReport = z.infer<typeof auditReport>

export const releasedWave = z.object({
  id: z.string(),
  /** What people call it; left out where the id says it. */
  label: z.string().optional(),
  /** Answered in another tool and brought in; left out in waves of one's own. */
  imported: z.literal(true).optional(),
  /** The day on which the wave closed (ISO date), where it is known. */
  closed: z.string().nullable(),
  cells: z.array(cell),
  /** What belongs to the organisation as a whole. */
  organisation: z.object({
    n: figure.nullable(),
    invited: z.int().nullable(),
    responseRate: figure.nullable(),
    /** Typical spread (sd) inside a unit, by measure: what intervals of small cells are made with. */
    spread: z.record(z.string(), z.number()),
    /** Scales and outcome items of which somebody left something out: their figures rest on fewer people than their cells. */
    skipped: z.array(z.string()),
    /** Null for waves that were released before there were such reports. */
    audit: auditReport.nullable(),
    /** Left out in waves that were released before there were any. */
    statistics: organisationStatistics.optional(),
  }),
})
export type ReleasedWave = z.infer<typeof releasedWave>

/** The immutable published cells of one or more waves: the only thing that reports read. */
export const release = z.object({
  format: z.literal('chorus-release/1'),
  instrument,
  policy,
  units: z.array(releasedUnit),
  waves: z.array(releasedWave),
})
export type Release = z.infer<typeof release>
