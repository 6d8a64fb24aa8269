import { z } from 'zod'
import { localisedText } from './instrument.ts'
import { figure } from './publish.ts'

/** Questions of the Civil Service People Survey that some statement of ours is compared with. */
export const outsideQuestion = z.enum([
  'safe-to-challenge',
  'supported-if-try-new-idea',
  'team-relied-upon',
  'contribute-views',
  'action-taken-on-last-survey',
])

/**
 * `GET /api/reports/benchmark`: favourable shares of the whole organisation beside those of an outside survey, where ours may be shown. They
 * are no norm: other words, another format, another kind of organisation.
 */
export const benchmark = z.object({
  source: z.object({ year: z.int(), attribution: z.string() }),
  rows: z.array(
    z.object({
      item: z.string(),
      text: localisedText,
      /** The newest wave that asked it. */
      wave: z.string(),
      /** Of that wave. */
      k: z.int(),
      /** Share of the upper three of seven answers, 0 to 1. */
      favourable: figure,
      question: outsideQuestion,
      /** Share who agreed or strongly agreed, the upper two of five: the median over organisations, 0 to 1. */
      median: z.number(),
    }),
  ),
})
export type Benchmark = z.infer<typeof benchmark>
