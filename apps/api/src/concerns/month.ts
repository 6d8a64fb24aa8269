import { randomUUID } from 'node:crypto'
import { canonicalJson } from '@chorus/ballot/canonical-json'
import { fingerprintOf } from '@chorus/ballot/manifest-fingerprint'
import { present } from '@chorus/basics/assert'
import { type ConcernMonth, concernMonth } from '@chorus/contracts/concerns'
import type { Office } from '@chorus/db/database'
import { beginConcernMonth, type ConcernMonthRow, findConcernMonth } from '@chorus/db/stores/concern-months'
import { makeWaveKeys } from '../stages/collect/make-wave-keys.ts'
import type { Vault } from '../vault/vault.ts'

/** "2026-03", UTC: a ticket is good in the month in which it was collected. */
export function monthOf(now: Date): string {
  return now.toISOString().slice(0, 7)
}

/** The month of now, begun with fresh keys where nobody has. The keys are safely in the vault before anybody can see the month. */
export async function currentMonth(
  { office, vault }: { readonly office: Office; readonly vault: Vault },
  organisation: string,
  now: Date,
): Promise<ConcernMonthRow> {
  const month = monthOf(now)
  const there = await findConcernMonth(office, organisation, month)
  if (there) return there
  const id = randomUUID()
  const { secrets, publicKeys } = makeWaveKeys()
  const description = canonicalJson(
    concernMonth.parse({
      v: 1,
      suite: 'ristretto255-SHA512',
      id,
      organisation,
      month,
      pkB: publicKeys.pkB,
      pkS: publicKeys.pkS,
    }),
  )
  await vault.concerns.store(id, secrets)
  const row = { organisation, id, month, description, fingerprint: await fingerprintOf(description) }
  if (await beginConcernMonth(office, row)) return row
  await vault.concerns.destroy(id)
  return present(await findConcernMonth(office, organisation, month), 'the month that another process began')
}

/** What the description of a month says. */
export function describedMonth({ description }: Pick<ConcernMonthRow, 'description'>): ConcernMonth {
  return concernMonth.parse(JSON.parse(description))
}
