import { z } from 'zod'
import { locales } from './locale.ts'
import { zone } from './quiet-hours.ts'

/** `GET /api/first-start`: whether the installation has no organisation yet, and waits for its first one. */
export const firstStart = z.object({ open: z.boolean() })
export type FirstStart = z.infer<typeof firstStart>

/**
 * `POST /api/first-start`, as long as it is open: the organisation, and its first person, who is HR and administrator until somebody else is
 * administrator. `code` is what `chorus start` printed. The answer is the session of that person.
 */
export const firstStartRequest = z
  .object({
    code: z.string().max(100),
    organisation: z.string().trim().min(1).max(120),
    /** Of everybody of whom no file says another one. */
    language: z.enum(locales),
    zone,
    name: z.string().trim().min(1).max(200),
    email: z.email().max(254),
  })
  .strict()
export type FirstStartRequest = z.infer<typeof firstStartRequest>
