import { fQuantile, fUpper } from '@chorus/psychometrics/f-distribution'
import { logGamma } from '@chorus/psychometrics/log-beta'
import { noncentralTCdf } from '@chorus/psychometrics/noncentral-t'
import { normalCdf, normalQuantile } from '@chorus/psychometrics/normal'
import { tQuantile, tTwoSidedP } from '@chorus/psychometrics/student-t'
import { z } from 'zod'
import { statistic } from '../statistic.ts'
import { Unusable } from '../unusable.ts'

/** Each a table of columns: arguments, and the value beside them. */
const functions: Readonly<
  Record<string, { of: readonly string[]; value: string; f: (...x: number[]) => number }>
> = {
  normal_quantile: { of: ['p'], value: 'x', f: normalQuantile },
  normal_cdf: { of: ['x'], value: 'p', f: normalCdf },
  t_quantile: { of: ['p', 'df'], value: 'x', f: tQuantile },
  t_two_sided_p: { of: ['t', 'df'], value: 'p', f: tTwoSidedP },
  f_quantile: {
    of: ['p', 'df1', 'df2'],
    value: 'x',
    f: (p: number, df1: number, df2: number) => fQuantile(p, [df1, df2]),
  },
  f_upper_p: {
    of: ['F', 'df1', 'df2'],
    value: 'p',
    f: (f: number, df1: number, df2: number) => fUpper(f, [df1, df2]),
  },
  lgamma: { of: ['x'], value: 'y', f: logGamma },
  noncentral_t_cdf: {
    of: ['t', 'df', 'ncp'],
    value: 'p',
    f: (t: number, df: number, ncp: number) => noncentralTCdf(t, { df, ncp }),
  },
}

const columnsOfNumbers = z.record(z.string(), z.array(z.number()))

/** Here the case says only beside its values what they are values of. */
export const distributionFunctions = statistic(
  z.strictObject({ note: z.string().optional() }),
  (_, { expected }) =>
    Object.fromEntries(Object.entries(expected).map(([name, table]) => [name, filled(name, table)])),
)

/** The table with its values computed from its arguments. */
function filled(name: string, table: unknown): Record<string, number[]> {
  const known = functions[name]
  if (!known)
    throw new Unusable(`expected.${name}: not known; known are ${Object.keys(functions).join(', ')}`)
  const columns = columnsOfNumbers.safeParse(table)
  const [first] = known.of.map((argument) => columns.data?.[argument])
  if (!columns.success || !first)
    throw new Unusable(`expected.${name}: columns of numbers are needed: ${known.of.join(', ')}`)
  const rowAt = (i: number) => known.of.map((argument) => columns.data[argument]?.[i] ?? Number.NaN)
  return { ...columns.data, [known.value]: first.map((_, i) => known.f(...rowAt(i))) }
}
