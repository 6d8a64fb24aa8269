import type { Office } from '@chorus/db/database'
import { listWatching } from '@chorus/db/stores/roles'
import { needsSecondPerson } from '@chorus/db/stores/rule-changes'
import { listConcernReaders } from '@chorus/db/stores/trusted-persons'
import type { ConcernReaders, Watching } from '../csv/watcher-faults.ts'

/** What decides whether a file may change who watches over the rules, and who signs in as somebody who reads concerns. */
export type Watch = {
  readonly watching: Watching
  readonly concernReaders: ConcernReaders
  readonly secondPerson: boolean
}

export async function readWatch(office: Office, organisation: string): Promise<Watch> {
  return {
    watching: await listWatching(office, organisation),
    concernReaders: await listConcernReaders(office, organisation),
    secondPerson: await needsSecondPerson(office, organisation),
  }
}
