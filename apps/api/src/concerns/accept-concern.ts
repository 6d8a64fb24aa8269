import { createHmac, randomUUID } from 'node:crypto'
import { verifyBallot } from '@chorus/ballot/ballot-server'
import { readConcern } from '@chorus/ballot/concern-bytes'
import { concernInfo } from '@chorus/ballot/concern-info'
import { nullifierOf } from '@chorus/ballot/nullifier'
import { sealToAuthor } from '@chorus/ballot/reply-box'
import { sealBox } from '@chorus/ballot/sealed-box'
import { err, ok, type Result } from '@chorus/basics/result'
import type { ConcernReadable, ConcernRequest } from '@chorus/contracts/concerns'
import { usualMailSettings } from '@chorus/contracts/quiet-hours'
import type { Urn } from '@chorus/db/database'
import { putConcern } from '@chorus/db/stores/concern-inbox'
import { findConcernMonth } from '@chorus/db/stores/concern-months'
import { readConcernSettings, zoneOf } from '@chorus/db/stores/concern-settings'
import { collectKeysOf } from '../stages/collect/wave-keys.ts'
import type { Vault } from '../vault/vault.ts'
import { nextBatch } from './batch.ts'
import { describedMonth, monthOf } from './month.ts'

/**
 * Takes in a concern of somebody who shows a ticket of this month, and nothing else about the sender, and locks it away. What does not fit
 * is refused before the ticket is used up.
 */
export async function acceptConcern(
  { urn, vault }: { readonly urn: Urn; readonly vault: Vault },
  organisation: string,
  sent: ConcernRequest,
  now: Date,
): Promise<
  Result<
    ConcernReadable,
    {
      code:
        | 'malformed-request'
        | 'ticket-not-valid'
        | 'keys-missing'
        | 'ticket-spent'
        | 'unknown-trusted-person'
    }
  >
> {
  const bytes = Buffer.from(sent.concern, 'base64url')
  const written = readConcern(bytes)
  if (written === null || !(await isKey(written.replyKey))) return err({ code: 'malformed-request' })
  const month = await findConcernMonth(urn, organisation, monthOf(now))
  if (month?.id !== sent.month) return err({ code: 'ticket-not-valid' })
  const keys = await collectKeysOf(vault.concerns, month.id)
  if (keys === null) return err({ code: 'keys-missing' })
  const input = Buffer.from(sent.input, 'base64url')
  const token = Buffer.from(sent.token, 'base64url')
  if (!verifyBallot(keys.skB, concernInfo(month), input, token)) return err({ code: 'ticket-not-valid' })

  const nf = Buffer.from(nullifierOf(month.id, input))
  const pkS = Buffer.from(describedMonth(month).pkS, 'base64url')
  const mac = createHmac('sha256', keys.Kp).update(nf).update(sent.trusted).update(bytes).digest()
  const settings = await readConcernSettings(urn, organisation)
  const zone = (await zoneOf(urn, organisation)) ?? usualMailSettings.zone
  const put = await putConcern(urn, {
    organisation,
    id: randomUUID(),
    month: month.id,
    trusted: sent.trusted,
    nf,
    mac,
    box: Buffer.from(sealBox(bytes, { pkS, Kp: keys.Kp, nf })),
    readableOn: nextBatch(now, zone),
    escalateAfter: settings.answerWithinDays,
  })
  return put.ok ? ok({ readableOn: put.value }) : put
}

/** Nothing could ever be answered to bytes that are no key. */
async function isKey(replyKey: Uint8Array): Promise<boolean> {
  try {
    await sealToAuthor(new Uint8Array(1), replyKey)
    return true
  } catch {
    return false
  }
}
