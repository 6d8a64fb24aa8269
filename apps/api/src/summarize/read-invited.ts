import type { InvitedGroup } from '@chorus/anonymity/publish-input'
import type { Fault } from '@chorus/contracts/problems'
import { columnsOf, cutColumns, isCutColumn } from '../csv/columns.ts'
import { readCsv, type Source } from '../csv/csv-reader.ts'
import type { FaultList } from '../csv/fault-list.ts'

/** People invited, by wave. */
export type Invited = ReadonlyMap<string, readonly InvitedGroup[]>

/**
 * Reads invited.csv. With cut columns a unit has one row per combination of categories. Rows for waves
 * that nobody answered are faults: most likely the wave is spelt differently in the other file.
 */
export async function readInvited(
  source: Source,
  file: string,
  known: { units: ReadonlySet<string>; waves: ReadonlySet<string> },
  faults: FaultList,
): Promise<Invited> {
  const invited = new Map<string, InvitedGroup[]>()
  const seen = new Set<string>()

  await readCsv(source, file, faults, (header) => {
    const rules = { required: ['wave', 'unit_id', 'invited'], alsoAllowed: isCutColumn }
    const columns = columnsOf(header, file, rules, faults)
    if (!columns) return null
    const cuts = cutColumns(columns)

    return (fields, line) => {
      const get = (name: string) => (fields[columns.get(name) ?? -1] ?? '').trim()
      const fault = (name: string, code: string, message: string, values: Fault['values'] = {}) =>
        faults.add({ file, line: line(), column: (columns.get(name) ?? 0) + 1, code, message, values })
      const [wave, unit, count] = [get('wave'), get('unit_id'), get('invited')]
      if (!known.waves.has(wave)) return fault('wave', 'unknown-wave', 'no response is of this wave')
      if (!known.units.has(unit))
        return fault('unit_id', 'unknown-unit', 'this unit_id is not in the file of units', { unit })
      if (!/^\d{1,9}$/.test(count))
        return fault('invited', 'malformed-number', 'the number of invited people is a whole number')
      const key = JSON.stringify([wave, unit, ...cuts.map(([, index]) => fields[index])])
      if (seen.has(key)) return fault('unit_id', 'duplicate-row', 'this wave and unit have a row already')
      seen.add(key)
      const cut = Object.fromEntries(cuts.map(([name, index]) => [name, (fields[index] ?? '').trim()]))
      const ofWave = invited.get(wave)
      if (ofWave) ofWave.push({ unit, cut, people: Number(count) })
      else invited.set(wave, [{ unit, cut, people: Number(count) }])
    }
  })
  return invited
}
