import { z } from 'zod'
import { personId, unitId } from './ids.ts'

/** HR of a part of the tree, and who stands in for a manager or HR, are roles of their own: a route that does not name them is closed to them. */
export const role = z.enum(['employee', 'manager', 'stand-in', 'hr', 'part-hr', 'administrator', 'auditor'])
export type Role = z.infer<typeof role>

/**
 * `POST /api/session`: the secret of a sign-in link, taken from behind the # of its address.
 * `automatic`: nobody has pressed anything yet. A link that opens once is then not used up: programs that read mails open links, too.
 * `code`: what the browser shows that asked for the link, when it is opened in another one.
 */
export const signInRequest = z
  .object({
    token: z.string().min(1).max(200),
    automatic: z.boolean().optional(),
    code: z
      .string()
      .regex(/^\d{6}$/)
      .optional(),
  })
  .strict()
export type SignInRequest = z.infer<typeof signInRequest>

/** Who is signed in, and what the person may open. */
export const session = z.object({
  person: z.object({ id: personId, name: z.string(), email: z.string() }),
  organisation: z.object({ name: z.string() }),
  roles: z.array(role),
  /** The person's own unit, and the units the person leads. */
  unit: z.object({ id: unitId, name: z.string() }),
  leads: z.array(z.object({ id: unitId, name: z.string() })),
  /** The units that the person stands in for today, and for whom. */
  standsIn: z.array(z.object({ unit: z.object({ id: unitId, name: z.string() }), for: z.string() })),
})
export type Session = z.infer<typeof session>

export const sessionId = z.uuid().brand<'SessionId'>()

/**
 * `GET /api/my/sessions`: where one is signed in. Nothing is stored of a device but that it is signed in, so none has a name, a place or a time.
 */
export const mySessions = z.object({ sessions: z.array(z.object({ id: sessionId, here: z.boolean() })) })
export type MySessions = z.infer<typeof mySessions>

/** `POST /api/sessions/end`, HR and administrators: by the address or the id of the person on the roster. */
export const endSessionsRequest = z.object({ person: z.string().trim().min(1).max(320) }).strict()
export const endedSessions = z.object({ person: z.string() })
export type EndedSessions = z.infer<typeof endedSessions>
