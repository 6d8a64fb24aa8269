import { z } from 'zod'
import { localisedText } from './instrument.ts'
import { band, changeVerdict, figure } from './publish.ts'
import { climateZone, placedOnMap, shiftSignals, trendPoint, unitInReport } from './report.ts'

/** A change judged together with all others that the same report shows. */
const judgedChange = z.object({
  /** What people call the wave that it is compared with. */
  since: z.string(),
  verdict: changeVerdict,
  difference: figure.nullable(),
  smallestSeen: z.number().nullable(),
})
export type JudgedChange = z.infer<typeof judgedChange>

const shownFigures = z.object({
  status: z.literal('published'),
  n: figure,
  mean: figure,
  interval: band.nullable(),
})
const hiddenFigures = z.object({ status: z.literal('protected') })

const comparedFigures = z.discriminatedUnion('status', [
  hiddenFigures,
  shownFigures.extend({
    change: judgedChange.nullable(),
    /** Nothing is compared: the unit was merged or split since the wave that was shown before. */
    newGroup: z.boolean(),
  }),
])
export type ComparedFigures = z.infer<typeof comparedFigures>

const plainFigures = z.discriminatedUnion('status', [hiddenFigures, shownFigures])
export type PlainFigures = z.infer<typeof plainFigures>

const askedScale = z.object({
  id: z.string(),
  name: z.union([z.string(), localisedText]),
  min: z.number(),
  max: z.number(),
})
export type AskedScale = z.infer<typeof askedScale>

const readWave = z.object({ label: z.string(), closed: z.iso.date() })
const comparisons = z.object({ made: z.int(), falseShare: z.number() })

/** Never by level: a list from best to worst is mostly a list of small teams. */
export const heatmapOrder = z.enum(['name', 'certainty'])
export type HeatmapOrder = z.infer<typeof heatmapOrder>

/** `GET /api/reports/heatmap`: all units that the reader may open, against the scales of the newest wave, a page of rows at a time. */
export const heatmap = z.object({
  wave: readWave,
  k: z.int(),
  scales: z.array(askedScale),
  comparisons,
  order: heatmapOrder,
  /** Rows in all; pages are counted from 0. */
  units: z.int(),
  page: z.int(),
  pageSize: z.int(),
  rows: z.array(
    z.object({
      unit: unitInReport,
      depth: z.int(),
      /** One for each scale, in their order. */
      cells: z.array(comparedFigures),
    }),
  ),
})
export type Heatmap = z.infer<typeof heatmap>

/** `GET /api/reports/map`: safety beside standards in all units that the reader may open, in the newest wave that asked both. */
export const unitsMap = z.object({
  /** Null where no wave has asked both. */
  map: z
    .object({
      wave: readWave,
      k: z.int(),
      safety: askedScale.shape.name,
      standards: askedScale.shape.name,
      min: z.number(),
      max: z.number(),
      cut: z.number(),
      /** `place` is null where it is protected. */
      units: z.array(
        z.object({
          unit: unitInReport,
          depth: z.int(),
          place: z.object({ safety: placedOnMap, standards: placedOnMap, zone: climateZone }).nullable(),
        }),
      ),
    })
    .nullable(),
})
export type UnitsMap = z.infer<typeof unitsMap>

/** `GET /api/reports/overview`: what releases say of the whole organisation, and where among its units something moved. */
export const organisationOverview = z.object({
  k: z.int(),
  /** Oldest first, at least one. */
  waves: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      closed: z.iso.date(),
      /** Answered in another tool. */
      imported: z.boolean(),
      n: figure.nullable(),
      invited: z.int().nullable(),
      responseRate: figure.nullable(),
    }),
  ),
  /** Scales of the newest wave. */
  scales: z.array(askedScale),
  shifts: z.object({
    comparisons,
    /** Of a hundred courses in which nothing changes, so many at most have a signal within so many waves; `judged` courses had waves enough. */
    signals: z.object({ judged: z.int(), ofHundred: z.int(), waves: z.int() }),
    /** Surest first. */
    found: z.array(
      z.object({
        unit: unitInReport,
        scale: z.string(),
        /** Null where no change was called. */
        change: judgedChange.nullable(),
        /** Null where the newest wave is not unusual. */
        signals: shiftSignals.nullable(),
      }),
    ),
    /** Shown, and compared with nothing: parents before children. */
    leftOut: z.array(
      z.object({
        unit: unitInReport,
        /** Since the wave that was shown before, the unit was merged or split, or these scales ask something else. */
        because: z.enum(['new-group', 'other-questions']),
        scales: z.array(z.string()),
      }),
    ),
  }),
  /** Units that the newest wave shows nothing of, by the unit above. Why is never said of one: all hidden look the same. */
  withoutResult: z.array(
    z.object({
      parent: unitInReport.nullable(),
      units: z.array(unitInReport.extend({ lastShown: z.string().nullable() })),
      /** The group that small teams here are counted in together; `n` is null where it is protected too. */
      joined: unitInReport.extend({ n: figure.nullable() }).nullable(),
    }),
  ),
  /** Of the whole organisation, what no other page shows over the waves: scales that take turns, and outcomes. */
  others: z.array(
    askedScale.extend({
      type: z.enum(['scale', 'outcome']),
      /** The waves that asked it, oldest first. */
      points: z.array(trendPoint),
    }),
  ),
  /** Of the whole organisation in the newest wave, split by roster attributes. */
  cuts: z.array(
    z.object({
      attributes: z.array(z.string()),
      categories: z.array(
        z.object({
          /** One for each attribute. */
          values: z.array(z.string()),
          n: figure.nullable(),
          /** One for each scale, in their order. */
          cells: z.array(plainFigures),
        }),
      ),
    }),
  ),
})
export type OrganisationOverview = z.infer<typeof organisationOverview>
