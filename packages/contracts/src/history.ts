import { z } from 'zod'
import { localisedText } from './instrument.ts'
import { figure } from './publish.ts'

/** How a scale of an imported questionnaire stands to that of the programme. */
export const importedScaleTrend = z.enum(['continues', 'questions changed', 'not asked'])
export type ImportedScaleTrend = z.infer<typeof importedScaleTrend>

/**
 * What an import of earlier waves releases: figures as the release has them, never finer. `POST
 * /api/programmes/{programme}/history/preview` answers with it before anything is written, `POST .../history` after.
 */
export const historyAnswer = z.object({
  /** Oldest first. */
  waves: z.array(
    z.object({
      label: z.string(),
      closed: z.iso.date(),
      /** Answers in the whole organisation, as they are shown. */
      answers: figure.nullable(),
      /** Units of the wave's tree whose figures are shown, and those that are protected. */
      shown: z.int(),
      protected: z.int(),
    }),
  ),
  units: z.object({
    inFile: z.int(),
    /** How many of them are units of today, by their ids. */
    today: z.int(),
    /** The first of those that are not. */
    gone: z.array(z.object({ id: z.string(), name: z.string() })),
  }),
  scales: z.array(
    z.object({ id: z.string(), name: z.union([z.string(), localisedText]), trend: importedScaleTrend }),
  ),
})
export type HistoryAnswer = z.infer<typeof historyAnswer>

/** `GET /api/programmes/{programme}/history/progress`: how far the import that runs now is; null when none runs here. */
export const historyProgress = z.object({ waves: z.object({ done: z.int(), of: z.int() }).nullable() })
export type HistoryProgress = z.infer<typeof historyProgress>
