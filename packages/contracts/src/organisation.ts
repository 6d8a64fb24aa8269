import { z } from 'zod'
import { unitId } from './ids.ts'

/** `GET /api/organisation`: the unit tree, parents before children. `people` counts the unit's own people. */
export const organisationTree = z.object({
  name: z.string(),
  people: z.int(),
  units: z.array(
    z.object({ id: unitId, parent: unitId.nullable(), name: z.string(), depth: z.int(), people: z.int() }),
  ),
})
export type OrganisationTree = z.infer<typeof organisationTree>

/** `POST /api/organisation/import/{id}/confirm` */
export const importAnswer = z.object({
  units: z.int(),
  people: z.int(),
  joined: z.int(),
  left: z.int(),
  moved: z.int(),
})
export type ImportAnswer = z.infer<typeof importAnswer>
