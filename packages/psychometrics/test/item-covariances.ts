import { type Covariances, covariancesOf } from '../src/covariances.ts'
import { itemSumsInBlocks, mergeItemSums } from '../src/item-sums.ts'
import { type ItemsInput, orientedRowsOf } from './oracle.ts'

/** Covariances of some rows, added in seven blocks and merged, as the product does it. */
export function covariancesOfRows(rows: readonly (readonly (number | null)[])[]): Covariances {
  const sums = mergeItemSums(itemSumsInBlocks(rows, rows[0]?.map(() => 3) ?? [], 7))
  const covariances = covariancesOf(sums)
  if (!covariances.ok) throw new Error(covariances.error.code)
  return covariances.value
}

/** Covariances of the complete rows that a case wants. */
export function covariancesFor(input: ItemsInput): Covariances {
  return covariancesOfRows(orientedRowsOf(input))
}
