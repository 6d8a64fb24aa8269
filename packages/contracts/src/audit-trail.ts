import { z } from 'zod'

/** One line of the trail: who did what to which thing. It holds nothing about answering. */
export const auditEvent = z.object({
  at: z.iso.datetime(),
  actor: z.string(),
  action: z.string(),
  subject: z.string(),
})
export const auditTrail = z.object({ events: z.array(auditEvent) })
export type AuditTrail = z.infer<typeof auditTrail>
