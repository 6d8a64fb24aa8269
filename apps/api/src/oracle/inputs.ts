import { ok } from '@chorus/basics/result'
import { absent } from '@chorus/psychometrics/absent'
import { type Covariances, covariancesOf } from '@chorus/psychometrics/covariances'
import { itemSumsInBlocks, mergeItemSums } from '@chorus/psychometrics/item-sums'
import { addToMoments, noMoments, type Sample, sampleOf } from '@chorus/psychometrics/moments'
import { reverseScore } from '@chorus/psychometrics/reverse-score'
import { scaleScore } from '@chorus/psychometrics/scale-score'
import { z } from 'zod'
import { orAbsent } from './absent-figure.ts'
import { type DataSets, dataShape } from './data-sets.ts'
import { Unusable } from './unusable.ts'

/** Polarity of the items, 1 or -1, and the range that a reversal needs. */
const polarity = {
  keys: z.array(z.union([z.literal(1), z.literal(-1)])).optional(),
  min: z.number().optional(),
  max: z.number().optional(),
}

/** Answers of people to items: from a data file, or written out. */
export const itemsFromData = z.strictObject({ ...dataShape, ...polarity })
export const itemsInline = z.strictObject({ rows: z.array(z.array(z.number().nullable())), ...polarity })

/** One value per person: a column, the mean of several (`score`), or written out. */
export const valuesFromData = z.strictObject({
  ...dataShape,
  score: z.literal('row mean').optional(),
  order: z.string().optional(),
})
export const valuesInline = z.strictObject({ values: z.array(z.number().nullable()) })

type Items = {
  readonly keys?: readonly (1 | -1)[] | undefined
  readonly min?: number | undefined
  readonly max?: number | undefined
} & (Parameters<DataSets['numbers']>[0] | { readonly rows: readonly (readonly (number | null)[])[] })

/** Oriented answers, a row per person: what is keyed -1 is reversed. */
export function orientedRows(input: Items, data: DataSets): (number | null)[][] {
  const rows = 'rows' in input ? input.rows : data.numbers(input)
  const { keys, min, max } = input
  const reverse = (answer: number) => {
    if (min === undefined || max === undefined) throw new Unusable('input: keys of -1 need "min" and "max"')
    return reverseScore(answer, { min, max })
  }
  return rows.map((row) => {
    if (keys && keys.length !== row.length)
      throw new Unusable(`input: ${keys.length} keys for ${row.length} items`)
    return row.map((answer, i) => (answer !== null && keys?.[i] === -1 ? reverse(answer) : answer))
  })
}

/** Covariances of complete rows, added in blocks and merged, as a wave is counted; the origin only keeps the sums small. */
export function covariancesOfRows(
  rows: readonly (readonly (number | null)[])[],
  known: Readonly<Record<string, unknown>> = {},
): Covariances {
  const origins = rows[0]?.map((answer) => answer ?? 0) ?? []
  if (rows.some((row) => row.length !== origins.length)) throw new Unusable('input: rows differ in length')
  const sums = mergeItemSums(itemSumsInBlocks(rows, origins, 8))
  return orAbsent(covariancesOf(sums), { ...known, n_complete: sums.n, k: origins.length })
}

/** Values of those who have one; `order` sorts the rows by a column before. */
export function valuesOf(
  input: z.infer<typeof valuesInline> | z.infer<typeof valuesFromData>,
  data: DataSets,
): number[] {
  if ('values' in input) return input.values.filter((value) => value !== null)
  return inOrder(input, data).flatMap((row) => scoreOf(input, row) ?? [])
}

function inOrder(input: z.infer<typeof valuesFromData>, data: DataSets): (number | null)[][] {
  const rows = data.numbers(input)
  if (input.order === undefined) return rows
  const places = data.numbers({ ...input, columns: [input.order] }).map(([place]) => place ?? 0)
  return rows
    .map((row, i) => ({ row, place: places[i] ?? 0 }))
    .sort((a, b) => a.place - b.place)
    .map(({ row }) => row)
}

/** One column is the value itself; several need to be told how they make one, and all of them answered. */
export function scoreOf(
  { columns, score }: { columns: readonly string[]; score?: string | undefined },
  row: readonly (number | null)[],
): number | null {
  if (columns.length > 1 && score === undefined)
    throw new Unusable('input: several columns make one value only with "score": "row mean"')
  return scaleScore(row, row.length).score
}

export function sampleFrom(values: readonly number[]): Sample {
  const sample = sampleOf(values.reduce(addToMoments, noMoments))
  return orAbsent(sample ? ok(sample) : absent('no-answers'), { n: 0 })
}
