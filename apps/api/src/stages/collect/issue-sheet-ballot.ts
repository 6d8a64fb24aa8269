import { isElement } from '@chorus/ballot/ballot-server'
import { readSheetCode } from '@chorus/ballot/sheet-code'
import { err, ok, type Result } from '@chorus/basics/result'
import {
  type SheetAnswer,
  type SheetBallotAnswer,
  type SheetBallotRequest,
  sheetAnswer,
} from '@chorus/contracts/collect'
import type { Issuer } from '@chorus/db/database'
import type { Place } from '@chorus/db/stores/note-collected'
import { collectSheetBallot, findSheet, type SheetRefused } from '@chorus/db/stores/sheet-ballots'
import type { Vault } from '../../vault/vault.ts'
import { blindedBytes, evaluationAt, retryTag } from './evaluation.ts'
import { keysMissing } from './keys-missing.ts'
import { sheetHash } from './sheet-hash.ts'
import { collectKeysOf } from './wave-keys.ts'
import { questionsOf } from './wave-questions.ts'

/** Which group a code answers for. Changes nothing, so that a typing error is told before the questions. */
export async function lookUpSheet(
  issuer: Issuer,
  wave: string,
  typed: string,
  now: Date,
): Promise<Result<SheetAnswer, SheetRefused>> {
  const questions = await questionsOf(issuer, wave)
  if (!questions.ok) return questions
  const code = readSheetCode(typed)
  if (code === null) return err({ code: 'sheet-code-not-valid' })
  const { organisation } = questions.value
  const place = await findSheet(issuer, { organisation, wave, codeHash: sheetHash(wave, code) }, now)
  return place.ok ? ok(sheetAnswer.parse({ cohort: place.value.cohort })) : place
}

/**
 * Evaluates the blinded element of whoever holds a sheet. First it is noted, for good, that the sheet was used; only then is the element
 * evaluated. The same element again is evaluated again, another one is refused: the rule that people have.
 */
export async function issueSheetBallot(
  { issuer, vault }: { readonly issuer: Issuer; readonly vault: Vault },
  wave: string,
  request: SheetBallotRequest,
  now: Date,
): Promise<Result<SheetBallotAnswer, SheetRefused | { code: 'malformed-request' } | { code: 'too-busy' }>> {
  const questions = await questionsOf(issuer, wave)
  if (!questions.ok) return questions
  const { organisation, infos } = questions.value
  const blinded = blindedBytes(request.blinded)
  if (!isElement(blinded)) return err({ code: 'malformed-request' })
  const code = readSheetCode(request.code)
  if (code === null) return err({ code: 'sheet-code-not-valid' })
  const keys = await collectKeysOf(vault, wave)
  if (keys === null) return keysMissing(issuer, wave)

  const key = { organisation, wave, codeHash: sheetHash(wave, code) }
  const tagOf = (place: Place) => retryTag(keys.Kt, place, blinded)
  const place = await collectSheetBallot(issuer, key, tagOf, now)
  return place.ok ? ok(evaluationAt(place.value, blinded, { skB: keys.skB, infos })) : place
}
