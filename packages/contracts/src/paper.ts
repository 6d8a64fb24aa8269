import { z } from 'zod'
import { cohortId } from './ids.ts'

/**
 * `GET /api/waves/{wave}/paper`, HR: the groups with people who answer on paper. `tooFew` groups have fewer than k of them, who are invited
 * online: from a bowl of fewer sheets it could be guessed who has which. Nothing here depends on which sheets were used.
 */
export const paperGroups = z.object({
  k: z.int(),
  groups: z.array(
    z.object({
      cohort: cohortId,
      label: z.string(),
      sheets: z.int().min(1),
      state: z.enum(['none', 'printed', 'handed out']),
      /** How often codes were made: 0 before the first print. */
      print: z.int().min(0),
    }),
  ),
  tooFew: z.array(z.object({ label: z.string(), people: z.int().min(1) })),
})
export type PaperGroups = z.infer<typeof paperGroups>

/**
 * `POST /api/waves/{wave}/paper/{cohort}/sheets`, HR: a code for each sheet, in random order, shown this once. Codes of an
 * earlier print stop working.
 */
export const printedSheets = z.object({
  print: z.int().min(1),
  label: z.string(),
  codes: z.array(z.string()),
})
export type PrintedSheets = z.infer<typeof printedSheets>

/** `POST /api/waves/{wave}/paper/{cohort}/handed-out`, HR: the sheets of this print are in the bowl. */
export const handOutRequest = z.object({ print: z.int().min(1) }).strict()
