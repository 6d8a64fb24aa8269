import { relativeWeights } from '@chorus/psychometrics/relative-weights'
import { z } from 'zod'
import { orAbsent } from '../absent-figure.ts'
import { type DataSets, dataShape, numberIn } from '../data-sets.ts'
import { covariancesOfRows } from '../inputs.ts'
import { statistic } from '../statistic.ts'
import { Unusable } from '../unusable.ts'

const inline = z.strictObject({
  outcome: z.array(z.number().nullable()),
  predictors: z.record(z.string(), z.array(z.number().nullable())),
})
const fromData = z.strictObject({
  ...dataShape,
  outcome: z.string(),
  /** "organisation x measure": a row per value of the first column, a variable per value of the second. */
  pivot: z
    .string()
    .regex(/^\w+ x \w+$/, 'a pivot is named like "organisation x measure"')
    .optional(),
  /** Column with the values of a pivot. */
  value: z.string().default('percent'),
  /** How many rows a pivot has; said for people. */
  organisations: z.int().optional(),
})

export const relativeWeightsOf = statistic(z.union([inline, fromData]), (input, { data }) => {
  const { names, rows } = 'predictors' in input ? writtenOut(input) : fromFile(input, data)
  const covariances = covariancesOfRows(rows, { predictors: names })
  const counts = { n_complete: covariances.n, predictors: names }
  const found = orAbsent(relativeWeights(covariances), counts)
  return {
    ...counts,
    r_squared: found.rSquared,
    raw_weights: found.predictors.map(({ weight }) => weight),
    rescaled_percent: found.predictors.map(({ percent }) => percent),
    zero_order_r: found.predictors.map(({ zeroOrder }) => zeroOrder),
    standardized_beta: found.predictors.map(({ beta }) => beta),
  }
})

/** Names of the predictors, and rows of their values with the outcome as the last. */
type Variables = { readonly names: readonly string[]; readonly rows: readonly (readonly (number | null)[])[] }

function writtenOut({ outcome, predictors }: z.infer<typeof inline>): Variables {
  for (const [name, values] of Object.entries(predictors))
    if (values.length !== outcome.length)
      throw new Unusable(`input.predictors.${name}: ${values.length} values for ${outcome.length} outcomes`)
  const columns = Object.values(predictors)
  return {
    names: Object.keys(predictors),
    rows: outcome.map((value, i) => [...columns.map((column) => column[i] ?? null), value]),
  }
}

function fromFile(input: z.infer<typeof fromData>, data: DataSets): Variables {
  const names = input.columns
  const columns = [...names, input.outcome]
  if (input.pivot === undefined) return { names, rows: data.numbers({ ...input, columns }) }
  const [rowBy = '', variableBy = ''] = input.pivot.split(' x ')
  const table = new Map<string, Map<string, number | null>>()
  const keys = data.texts(input, rowBy)
  const variables = data.texts(input, variableBy)
  data.rows(input).forEach((row, i) => {
    const [key = '', variable = ''] = [keys[i], variables[i]]
    const values = table.get(key) ?? new Map<string, number | null>()
    if (columns.includes(variable) && values.has(variable))
      throw new Unusable(`the data file "${input.dataset}" has "${variable}" of "${key}" twice`)
    table.set(key, values.set(variable, numberIn(row, input.value, input.dataset)))
  })
  return {
    names,
    rows: [...table.values()].map((values) => columns.map((column) => values.get(column) ?? null)),
  }
}
