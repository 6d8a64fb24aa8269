import type { PublishInput } from '@chorus/anonymity/publish-input'
import type { Fault } from '@chorus/contracts/problems'
import { columnsOf, cutColumn } from '../csv/columns.ts'
import { readCsv, type Source } from '../csv/csv-reader.ts'
import type { FaultList } from '../csv/fault-list.ts'

/** By wave what publishing it is told of earlier ones. */
export type Stayed = ReadonlyMap<string, NonNullable<PublishInput['stayed']>>

type StayedGroups = NonNullable<ReturnType<NonNullable<PublishInput['stayed']>['get']>>

/**
 * Reads stayed.csv: how many of the people who answered in `wave` and `unit_id` had answered the earlier wave `since`, in
 * `since_unit_id`. With cuts in the policy each has two columns: "cut:<name>" now, "since_cut:<name>" then.
 */
export async function readStayed(
  source: Source,
  file: string,
  known: { units: ReadonlySet<string>; waves: readonly string[]; cuts: readonly string[] },
  faults: FaultList,
): Promise<Stayed> {
  const stayed = new Map<string, Map<string, StayedGroups[number][]>>()
  const order = new Map(known.waves.map((wave, at) => [wave, at]))
  const seen = new Set<string>()

  await readCsv(source, file, faults, (header) => {
    const cutNames = known.cuts.flatMap((name) => [cutColumn(name), `since_${cutColumn(name)}`])
    const required = ['wave', 'unit_id', 'since', 'since_unit_id', 'people', ...cutNames]
    const columns = columnsOf(header, file, { required }, faults)
    if (!columns) return null

    return (fields, line) => {
      const get = (name: string) => (fields[columns.get(name) ?? -1] ?? '').trim()
      const fault = (name: string, code: string, message: string, values: Fault['values'] = {}) =>
        faults.add({ file, line: line(), column: (columns.get(name) ?? 0) + 1, code, message, values })
      const [wave, since, count] = [get('wave'), get('since'), get('people')]
      for (const [name, value] of [
        ['wave', wave],
        ['since', since],
      ] as const)
        if (!order.has(value)) return fault(name, 'unknown-wave', 'no response is of this wave')
      if ((order.get(since) ?? 0) >= (order.get(wave) ?? 0))
        return fault('since', 'not-earlier', 'this wave is not earlier than the one in the column "wave"')
      for (const name of ['unit_id', 'since_unit_id'])
        if (!known.units.has(get(name)))
          return fault(name, 'unknown-unit', 'this unit_id is not in the file of units', { unit: get(name) })
      if (!/^\d{1,9}$/.test(count))
        return fault('people', 'malformed-number', 'the number of people who stayed is a whole number')
      const key = required
        .filter((name) => name !== 'people')
        .map(get)
        .join('\u0000')
      if (seen.has(key)) return fault('unit_id', 'duplicate-row', 'these waves and units have a row already')
      seen.add(key)
      const cutOf = (prefix: string) =>
        Object.fromEntries(
          known.cuts.flatMap((name) => {
            const category = get(prefix + cutColumn(name))
            return category === '' ? [] : [[name, category]]
          }),
        )
      const ofWave = stayed.get(wave) ?? new Map<string, StayedGroups[number][]>()
      stayed.set(wave, ofWave)
      const groups = ofWave.get(since) ?? []
      ofWave.set(since, groups)
      groups.push({
        before: { unit: get('since_unit_id'), cut: cutOf('since_') },
        now: { unit: get('unit_id'), cut: cutOf('') },
        people: Number(count),
      })
    }
  })
  return stayed
}
