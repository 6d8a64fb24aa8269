import { z } from 'zod'

/** No group smaller than this is ever shown, whatever a policy file says. */
export const floorOfK = 3

/** Floor of the thresholds that need a larger group; a higher k lifts them with it. */
export const floorOfLargeGroups = 10

/** Who gets a reminder: everybody in the same words, or only whose ballot is not collected yet. */
export const reminderRule = z.enum(['everybody', 'not-collected'])

/** Every threshold of a programme, all of them said. All may rise from wave to wave, none may fall. */
export const policy = z
  .object({
    /** Minimum number of answers in anything shown. */
    k: z.int().min(floorOfK, `k cannot be below ${floorOfK}`),
    /** Minimum number of answers before comments are shown. */
    commentK: z.int().min(floorOfLargeGroups, `commentK cannot be below ${floorOfLargeGroups}`),
    /** Minimum number of answers in a cell of a cut. */
    cutK: z.int().min(floorOfLargeGroups, `cutK cannot be below ${floorOfLargeGroups}`),
    /** Roster attributes that results may be split by, most wanted first. */
    cuts: z.array(z.string().min(1)),
    /** Combinations of two or three of these attributes, shown where their margins leave room. */
    crossings: z.array(z.array(z.string().min(1)).min(2).max(3)).default([]),
    /** Whether people may add a comment to each scale; left out where they may not. */
    comments: z.boolean().optional(),
    /** Left out: everybody. */
    reminders: reminderRule.optional(),
  })
  .strict()
  .superRefine((value, context) => {
    value.crossings.forEach((crossing, index) => {
      for (const name of crossing)
        if (!value.cuts.includes(name))
          context.addIssue({
            code: 'custom',
            path: ['crossings', index],
            message: `"${name}" is crossed and is not among the cuts`,
          })
      if (new Set(crossing).size < crossing.length)
        context.addIssue({
          code: 'custom',
          path: ['crossings', index],
          message: 'a cut is crossed with itself',
        })
    })
    for (const name of ['commentK', 'cutK'] as const)
      if (value[name] < value.k)
        context.addIssue({ code: 'custom', path: [name], message: `${name} cannot be below k` })
  })

/** The same as somebody gives it: what is left out has its default: k 5, commentK and cutK 10 or k, no cuts, no crossings. */
export const policyInput = z.preprocess(withDefaults, policy)
export type Policy = z.infer<typeof policy>

function withDefaults(given: unknown): unknown {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return given
  const k = 'k' in given ? given.k : 5
  const large = typeof k === 'number' ? Math.max(floorOfLargeGroups, k) : floorOfLargeGroups
  return { k, commentK: large, cutK: large, cuts: [], crossings: [], ...given }
}
