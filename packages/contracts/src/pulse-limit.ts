import { z } from 'zod'

/**
 * `GET` and `PUT /api/pulse-limit`, HR: how many pulses a person is sent at most in a quarter of the calendar, over all programmes. A wave that would
 * be one more is not opened. 92 is one a day.
 */
export const pulseLimit = z.object({ aQuarter: z.int().min(1).max(92) }).strict()
export type PulseLimit = z.infer<typeof pulseLimit>
