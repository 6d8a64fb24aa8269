import { z } from 'zod'

/**
 * Names of things, each with a type of its own, so that a unit id can never be passed where a wave id is meant.
 * Unit, scale and item ids come from the organisation's own files: short, printable, without spaces at the ends.
 */
const ownId = z
  .string()
  .min(1)
  .max(100)
  .regex(/^[^\s\p{C}](?:[^\p{C}]*[^\s\p{C}])?$/u, 'printable, without spaces at the ends')

export const unitId = ownId.brand<'UnitId'>()
export const scaleId = ownId.brand<'ScaleId'>()
export const itemId = ownId.brand<'ItemId'>()
export const waveId = z.uuid().brand<'WaveId'>()
export const programmeId = z.uuid().brand<'ProgrammeId'>()
export const cohortId = z.uuid().brand<'CohortId'>()
export const organisationId = z.uuid().brand<'OrganisationId'>()
export const personId = z.uuid().brand<'PersonId'>()

export type UnitId = z.infer<typeof unitId>
export type ScaleId = z.infer<typeof scaleId>
export type ItemId = z.infer<typeof itemId>
export type WaveId = z.infer<typeof waveId>
export type ProgrammeId = z.infer<typeof programmeId>
export type CohortId = z.infer<typeof cohortId>
export type OrganisationId = z.infer<typeof organisationId>
export type PersonId = z.infer<typeof personId>
