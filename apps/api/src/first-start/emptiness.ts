import type { Office } from '@chorus/db/database'
import { listOrganisationIds } from '@chorus/db/stores/whose'

/** Tells whether the installation has no organisation yet. One that has any never becomes empty while it runs. */
export function emptiness(office: Office): () => Promise<boolean> {
  let hasAny = false
  return async () => {
    hasAny ||= (await listOrganisationIds(office)).length > 0
    return !hasAny
  }
}
