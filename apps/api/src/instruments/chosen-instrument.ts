import { err, ok, type Result } from '@chorus/basics/result'
import type { Instrument } from '@chorus/contracts/instrument'
import { type InstrumentChoice, ownInstrumentName } from '@chorus/contracts/instruments'
import type { Office } from '@chorus/db/database'
import { findInstrument } from '@chorus/db/stores/instruments'
import { defaultInstrument } from '@chorus/instruments/default-instrument'
import { finishedInstrument } from '@chorus/instruments/instrument-draft'

/** What a programme is to ask: a final version of the organisation's own, or what Chorus brings. */
export async function chosenInstrument(
  office: Office,
  organisation: string,
  choice: InstrumentChoice,
): Promise<Result<Instrument, { code: 'unknown-instrument' | 'instrument-not-final' }>> {
  if (choice === null) return ok(defaultInstrument)
  const versions = await findInstrument(office, { organisation, id: choice.id })
  const row = versions.find(({ version }) => version === choice.version)
  if (!row) return err({ code: 'unknown-instrument' })
  if (row.state === 'draft') return err({ code: 'instrument-not-final' })
  return ok(finishedInstrument(row.content, ownInstrumentName(row)))
}
