import { err, ok, type Result } from '@chorus/basics/result'
import { type Instrument, instrument as instrumentShape } from '@chorus/contracts/instrument'
import type { Policy } from '@chorus/contracts/policy'
import { FaultList, type Faults } from '../csv/fault-list.ts'
import { readUnits, type UnitRow } from '../csv/read-units.ts'
import type { InputFile } from '../summarize/inputs.ts'
import { type AnswerFiles, type Answers, readAnswers } from '../summarize/read-answers.ts'
import { readJson } from '../summarize/read-json.ts'
import { type HistoryWave, readHistoryWaves } from './read-history-waves.ts'

export type HistoryFiles = AnswerFiles & {
  readonly waves: InputFile
  readonly units: InputFile
  /** Left out where the waves asked what the programme asks. */
  readonly instrument?: InputFile | undefined
}

export type History = Answers & {
  readonly waves: readonly HistoryWave[]
  readonly units: readonly UnitRow[]
  readonly instrument: Instrument
}

/**
 * Reads all files of an import, with the readers of `chorus summarize`. Every fault is found, not only the first; rows of answers become
 * counts while they are read, and none is kept.
 */
export async function readHistory(
  files: HistoryFiles,
  known: Parameters<typeof readHistoryWaves>[2] & {
    readonly instrument: Instrument
    readonly policy: Policy
  },
): Promise<Result<History, Faults>> {
  const faults = new FaultList()
  const waves = await readHistoryWaves(files.waves.open(), files.waves.name, known, faults)
  const units = await readUnits(files.units.open(), files.units.name)
  if (!units.ok) faults.addAll(units.error)
  const instrument = files.instrument
    ? await readJson(files.instrument.open(), files.instrument.name, instrumentShape, faults)
    : known.instrument
  if (faults.inAll > 0 || !units.ok || !instrument) return err(faults)
  const names = waves.map(({ name }) => name)
  const about = { instrument, units: units.value, policy: known.policy, waves: names }
  const answers = await readAnswers(files, about, faults)
  if (!answers) return err(faults)
  for (const { name, line } of waves)
    if (!answers.counted.waves.has(name))
      faults.add({
        file: files.waves.name,
        line,
        column: null,
        code: 'wave-without-answers',
        message: 'no row of the answers is of this wave',
        values: {},
      })
  if (waves.length === 0)
    faults.add({
      file: files.waves.name,
      line: null,
      column: null,
      code: 'no-waves',
      message: 'no wave is listed',
    })
  return faults.inAll > 0 ? err(faults) : ok({ waves, units: units.value, instrument, ...answers })
}
