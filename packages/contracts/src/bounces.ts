import { z } from 'zod'

/** `hard`: the address takes no mails. `soft`: it took this one not, and may take another. */
export const bounceKind = z.enum(['hard', 'soft'])
export type BounceKind = z.infer<typeof bounceKind>

/** Afterwards an address that came back softly, so many days in a row, counts as one that takes none. */
export const mostSoftDays = 5

/** `POST /api/mail/bounces`, by a program with the organisation's secret: mails that came back. The answer says nothing of who is known here. */
export const bouncesRequest = z
  .object({
    bounces: z
      .array(z.object({ address: z.string().trim().min(3).max(320), kind: bounceKind }).strict())
      .min(1)
      .max(100),
  })
  .strict()

/** `GET /api/mail/bounce-secret`, administrators: the day (UTC) on which it was made; null where there is none. */
export const bounceSecret = z.object({ madeOn: z.iso.date().nullable() })
export type BounceSecret = z.infer<typeof bounceSecret>

/** Answer to `POST /api/mail/bounce-secret`: shown once. The one before opens nothing any more. */
export const madeBounceSecret = z.object({ madeOn: z.iso.date(), secret: z.string() })
export type MadeBounceSecret = z.infer<typeof madeBounceSecret>
