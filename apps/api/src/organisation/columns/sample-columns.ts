import { err, ok, type Result } from '@chorus/basics/result'
import { readCsv } from '../../csv/csv-reader.ts'
import { FaultList, type Faults } from '../../csv/fault-list.ts'
import type { SampledColumn } from './match-columns.ts'

const bytesLookedAt = 256 * 1024
const rowsLookedAt = 50

/** The header of a file with the first values of each column, from its beginning alone. */
export async function sampleColumns(content: Buffer, file: string): Promise<Result<SampledColumn[], Faults>> {
  const faults = new FaultList()
  let columns: { header: string; examples: string[] }[] = []
  let rows = 0
  await readCsv([beginningOf(content)], file, faults, (header) => {
    columns = header.map((name) => ({ header: name, examples: [] }))
    return (fields) => {
      if (rows++ >= rowsLookedAt) return
      fields.forEach((field, at) => {
        const value = field.trim()
        const examples = columns[at]?.examples
        if (value !== '' && examples && !examples.includes(value)) examples.push(value)
      })
    }
  })
  return columns.length === 0 ? err(faults) : ok(columns)
}

/** Whole lines, so that the cut makes no fault of its own. */
function beginningOf(content: Buffer): Buffer {
  if (content.length <= bytesLookedAt) return content
  const end = content.lastIndexOf('\n', bytesLookedAt)
  return content.subarray(0, end > 0 ? end : bytesLookedAt)
}
