import type { Instrument } from '@chorus/contracts/instrument'
import { defaultInstrument } from '@chorus/instruments/default-instrument'

/** What a new programme of this organisation can ask. */
export async function choosableInstruments(_organisation: string): Promise<readonly Instrument[]> {
  return [defaultInstrument]
}
