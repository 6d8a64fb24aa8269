import { z } from 'zod'

/**
 * What a column of a people file means: a field of ours, a level of the unit tree ("level:1" is the topmost), an attribute that results may be
 * split by ("cut:location"), or nothing.
 */
export const columnMeaning = z
  .string()
  .max(110)
  .regex(
    /^(person_id|name|first_name|last_name|email|unit_id|manager|role|manages|hr_units|language|channel|zone|level:[1-9]|cut:\S.*|ignore)$/u,
  )
/** Why a meaning is proposed. */
const proposedBecause = z.enum(['remembered', 'name', 'content', 'unknown'])

/** `POST /api/organisation/import`: multipart with the file `people` and, where there is one, `units`. Nothing is changed by it. */
export const uploadedImport = z.object({
  id: z.uuid(),
  /** Whether a file of units came with it. */
  units: z.boolean(),
  columns: z.array(
    z.object({
      header: z.string(),
      meaning: z.string(),
      because: proposedBecause,
      /** The first values of the file that are not empty. */
      examples: z.array(z.string()),
    }),
  ),
})
export type UploadedImport = z.infer<typeof uploadedImport>

export const unitChangeKind = z.enum(['renamed', 'moved', 'merged', 'split', 'closed'])
export type UnitChangeKind = z.infer<typeof unitChangeKind>

export const namedUnit = z.object({ id: z.string().min(1).max(100), name: z.string().max(500) })
/** What becomes of units. `renamed` with two different ids is the same unit under a new id. */
export const unitChange = z.object({
  kind: unitChangeKind,
  from: z.array(namedUnit).max(1000),
  to: z.array(namedUnit).max(1000),
})
export type UnitChange = z.infer<typeof unitChange>

/** Kinds of differences, as they are counted and listed. */
export const differenceKind = z.enum([
  'joined',
  'returned',
  'left',
  'moved',
  'renamed',
  'address',
  'role',
  'leads',
  'other',
  'unit-new',
  'unit-vanished',
  'unit-renamed',
  'unit-moved',
])
export type DifferenceKind = z.infer<typeof differenceKind>

/**
 * Why an import stops and asks. `number` of `of`; `unit` where it is about one unit. After "last-hr" nobody has that role any more, and `number` lose it;
 * "last-administrator" likewise. By "auditors-lose-role" `number` of `of` auditors are dismissed.
 */
export const stopReason = z.object({
  code: z.enum([
    'last-hr',
    'last-administrator',
    'auditors-lose-role',
    'many-leave',
    'unit-loses-half',
    'many-addresses',
  ]),
  number: z.int(),
  of: z.int(),
  unit: z.string().nullable(),
})
export type StopReason = z.infer<typeof stopReason>

/** `POST /api/organisation/import/{id}/preview`: what confirming would do. */
export const previewRequest = z.object({ columns: z.array(columnMeaning).min(1).max(500) })
export const importPreview = z.object({
  /** Of the organisation as it is: who confirms sends it back. */
  fingerprint: z.string(),
  units: z.int(),
  people: z.int(),
  counts: z.record(differenceKind, z.int()),
  /** Whoever goes on types `number`; null where nothing is suspicious. */
  stop: z.object({ number: z.int(), reasons: z.array(stopReason), inAll: z.int() }).nullable(),
  /** Units that fall below a programme's minimum group, the first of `inAll`. */
  tooSmall: z.object({
    inAll: z.int(),
    units: z.array(
      z.object({ unit: z.string(), programme: z.string(), k: z.int(), before: z.int(), after: z.int() }),
    ),
  }),
  /** Proposed: whoever confirms keeps or drops each. */
  history: z.array(unitChange),
  /**
   * What the file says of whoever imports, who neither leaves nor loses the own role by it: `named`; `kept`, though it leaves the person out;
   * `role-kept`, though it says another role. `named` on the command line.
   */
  you: z.enum(['named', 'kept', 'role-kept']),
})
export type ImportPreview = z.infer<typeof importPreview>

/** `GET /api/organisation/import/{id}/differences`: one page of the differences of a kind. */
export const differencesQuery = z.object({
  kind: differenceKind,
  search: z.string().max(200).default(''),
  page: z.coerce.number().int().min(1).default(1),
})
export const differences = z.object({
  inAll: z.int(),
  pageSize: z.int(),
  rows: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      before: z.string().nullable(),
      after: z.string().nullable(),
    }),
  ),
})
export type Differences = z.infer<typeof differences>
export type Difference = Differences['rows'][number]

/** `POST /api/organisation/import/{id}/confirm` */
export const confirmRequest = z.object({
  fingerprint: z.string().max(100),
  /** What the person typed where the preview stopped. */
  number: z.int().nullable().default(null),
  history: z.array(unitChange).max(5000).default([]),
})

/** `GET /api/organisation/import`: what waits to be confirmed, and whether the last import can be undone. */
export const importState = z.object({
  pending: uploadedImport.nullable(),
  undo: z.object({ until: z.iso.datetime() }).nullable(),
})
export type ImportState = z.infer<typeof importState>
