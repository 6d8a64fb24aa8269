import { z } from 'zod'
import { namedUnit, unitChange } from './organisation-import.ts'

/** `GET /api/organisation/unit-changes`: what became of units, newest first, and the units that a change may name. */
export const unitChanges = z.object({
  changes: z.array(unitChange.extend({ id: z.uuid(), day: z.iso.date() })),
  /** Of today, in the order of the tree; then those of earlier waves and changes that are no more, by name. */
  units: z.array(namedUnit.extend({ today: z.boolean() })),
})
export type UnitChanges = z.infer<typeof unitChanges>

const ids = z.array(namedUnit.shape.id).max(1000)
/** `POST /api/organisation/unit-changes` */
export const newUnitChange = z.object({
  /** The first day on which it held; today or earlier. */
  day: z.iso.date(),
  kind: z.enum(['renamed', 'merged', 'split']),
  from: ids,
  to: ids,
  /** Where a unit kept its id: what it was called before. */
  formerName: z.string().trim().min(1).max(500).nullable().default(null),
})
export type NewUnitChange = z.input<typeof newUnitChange>

/** `GET /api/organisation/import/{id}/units`: the units that a proposal may name, before and after the import. */
export const importUnits = z.object({ before: z.array(namedUnit), after: z.array(namedUnit) })
export type ImportUnits = z.infer<typeof importUnits>

/** `GET /api/organisation/import/progress`: how far the preview or import that runs now is, in steps of its own; null when none runs here. */
export const importProgress = z.object({ now: z.object({ done: z.int(), of: z.int() }).nullable() })
export type ImportProgress = z.infer<typeof importProgress>

/** `GET` and `PUT /api/organisation/erasing`: days from leaving until a person's row is erased; 0: with the import that lets the person leave. */
export const erasing = z.object({ days: z.int().min(0).max(365) })
export type Erasing = z.infer<typeof erasing>
/** `waiting`: people who have left and are not erased yet. They keep their day, whatever is set. */
export const erasingNow = erasing.extend({ waiting: z.int() })
export type ErasingNow = z.infer<typeof erasingNow>
