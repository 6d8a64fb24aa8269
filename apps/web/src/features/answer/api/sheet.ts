import type { SheetAnswer, SheetBallotAnswer } from '@chorus/contracts/collect'
import { requestUnnamed } from '../../../lib/api/request.ts'

/** Which group the code of a sheet answers for. Changes nothing. */
export async function lookUpSheet(wave: string, code: string): Promise<SheetAnswer> {
  return requestUnnamed('POST', `/w/${encodeURIComponent(wave)}/sheet`, { code })
}

/** The one-time right to answer that a sheet gives. Asking again with the same element is safe. */
export async function collectSheetBallot(
  wave: string,
  asked: { code: string; blinded: string },
): Promise<SheetBallotAnswer> {
  return requestUnnamed('POST', `/w/${encodeURIComponent(wave)}/sheet-ballot`, asked)
}
