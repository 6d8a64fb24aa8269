import { z } from 'zod'

export const thresholdCode = z.enum([
  'cell',
  'favourable',
  'agreement',
  'detail',
  'cut',
  'crossing',
  'crossed-unit',
  'comments',
  'split-organisation',
  'organisation',
  'whole-statistics',
  'teams',
  'team-answers',
  'invited',
  'change',
])
export type ThresholdCode = z.infer<typeof thresholdCode>

/** `GET /api/policy`: every threshold, its value, and why it is what it is: pages say it by the code, in the reader's language. */
export const policyAnswer = z.object({
  thresholds: z.array(
    z.object({ code: thresholdCode, name: z.string(), value: z.number(), reason: z.string() }),
  ),
})
export type PolicyAnswer = z.infer<typeof policyAnswer>

/** Everything that the audit trail notes. The words are stored: one that was ever written stays in this list. */
export const auditAction = z.enum([
  'comment answered',
  'appeal declined',
  'learning exported',
  'reports set aside',
  'text blacked out',
  'text hidden',
  'text shown again',
  'action added',
  'action changed',
  'administrator password removed',
  'administrator password set',
  'actions mailed',
  'agreement put in force',
  'codebook exported',
  'concern settings changed',
  'comments exported',
  'comments read',
  'demo organisation filled',
  'bounce secret made',
  'bounce secret removed',
  'channel added',
  'channel removed',
  'erasing changed',
  'good example chosen',
  'good example removed',
  'history imported',
  'instrument draft dropped',
  'instrument exported',
  'instrument finished',
  'instrument imported',
  'import undone',
  'invitations sent',
  'organisation added',
  'job tried again',
  'mail settings changed',
  'organisation imported',
  'organisation renamed',
  'organisation set up',
  'people provisioned',
  'person added',
  'person changed',
  'person left',
  'person returned',
  'programme created',
  'programme instrument changed',
  'reminder rule changed',
  'reminder sent',
  'pulse limit changed',
  'report read',
  'rhythm changed',
  'scim cuts changed',
  'scim settings changed',
  'scim token made',
  'scim token revoked',
  'scim token rotated',
  'sessions of somebody ended',
  'rights changed',
  'rule change agreed',
  'rule change declined',
  'rule change proposed',
  'rule change withdrawn',
  'rule changed',
  'results mailed',
  'sheets handed out',
  'sheets printed',
  'sign-in provider removed',
  'sign-in provider set',
  'snapshot exported',
  'stand-in ended',
  'stand-in named',
  'summary exported',
  'token made',
  'token revoked',
  'trail exported',
  'trusted person dismissed',
  'trusted person named',
  'unit added',
  'unit changed',
  'unit closed',
  'unit change noted',
  'unit change removed',
  'vault copied',
  'vault copy destroyed',
  'wave closed',
  'wave opened',
  'wave published',
  'workbook exported',
])
export type AuditAction = z.infer<typeof auditAction>

/** One line of the trail: who did what to which thing. It holds nothing about answering. */
export const auditEvent = z.object({
  /** 1, 2, 3 ... without gaps. */
  number: z.number(),
  at: z.iso.datetime(),
  actor: z.string(),
  action: auditAction,
  subject: z.string(),
})

/** The newest event. Its hash is a fingerprint of all that was ever noted: whoever keeps it sees later whether anything was changed. */
const trailHead = z.object({ number: z.number(), hash: z.string() })

/** `GET /api/audit-trail`: newest first, a page at a time. */
export const auditTrail = z.object({
  events: z.array(auditEvent),
  /** Whether there are older ones: they are asked for with `before`. */
  more: z.boolean(),
  /** Of the whole trail, whatever is looked for; null while it is empty. */
  head: trailHead.nullable(),
})
export type AuditTrail = z.infer<typeof auditTrail>

export const auditTrailQuery = z.object({
  /** Older than this number. */
  before: z.coerce.number().int().positive().optional(),
  action: auditAction.optional(),
  /** A part of a name, in any case. */
  person: z.string().trim().max(200).optional(),
  /** From this moment on, and before that one. */
  from: z.iso.datetime().optional(),
  until: z.iso.datetime().optional(),
})
