import { z } from 'zod'
import { alsoIs, concernSettings, trustedId } from './concerns.ts'
import { personId, programmeId } from './ids.ts'
import { instrumentName } from './instrument.ts'
import { locales } from './locale.ts'
import { policy, reminderRule } from './policy.ts'
import { rhythmRules } from './rhythm-rules.ts'
import { scimSettings, scimTokenId } from './scim.ts'
import { signInProvider } from './sign-in.ts'

const questionnaire = z.object({ id: z.string(), name: instrumentName })

/** A change of the rules, by what it is about. */
export const proposedChange = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('policy'),
    programme: programmeId,
    name: z.string(),
    before: policy,
    after: policy,
  }),
  z.object({
    kind: z.literal('questionnaire'),
    programme: programmeId,
    name: z.string(),
    before: questionnaire,
    after: questionnaire,
  }),
  z.object({
    kind: z.literal('rhythm'),
    programme: programmeId,
    name: z.string(),
    before: rhythmRules,
    after: rhythmRules,
  }),
  /** By which people sign in; null: by links alone. A secret is never in here. */
  z.object({
    kind: z.literal('provider'),
    before: signInProvider.nullable(),
    after: signInProvider.nullable(),
    newSecret: z.boolean(),
  }),
  /** A new connection, or a new token for one that there is: `instead` of that token. */
  z.object({ kind: z.literal('scim-token'), name: z.string(), instead: scimTokenId.nullable() }),
  z.object({ kind: z.literal('scim-settings'), before: scimSettings, after: scimSettings }),
  z.object({ kind: z.literal('second-person'), on: z.boolean() }),
  /** Appointing somebody to watch over the rules, or ending that. */
  z.object({ kind: z.literal('auditor'), person: personId, name: z.string(), on: z.boolean() }),
  /** Somebody whom concerns can be sent to, with all that senders are told before they choose. */
  z.object({
    kind: z.literal('trusted-named'),
    trusted: trustedId,
    name: z.string(),
    also: alsoIs,
    escalation: z.string(),
    escalationAlso: alsoIs,
    office: z.string(),
    about: z.string(),
    languages: z.array(z.enum(locales)),
  }),
  /** `escalation` reads from then on what was sent there and is not closed. */
  z.object({
    kind: z.literal('trusted-dismissed'),
    trusted: trustedId,
    name: z.string(),
    escalation: z.string(),
    office: z.string(),
  }),
  z.object({ kind: z.literal('concern-settings'), before: concernSettings, after: concernSettings }),
])
export type ProposedChange = z.infer<typeof proposedChange>

export const ruleChange = z.object({
  id: z.uuid(),
  change: proposedChange,
  state: z.enum(['proposed', 'agreed', 'declined', 'withdrawn']),
  proposedBy: z.string(),
  proposedOn: z.iso.date(),
  /** Null where no second person was needed, and while it waits. */
  decidedBy: z.string().nullable(),
  decidedOn: z.iso.date().nullable(),
  reason: z.string(),
  /** The name of the first wave under what was changed of a programme. */
  since: z.string().nullable(),
  /** Whether the reader may agree or decline, and whether the reader may take it back. */
  mayDecide: z.boolean(),
  mayWithdraw: z.boolean(),
})
export type RuleChange = z.infer<typeof ruleChange>

/** `GET /api/rule-changes`, newest first. Everybody sees what holds; what waits or was declined is seen by HR and the works council. */
export const ruleChanges = z.object({ secondPerson: z.boolean(), changes: z.array(ruleChange) })
export type RuleChanges = z.infer<typeof ruleChanges>

/** `PATCH /api/programmes/{programme}/policy`, HR: what is left out stays as it is. */
export const changePolicyRequest = z
  .object({
    k: z.int(),
    commentK: z.int(),
    cutK: z.int(),
    cuts: z.array(z.string().min(1).max(100)).max(50),
    crossings: z.array(z.array(z.string().min(1).max(100)).max(3)).max(50),
    comments: z.boolean(),
    reminders: reminderRule,
  })
  .partial()
  .strict()
export type ChangePolicyRequest = z.infer<typeof changePolicyRequest>

/** `POST /api/programmes/{programme}/policy/preview`: from the roster of today alone, nothing of answers. */
export const policyPreview = z.object({
  /** Units that would not report alone any more, and the group that their people would answer in. */
  joined: z.array(z.object({ unit: z.string(), people: z.int(), group: z.string() })),
  /** Units whose comments could not be read alone any more. */
  withoutComments: z.array(z.object({ unit: z.string(), people: z.int() })),
})
export type PolicyPreview = z.infer<typeof policyPreview>

/** `POST /api/rule-changes/{change}/decision`: who declines says why. */
export const decisionRequest = z
  .object({ agree: z.boolean(), reason: z.string().trim().max(1000).default('') })
  .strict()
  .refine(({ agree, reason }) => agree || reason !== '', { path: ['reason'], message: 'say why' })

/** `PUT /api/second-person`, HR. */
export const secondPersonRequest = z.object({ on: z.boolean() }).strict()
