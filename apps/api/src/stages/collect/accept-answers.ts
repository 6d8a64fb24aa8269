import { createHmac } from 'node:crypto'
import { verifyBallot } from '@chorus/ballot/ballot-server'
import { canonicalJson } from '@chorus/ballot/canonical-json'
import { leafOf, nullifierOf } from '@chorus/ballot/nullifier'
import { signReceiptOnServer } from '@chorus/ballot/receipt-server'
import { sealBox } from '@chorus/ballot/sealed-box'
import { err, ok, type Result } from '@chorus/basics/result'
import type { SendAnswer, SendRequest } from '@chorus/contracts/collect'
import type { Urn } from '@chorus/db/database'
import { type BoxRefused, putIntoUrn } from '@chorus/db/stores/urn'
import type { Vault } from '../../vault/vault.ts'
import { writeBoxed } from './boxed-answers.ts'
import { keysMissing } from './keys-missing.ts'
import { collectKeysOf } from './wave-keys.ts'
import { completeAnswers, questionsOf } from './wave-questions.ts'

type SendRefused =
  | BoxRefused
  | { code: 'answers-malformed' }
  | { code: 'ballot-not-valid' }
  | { code: 'too-busy' }

/**
 * Takes in the answers of somebody who shows a ballot, and nothing else about the sender; locks them away, and signs a
 * receipt that says nothing of them. Answers that do not fit are refused before the ballot is used up.
 */
export async function acceptAnswers(
  { urn, vault }: { readonly urn: Urn; readonly vault: Vault },
  wave: string,
  sent: SendRequest,
  now: Date,
): Promise<Result<SendAnswer, SendRefused>> {
  const questions = await questionsOf(urn, wave)
  if (!questions.ok) return questions
  const { organisation, manifest, infos, pkS } = questions.value
  const answers = completeAnswers(manifest, sent.answers)
  if (answers === null) return err({ code: 'answers-malformed' })
  const keys = await collectKeysOf(vault, wave)
  if (keys === null) return keysMissing(urn, wave)

  const { cohort } = sent
  const input = Buffer.from(sent.input, 'base64url')
  const token = Buffer.from(sent.token, 'base64url')
  const info = infos.get(cohort)
  if (info === undefined || !verifyBallot(keys.skB, info, input, token))
    return err({ code: 'ballot-not-valid' })

  const nf = Buffer.from(nullifierOf(cohort, input))
  const mac = createHmac('sha256', keys.Kp).update(nf).update(canonicalJson(answers)).digest()
  const box = Buffer.from(sealBox(writeBoxed({ input, token, answers }), { pkS, Kp: keys.Kp, nf }))
  const stored = await putIntoUrn(urn, { organisation, wave, nf, cohort, mac, box }, now)
  if (!stored.ok) return stored
  const leaf = leafOf(nf)
  const sig = signReceiptOnServer({ wave, cohort, leaf }, keys.skR)
  return ok({ leaf: Buffer.from(leaf).toString('base64url'), sig: Buffer.from(sig).toString('base64url') })
}
