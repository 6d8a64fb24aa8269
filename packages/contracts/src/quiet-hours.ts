import { z } from 'zod'

const wallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day has the form 20:30')

/** A name of the IANA time zone database: an offset such as +01:00 would miss both clock changes. */
export const zone = z
  .string()
  .max(64)
  .refine(isZone, 'a time zone has a name such as Europe/Zurich; offsets such as +01:00 are none')

/**
 * When no mail leaves, in local wall time: every day from `from` until `to`, which may lie on the next day, and all day long on `days`
 * (1 is Monday, 7 is Sunday). At least one day of the week has room for mails.
 */
export const quietHours = z
  .object({
    hours: z
      .object({ from: wallTime, to: wallTime })
      .strict()
      .refine(({ from, to }) => from !== to, 'quiet hours that begin when they end would never end')
      .nullable(),
    days: z
      .array(z.int().min(1).max(7))
      .max(6, 'on one day of the week at least mails may leave')
      .refine((days) => new Set(days).size === days.length, 'each day stands once'),
  })
  .strict()
export type QuietHours = z.infer<typeof quietHours>

/** `GET` and `PUT /api/my/quiet-hours`: the reader's own. Null: as the organisation has it, which `usual` says. */
export const ownQuietHours = z.object({ zone: zone.nullable(), quiet: quietHours.nullable() }).strict()
export type OwnQuietHours = z.infer<typeof ownQuietHours>
export const ownQuietHoursAnswer = z.object({
  own: ownQuietHours,
  usual: z.object({ zone: z.string(), quiet: quietHours }),
})
export type OwnQuietHoursAnswer = z.infer<typeof ownQuietHoursAnswer>

/** Longest time over which mails are spread: one working day. */
const mostSpreadMinutes = 480

/**
 * `GET` and `PUT /api/mail-settings`, HR: how the organisation's mails leave. `spreadMinutes`: each mail leaves at a random moment within so
 * many minutes. `results`: whether people are told that results are out; `actions`: once a week, that actions were added or moved on.
 */
export const mailSettings = z
  .object({
    zone,
    quiet: quietHours,
    spreadMinutes: z.int().min(0).max(mostSpreadMinutes),
    results: z.boolean(),
    actions: z.boolean(),
  })
  .strict()
export type MailSettings = z.infer<typeof mailSettings>

/** What holds until somebody says otherwise: the zone of the server, and no quiet hours, for nobody has said yet when people sleep. */
export const usualMailSettings: MailSettings = {
  zone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
  quiet: { hours: null, days: [] },
  spreadMinutes: 30,
  results: true,
  actions: false,
}

function isZone(name: string): boolean {
  if (/^[+-]/.test(name)) return false
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== null
  } catch {
    return false
  }
}
