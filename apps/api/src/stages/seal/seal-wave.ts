import { err, ok, type Result } from '@chorus/basics/result'
import type { Database } from '@chorus/db/database'
import { withinOrganisation } from '@chorus/db/organisation-scope'
import { closeRows, type RowsMoment, tablesEmptiedAtSealing } from '@chorus/db/stores/closing'
import { forgetMailsOfWave } from '@chorus/db/stores/mailings'
import { listCohorts, type WaveKey } from '@chorus/db/stores/sealed-waves'
import { findWaveById } from '@chorus/db/stores/waves'
import { organisationOfWave } from '@chorus/db/stores/whose'
import { type Vault, VaultError } from '../../vault/vault.ts'
import { forgetKeys } from '../collect/wave-keys.ts'
import { readManifest } from '../collect/wave-questions.ts'
import { chooseCuts } from './choose-cuts.ts'
import { fileComments } from './file-comments.ts'
import { openUrn } from './open-urn.ts'

/** Moments of a close at which a test may end the process. */
export type CloseMoment = RowsMoment | 'committed' | 'tables rewritten' | 'keys destroyed'
export type CloseParts = { readonly database: Database; readonly vault: Vault }

/**
 * Ends collecting for good: (1) one transaction opens the boxes and leaves nothing of who, when and in which order; (2) the
 * emptied tables are rewritten, which comes after the commit, because only then are the old rows dead; (3) the keys are destroyed, and
 * with them every copy of the boxes. Idempotent: after a crash at any point it can be run again, and does what is left.
 * @throws VaultError when the wave is open and its keys are lost
 */
export async function sealWave(
  { database, vault }: CloseParts,
  key: WaveKey,
  now: Date,
  at: (moment: CloseMoment) => Promise<void> = async () => {},
  choose = chooseCuts,
): Promise<Result<void, { code: 'unknown-wave' }>> {
  const row = await findWaveById(database.closer, key.wave)
  if (row?.organisation !== key.organisation) return err({ code: 'unknown-wave' })
  const secrets = await vault.read(key.wave)
  if (secrets === null && row.stage !== 'open') return ok(undefined)

  // Read before: inside, a second connection would be needed while another close may hold the last one and wait for us.
  const cohorts = await listCohorts(database.closer, key)
  const closed = await closeRows(
    database.closer,
    key,
    now.toISOString().slice(0, 10),
    async (boxes, collected) => {
      if (secrets === null)
        throw new VaultError(
          `The vault holds no keys of the open wave "${row.label}": its answers cannot be opened. Put the keys back first: chorus vault restore --from FILE`,
        )
      const questions = readManifest(row)
      const opened = await openUrn(boxes, { ...questions, secrets })
      const { chosen, audit } = choose(row.units, questions.manifest, cohorts, opened, collected)
      const comments = fileComments(row.units, cohorts, opened.comments)
      return { ...opened, comments, categories: chosen, sealingAudit: audit }
    },
    at,
  )
  if (!closed.ok) return closed
  forgetKeys(vault, key.wave)
  await at('committed')
  await forgetMailsOfWave(database.office, key, now)
  await database.rewriteTables(tablesEmptiedAtSealing)
  await at('tables rewritten')
  await vault.destroy(key.wave)
  await at('keys destroyed')
  return ok(undefined)
}

/** Does what is left of closes, in all organisations, that were interrupted after their transaction: rewrites tables, destroys keys. */
export async function finishCloses(parts: CloseParts, now: Date): Promise<void> {
  const { closer } = parts.database
  for (const wave of await parts.vault.list()) {
    const organisation = await organisationOfWave(closer, wave)
    if (organisation === null) continue
    await withinOrganisation(organisation, async () => {
      const row = await findWaveById(closer, wave)
      if (row && row.stage !== 'open') await sealWave(parts, { organisation, wave }, now)
    })
  }
}
