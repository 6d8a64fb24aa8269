import { z } from 'zod'

/** How many of the scales that take turns are asked in one wave. */
export const rotation = z.object({ perWave: z.int().min(1).max(50) }).strict()
export type Rotation = z.infer<typeof rotation>
