import { err, ok, type Result } from '@chorus/basics/result'
import { type InstrumentDraft, instrumentFile } from '@chorus/contracts/instruments'
import { draftOf } from '@chorus/instruments/instrument-draft'
import { FaultList, type Faults } from '../csv/fault-list.ts'
import { readJson } from '../summarize/read-json.ts'
import { readInstrumentCsv } from './read-instrument-csv.ts'

/** A questionnaire from a file: JSON as `chorus summarize` reads it, or a table. Which of the two, its first character tells. */
export async function readInstrumentFile(content: Buffer): Promise<Result<InstrumentDraft, Faults>> {
  if (!looksLikeJson(content)) return readInstrumentCsv([content], 'instrument.csv')
  const faults = new FaultList()
  const read = await readJson([content], 'instrument.json', instrumentFile, faults)
  return read ? ok(draftOf(read)) : err(faults)
}

function looksLikeJson(content: Buffer): boolean {
  return /^\uFEFF?\s*[{[]/.test(content.subarray(0, 1000).toString('utf8'))
}
