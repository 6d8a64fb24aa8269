import type { Instrument } from '@chorus/contracts/instrument'
import { ownInstrumentName } from '@chorus/contracts/instruments'
import type { Office } from '@chorus/db/database'
import { listInstruments } from '@chorus/db/stores/instruments'
import { defaultInstrument } from '@chorus/instruments/default-instrument'
import { finishedInstrument } from '@chorus/instruments/instrument-draft'

/** What a new programme of this organisation can ask: what Chorus brings, and every finished version of its own. */
export async function choosableInstruments(
  office: Office,
  organisation: string,
): Promise<readonly Instrument[]> {
  const versions = await listInstruments(office, organisation)
  const finished = versions.filter(({ state }) => state === 'final')
  return [
    defaultInstrument,
    ...finished.map((row) => finishedInstrument(row.content, ownInstrumentName(row))),
  ]
}
