import type { z } from 'zod'
import { AbsentFigure, nothingOf } from './absent-figure.ts'
import type { DataSets } from './data-sets.ts'
import { Unusable } from './unusable.ts'

/** What a statistic may look at beside its input. */
export type Around = {
  readonly data: DataSets
  /** Some cases say there what is to be computed: arguments beside values, or only the first rows of many. */
  readonly expected: Readonly<Record<string, unknown>>
}

/** From the input of a case to figures under the names that cases expect. */
export type Compute = (input: unknown, around: Around) => Readonly<Record<string, unknown>>

/** A statistic whose input has a known shape; what it does not know is refused, since ignoring it would compute something else. */
export function statistic<Shape extends z.ZodType>(
  shape: Shape,
  compute: (input: z.infer<Shape>, around: Around) => Readonly<Record<string, unknown>>,
): Compute {
  return (input, around) => {
    const parsed = shape.safeParse(input)
    if (parsed.success) {
      try {
        return compute(parsed.data, around)
      } catch (error) {
        if (!(error instanceof AbsentFigure)) throw error
        const { known, reason } = error
        const absent = Object.entries(around.expected).map(([name, value]) => [name, nothingOf(value)])
        return { ...Object.fromEntries(absent), ...known, absent: reason }
      }
    }
    const faults = closest(parsed.error.issues).map(
      ({ path, message }) => `${['input', ...path].map(String).join('.')}: ${message}`,
    )
    throw new Unusable(faults.join('; '))
  }
}

/** Of several shapes that an input could have, what is wrong with the one it nearly has. */
function closest(issues: readonly z.core.$ZodIssue[]): readonly z.core.$ZodIssue[] {
  return issues.flatMap((issue) => {
    if (issue.code !== 'invalid_union') return [issue]
    const [best] = issue.errors.toSorted((a, b) => a.length - b.length)
    return best ? closest(best) : [issue]
  })
}
