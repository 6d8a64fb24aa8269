import type { Fault } from '@chorus/contracts/problems'
import { columnsOf } from '../csv/columns.ts'
import { readCsv, type Source } from '../csv/csv-reader.ts'
import type { FaultList } from '../csv/fault-list.ts'
import { isDate } from '../summarize/wave-order.ts'

/** A wave of another tool, as in the file. */
export type HistoryWave = {
  /** What the other files call it. */
  readonly name: string
  /** What people see. */
  readonly label: string
  /** ISO date. */
  readonly closed: string
  /** Where it stands in the file, from 1. */
  readonly line: number
}

const longestName = 100

/**
 * Reads waves.csv: `wave` (the name in the other files), `closed` (the day on which it closed), optional `label` (what people see; the name,
 * where it is empty).
 * @param known `labels` of waves that the programme has; `firstOpened`, the day on which its first own wave opened, or null; `today`: ISO dates
 * @returns oldest first
 */
export async function readHistoryWaves(
  source: Source,
  file: string,
  known: {
    readonly labels: ReadonlySet<string>
    readonly firstOpened: string | null
    readonly today: string
  },
  faults: FaultList,
): Promise<HistoryWave[]> {
  const waves: HistoryWave[] = []
  const seen = {
    wave: new Map<string, number>(),
    label: new Map<string, number>(),
    closed: new Map<string, number>(),
  }

  await readCsv(source, file, faults, (header) => {
    const columns = columnsOf(header, file, { required: ['wave', 'closed'], optional: ['label'] }, faults)
    if (!columns) return null

    return (fields, lineOf) => {
      const line = lineOf()
      const get = (name: string) => (fields[columns.get(name) ?? -1] ?? '').trim()
      const fault = (name: string, code: string, message: string, values: Fault['values'] = {}) =>
        faults.add({ file, line, column: (columns.get(name) ?? 0) + 1, code, message, values })
      const name = get('wave')
      const label = get('label') || name
      const closed = get('closed')
      if (name === '') return fault('wave', 'missing-value', 'the row names no wave', { name: 'wave' })
      for (const [column, text] of [
        ['wave', name],
        ['label', label],
      ] as const)
        if (!/^[^\p{C}]{1,100}$/u.test(text))
          return fault(column, 'malformed-id', `a wave has at most ${longestName} printable characters`, {
            most: longestName,
          })
      if (!isDate(closed))
        return fault(
          'closed',
          'malformed-date',
          'the day on which the wave closed is written like 2024-03-31',
        )
      for (const [column, text] of Object.entries({ wave: name, label, closed }) as [
        keyof typeof seen,
        string,
      ][]) {
        const first = seen[column].get(text)
        if (first !== undefined)
          return fault(column, 'duplicate-id', `the ${column} "${text}" is there twice`, {
            name: column,
            first,
          })
        seen[column].set(text, line)
      }
      if (known.labels.has(label))
        return fault('label', 'label-exists', `this programme has a wave "${label}" already`, { label })
      if (closed > known.today)
        return fault('closed', 'closed-in-future', 'a wave that is imported has closed: this day lies ahead')
      if (known.firstOpened !== null && closed >= known.firstOpened)
        return fault(
          'closed',
          'not-before-own-wave',
          `an imported wave closed before the first wave of this programme opened, on ${known.firstOpened}`,
          { day: known.firstOpened },
        )
      waves.push({ name, label, closed, line })
    }
  })
  return waves.sort((a, b) => (a.closed < b.closed ? -1 : 1))
}
