import { createHmac } from 'node:crypto'
import { verifyBallot } from '@chorus/ballot/ballot-server'
import { leafOf, nullifierOf } from '@chorus/ballot/nullifier'
import { signReceiptOnServer } from '@chorus/ballot/receipt-server'
import { sealBox } from '@chorus/ballot/sealed-box'
import { err, ok, type Result } from '@chorus/basics/result'
import type { SendAnswer, SendRequest } from '@chorus/contracts/collect'
import type { Urn } from '@chorus/db/database'
import { type BoxRefused, putIntoUrn } from '@chorus/db/stores/urn'
import type { Vault } from '../../vault/vault.ts'
import { keysMissing } from './keys-missing.ts'
import { contentOf } from './sent-content.ts'
import { collectKeysOf } from './wave-keys.ts'
import { questionsOf } from './wave-questions.ts'

type SendRefused =
  | BoxRefused
  | { code: 'answers-malformed' }
  | { code: 'ballot-not-valid' }
  | { code: 'too-busy' }

/**
 * Takes in the answers, or one comment, of somebody who shows a ballot, and nothing else about the sender; locks them away, and signs
 * a receipt that says nothing of them. What does not fit is refused before the ballot is used up.
 */
export async function acceptAnswers(
  { urn, vault }: { readonly urn: Urn; readonly vault: Vault },
  wave: string,
  sent: SendRequest,
  now: Date,
): Promise<Result<SendAnswer, SendRefused>> {
  const questions = await questionsOf(urn, wave)
  if (!questions.ok) return questions
  const { organisation, infos, pkS } = questions.value
  const content = contentOf(questions.value, sent)
  if (content === null) return err({ code: 'answers-malformed' })
  const keys = await collectKeysOf(vault, wave)
  if (keys === null) return keysMissing(urn, wave)

  const { cohort } = sent
  const input = Buffer.from(sent.input, 'base64url')
  const token = Buffer.from(sent.token, 'base64url')
  const info = infos.get(cohort)
  if (info === undefined || !verifyBallot(keys.skB, info, input, token))
    return err({ code: 'ballot-not-valid' })

  const nf = Buffer.from(nullifierOf(cohort, input))
  const mac = createHmac('sha256', keys.Kp).update(nf).update(content.recognised).digest()
  const box = Buffer.from(sealBox(content.boxedWith({ input, token }), { pkS, Kp: keys.Kp, nf }))
  const stored = await putIntoUrn(urn, { organisation, wave, nf, cohort, mac, box }, now)
  if (!stored.ok) return stored
  const leaf = leafOf(nf)
  const sig = signReceiptOnServer({ wave, cohort, leaf }, keys.skR)
  return ok({ leaf: Buffer.from(leaf).toString('base64url'), sig: Buffer.from(sig).toString('base64url') })
}
