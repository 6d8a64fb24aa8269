import type { Office } from '@chorus/db/database'
import { listWatching } from '@chorus/db/stores/roles'
import { needsSecondPerson } from '@chorus/db/stores/rule-changes'
import type { Watching } from '../csv/watcher-faults.ts'

/** What decides whether a file may change who watches over the rules. */
export type Watch = { readonly watching: Watching; readonly secondPerson: boolean }

export async function readWatch(office: Office, organisation: string): Promise<Watch> {
  return {
    watching: await listWatching(office, organisation),
    secondPerson: await needsSecondPerson(office, organisation),
  }
}
