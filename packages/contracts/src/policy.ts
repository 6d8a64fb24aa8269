import { z } from 'zod'

/** No group smaller than this is ever shown, whatever a policy file says. */
export const floorOfK = 3

/** Every threshold that a programme can set. All may rise from wave to wave, none may fall. */
export const policy = z
  .object({
    /** Minimum number of answers in anything shown. */
    k: z.int().min(floorOfK, `k cannot be below ${floorOfK}`).default(5),
    /** Minimum number of answers before comments are shown. */
    commentK: z.int().min(10, 'commentK cannot be below 10').default(10),
    /** Minimum number of answers in a cell of a cut. */
    cutK: z.int().min(10, 'cutK cannot be below 10').default(10),
    /** Roster attributes that results may be split by. */
    cuts: z.array(z.string().min(1)).default([]),
  })
  .strict()
  .superRefine((value, context) => {
    for (const name of ['commentK', 'cutK'] as const)
      if (value[name] < value.k)
        context.addIssue({ code: 'custom', path: [name], message: `${name} cannot be below k` })
  })
export type Policy = z.infer<typeof policy>
