import { z } from 'zod'

/** Reference values that another program computed, case by case; what else the file says is for people. */
export const oracleFile = z.object({
  cases: z
    .array(
      z.object({
        id: z.string().min(1),
        statistic: z.string().min(1),
        input: z.record(z.string(), z.unknown()),
        expected: z
          .record(z.string(), z.json())
          .refine((expected) => Object.keys(expected).length > 0, 'nothing is expected of this case'),
        tolerance: z.object({ abs: z.number().min(0), rel: z.number().min(0) }),
      }),
    )
    .min(1, 'there are no cases'),
})

export type OracleCase = z.infer<typeof oracleFile>['cases'][number]
