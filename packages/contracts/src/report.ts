import { z } from 'zod'
import { unitId } from './ids.ts'
import { localisedText } from './instrument.ts'
import { agreement, band, changeVerdict, figure } from './publish.ts'

/** One wave of one measure in one unit: its figures, or the word "protected". Only what a release holds, and what so many answers can bear. */
export const trendPoint = z.discriminatedUnion('status', [
  z.object({ status: z.literal('protected'), wave: z.string() }),
  z.object({
    status: z.literal('published'),
    wave: z.string(),
    n: figure,
    mean: figure,
    interval: band.nullable(),
    favourable: figure.nullable(),
    agreement: agreement.nullable(),
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

export const scaleTrend = z.object({
  id: z.string(),
  name: z.union([z.string(), localisedText]),
  min: z.number(),
  max: z.number(),
  points: z.array(trendPoint),
})
export type ScaleTrend = z.infer<typeof scaleTrend>

/** One statement in the newest wave. Its figures are turned so that high is good; `reversed` says that this turned them round. */
export const itemResult = z.object({
  id: z.string(),
  text: localisedText,
  reversed: z.boolean(),
  mean: figure,
  agreement: agreement.nullable(),
  /** Share of each answer, lowest first; null below the number of answers that it needs. */
  answers: z.array(figure).nullable(),
})
export type ItemResult = z.infer<typeof itemResult>

/** The trend of a scale, and its statements as far as the newest wave may show them. */
export const scaleResult = scaleTrend.extend({ items: z.array(itemResult) })
export type ScaleResult = z.infer<typeof scaleResult>

export const unitInReport = z.object({ id: unitId, name: z.string() })

/** `GET /api/reports/units/{unit}`: the trend of every core scale for the unit and its children. */
export const unitReport = z.object({
  unit: unitInReport,
  /** From the root of what the reader may see down to the unit's parent. */
  path: z.array(unitInReport),
  waves: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      closed: z.iso.date(),
      n: figure.nullable(),
      invited: z.int().nullable(),
      responseRate: figure.nullable(),
    }),
  ),
  k: z.int(),
  /** What the newest wave's verdicts were judged among, and the share of called changes that is expected to be false at most. */
  comparisons: z.object({ made: z.int(), falseShare: z.number() }),
  scales: z.array(scaleResult),
  children: z.array(z.object({ unit: unitInReport, hasChildren: z.boolean(), scales: z.array(scaleTrend) })),
})
export type UnitReport = z.infer<typeof unitReport>

/** `GET /api/reports/units`: the units whose results the reader may open, parents before children. */
export const reportableUnits = z.object({
  units: z.array(unitInReport.extend({ depth: z.int(), parent: unitId.nullable() })),
})
export type ReportableUnits = z.infer<typeof reportableUnits>

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
      comments: z.array(z.string()),
    }),
  ),
})
export type UnitComments = z.infer<typeof unitComments>
