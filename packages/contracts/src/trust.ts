import { z } from 'zod'

/** `GET /api/policy`: every threshold, its value, and why it is what it is. */
export const policyAnswer = z.object({
  thresholds: z.array(z.object({ name: z.string(), value: z.number(), reason: z.string() })),
})
export type PolicyAnswer = z.infer<typeof policyAnswer>

/** One line of the trail: who did what to which thing. It holds nothing about answering. */
export const auditEvent = z.object({
  at: z.iso.datetime(),
  actor: z.string(),
  action: z.string(),
  subject: z.string(),
})
export const auditTrail = z.object({ events: z.array(auditEvent) })
export type AuditTrail = z.infer<typeof auditTrail>
