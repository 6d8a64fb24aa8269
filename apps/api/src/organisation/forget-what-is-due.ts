import type { Office } from '@chorus/db/database'
import { eraseLeavers } from '@chorus/db/stores/leavers'
import { forgetOldImports } from '@chorus/db/stores/organisation-before'

/** Erases whoever left long enough ago, uploads that nobody confirmed, and what can no longer be undone. Once a day is enough; twice does no harm. */
export async function forgetWhatIsDue(office: Office, organisation: string, now: Date): Promise<void> {
  await eraseLeavers(office, organisation, now.toISOString().slice(0, 'yyyy-mm-dd'.length))
  await forgetOldImports(office, organisation, now)
}
