import { GroupTally } from '@chorus/anonymity/group-tally'
import type { Instrument, Item, Scale } from '@chorus/contracts/instrument'
import type { Policy } from '@chorus/contracts/policy'
import type { Fault } from '@chorus/contracts/problems'
import { columnsOf, cutColumn, isCutColumn } from '../csv/columns.ts'
import { type RowReader, readCsv, type Source } from '../csv/csv-reader.ts'
import type { FaultList } from '../csv/fault-list.ts'
import type { UnitRow } from '../csv/read-units.ts'
import { answerReader } from './answer-reader.ts'
import { looksLikeEmail, looksLikePersonColumn } from './person-column.ts'

/** The counted answers of each wave, in the order in which the waves first appear. */
export type CountedWaves = {
  readonly scales: readonly Scale[]
  readonly waves: ReadonlyMap<string, GroupTally>
}

/** More waves than this are a column of something else, for example of times. */
const mostWaves = 1000

/**
 * Reads responses.csv into one tally per wave, by unit and by the cuts of the policy; no row is kept. A scale is in the file with all its items or with none
 * of them. Rows with a fault are not counted. Messages never repeat an answer.
 */
export async function readResponses(
  source: Source,
  file: string,
  known: {
    readonly instrument: Instrument
    readonly units: readonly UnitRow[]
    readonly policy: Pick<Policy, 'cuts'>
    /** Names of waves that may stand in the file; any, where left out. */
    readonly waves?: readonly string[]
  },
  faults: FaultList,
): Promise<CountedWaves> {
  const { instrument, units } = known
  const { cuts } = known.policy
  const mayStand = known.waves && new Set(known.waves)
  const unitIds = units.map((unit) => unit.id)
  const waves = new Map<string, GroupTally>()
  let scales: readonly Scale[] = []

  await readCsv(source, file, faults, (header, delimiter) => {
    const asked = scalesInFile(header, instrument)
    const columns = columnsOf(
      header,
      file,
      {
        required: [
          'wave',
          'unit_id',
          ...cuts.map(cutColumn),
          ...asked.flatMap((scale) => scale.items.map((item) => item.id)),
        ],
        alsoAllowed: (name) => isCutColumn(name) || looksLikePersonColumn(name),
      },
      faults,
    )
    if (refusePersonColumns(header, file, faults) || !columns) return null
    if (asked.length === 0) {
      faults.add({
        file,
        line: 1,
        column: null,
        code: 'no-item-column',
        message: 'there is no column for any item',
      })
      return null
    }
    scales = asked
    return rowReader(columns, delimiter !== ',')
  })
  return { scales, waves }

  function rowReader(columns: ReadonlyMap<string, number>, decimalComma: boolean): RowReader {
    const waveColumn = columns.get('wave') ?? 0
    const unitColumn = columns.get('unit_id') ?? 0
    const allCuts = [...columns].filter(([name]) => isCutColumn(name)).map(([, column]) => column)
    const cutColumns = cuts.map((name) => columns.get(cutColumn(name)) ?? 0)
    const items = scales.flatMap((scale) => scale.items)
    const itemColumns = Int32Array.from(items, (item) => columns.get(item.id) ?? 0)
    const readers = items.map((item) => answerReader(item, decimalComma))
    const answers = new Float64Array(items.length)
    let waveId = ''
    let tally: GroupTally | undefined

    const fault = (line: () => number, column: number, ...what: FaultWords) =>
      faults.add({ file, line: line(), column: column + 1, ...worded(what) })

    return (fields, line) => {
      const faultsBefore = faults.inAll
      const wave = fields[waveColumn] ?? ''
      if (wave !== waveId || !tally) {
        tally = tallyOf(wave.trim(), (...what) => fault(line, waveColumn, ...what))
        waveId = wave
      }
      const unitId = fields[unitColumn] ?? ''
      const unit = tally?.unitNumber(unitId) ?? tally?.unitNumber(unitId.trim())
      if (unit === undefined && tally) fault(line, unitColumn, ...unitFault(unitId))
      for (const column of allCuts)
        if (looksLikeEmail(fields[column] ?? ''))
          fault(
            line,
            column,
            'email-value',
            'an e-mail address does not belong in a file of anonymous answers',
          )
      for (let i = 0; i < answers.length; i++) {
        const column = itemColumns[i] ?? 0
        const text = fields[column] ?? ''
        const answer = text === '' ? Number.NaN : (readers[i]?.(text) ?? Number.NaN)
        answers[i] = answer
        if (answer === Number.POSITIVE_INFINITY) fault(line, column, ...answerFault(items[i], text))
      }
      if (faults.inAll === faultsBefore && tally && unit !== undefined)
        tally.add(
          unit,
          answers,
          cutColumns.map((column) => (fields[column] ?? '').trim()),
        )
    }
  }

  function tallyOf(wave: string, fault: (...what: FaultWords) => void): GroupTally | undefined {
    const there = waves.get(wave)
    if (there) return there
    if (wave === '') fault('missing-value', 'the row names no wave', { name: 'wave' })
    else if (looksLikeEmail(wave)) fault('email-value', 'an e-mail address is no wave')
    else if (!/^[^\p{C}]{1,100}$/u.test(wave))
      fault('malformed-id', 'a wave has at most 100 printable characters', { most: 100 })
    else if (mayStand && !mayStand.has(wave)) fault('unknown-wave', 'this wave is not in the file of waves')
    else if (waves.size >= mostWaves)
      fault('too-many-waves', `there are more than ${mostWaves} waves; is this another column?`, {
        most: mostWaves,
      })
    else {
      const tally = new GroupTally(unitIds, scales, cuts)
      waves.set(wave, tally)
      return tally
    }
    return undefined
  }
}

/** The scales of which the header names at least one item; the others were not asked. */
function scalesInFile(header: readonly string[], instrument: Instrument): Scale[] {
  const names = new Set(header)
  return instrument.scales.filter((scale) => scale.items.some((item) => names.has(item.id)))
}

function refusePersonColumns(header: readonly string[], file: string, faults: FaultList): boolean {
  const refused = header.flatMap((name, index) => (looksLikePersonColumn(name) ? [index + 1] : []))
  for (const column of refused)
    faults.add({
      file,
      line: 1,
      column,
      code: 'person-column',
      message: 'this column is named like a person or an e-mail address; remove it from the file',
    })
  return refused.length > 0
}

type FaultWords = [code: string, message: string, values?: NonNullable<Fault['values']>]

function worded([code, message, values = {}]: FaultWords): Pick<Fault, 'code' | 'message' | 'values'> {
  return { code, message, values }
}

function unitFault(unitId: string): FaultWords {
  if (unitId.trim() === '') return ['missing-value', 'the row names no unit_id', { name: 'unit_id' }]
  if (looksLikeEmail(unitId)) return ['email-value', 'an e-mail address is no unit_id']
  return ['unknown-unit', 'this unit_id is not in the file of units', { unit: unitId.trim() }]
}

function answerFault(item: Item | undefined, text: string): FaultWords {
  if (looksLikeEmail(text))
    return ['email-value', 'an e-mail address does not belong in a file of anonymous answers']
  return [
    'answer-out-of-range',
    `an answer to "${item?.id}" is a number from ${item?.min} to ${item?.max}, or empty`,
    { item: item?.id ?? '', min: item?.min ?? '', max: item?.max ?? '' },
  ]
}
