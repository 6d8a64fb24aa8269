import { type SnapshotWave, snapshotJson } from '@chorus/anonymity/snapshot'
import { instrument as instrumentShape } from '@chorus/contracts/instrument'
import { policyInput } from '@chorus/contracts/policy'
import type { Release } from '@chorus/contracts/publish'
import type { Source } from '../csv/csv-reader.ts'
import { FaultList, faultLine } from '../csv/fault-list.ts'
import { readUnits } from '../csv/read-units.ts'
import { checkInputs, type InputFile, inputName, inputSize, openInput } from './inputs.ts'
import { type Output, writeOutputs } from './outputs.ts'
import { Progress, type ProgressStream } from './progress.ts'
import { type Inputs, publishWaves } from './publish-waves.ts'
import { readAnswers } from './read-answers.ts'
import { readJson } from './read-json.ts'
import { releaseJson } from './release-json.ts'
import { reportPage } from './report-page.ts'
import { summaryCsv } from './summary-csv.ts'

/** Paths; "-" is standard input or output. */
export type SummarizeOptions = {
  readonly instrument: string
  readonly units: string
  readonly responses: string
  readonly invited?: string | undefined
  readonly stayed?: string | undefined
  readonly policy?: string | undefined
  readonly release?: string | undefined
  readonly csv?: string | undefined
  readonly audit?: string | undefined
  readonly report?: string | undefined
}

/** What a process has; tests give their own. */
export type Io = {
  readonly stdin: Source
  readonly stdout: NodeJS.WritableStream
  readonly stderr: ProgressStream
}

const exitCodes = { done: 0, unusableInput: 2, releaseRefused: 3 } as const

/**
 * Plain files in, a safe release out: the publishing stage without a server. Nothing is written unless every input is
 * sound and the auditor lets the release pass.
 * @param publish tests hand in one that refuses
 * @returns the exit code of the command
 */
export async function runSummarize(
  options: SummarizeOptions,
  io: Io,
  publish: typeof publishWaves = publishWaves,
): Promise<number> {
  const faults = new FaultList()
  const inputs = await readInputs(options, io, faults)
  if (!inputs) return unusable(faults, io)

  const published = publish(inputs)
  if (!published.ok) {
    io.stderr.write(
      `The auditor refused the release: ${published.error.findings.length} findings. Nothing was written.\n`,
    )
    return exitCodes.releaseRefused
  }
  try {
    await writeOutputs(outputsOf(options, published.value), io.stdout)
  } catch (error) {
    if (!isFileError(error)) throw error
    io.stderr.write(`The output could not be written (${error.code}). Nothing was written.\n`)
    return exitCodes.unusableInput
  }
  return exitCodes.done
}

/** Small files first: without them a row of the large one cannot be judged. Null as soon as there are faults. */
async function readInputs(options: SummarizeOptions, io: Io, faults: FaultList): Promise<Inputs | null> {
  const { invited, stayed } = options
  const paths = [options.instrument, options.units, options.responses, invited, stayed, options.policy]
  checkOutputs(options, faults)
  await checkInputs(
    paths.filter((path) => path !== undefined),
    faults,
  )
  if (faults.inAll > 0) return null
  const open = (path: string) => openInput(path, io.stdin)

  const instrument = await readJson(
    open(options.instrument),
    inputName(options.instrument),
    instrumentShape,
    faults,
  )
  const policy =
    options.policy === undefined
      ? policyInput.parse({})
      : await readJson(open(options.policy), inputName(options.policy), policyInput, faults)
  const units = await readUnits(open(options.units), inputName(options.units))
  if (!units.ok) faults.addAll(units.error)
  if (!instrument || !policy || !units.ok) return null

  const progress = new Progress(io.stderr, await inputSize(options.responses))
  const fileAt = (path: string, onBytes?: (count: number) => void): InputFile => ({
    name: inputName(path),
    open: () => openInput(path, io.stdin, onBytes),
  })
  const files = {
    responses: fileAt(options.responses, progress.add),
    invited: invited === undefined ? undefined : fileAt(invited),
    stayed: stayed === undefined ? undefined : fileAt(stayed),
  }
  const answers = await readAnswers(files, { instrument, units: units.value, policy }, faults)
  progress.end()
  return answers && { instrument, units: units.value, policy, ...answers }
}

function outputsOf(options: SummarizeOptions, release: Release): Output[] {
  const outputs: [path: string | undefined, content: Output['content']][] = [
    [options.release, () => releaseJson(release)],
    [options.csv, () => summaryCsv([release])],
    [options.audit, () => snapshotJson(release, framedWaves(release))],
    [options.report, () => reportPage(release)],
  ]
  return outputs.flatMap(([path, content]) => (path === undefined ? [] : [{ path, content }]))
}

/** Here all waves have the same questionnaire, tree and policy. */
function framedWaves(release: Release): SnapshotWave[] {
  const { instrument, policy, units } = release
  return release.waves.map((wave) => ({ id: wave.id, instrument, policy, units, read: () => wave }))
}

function checkOutputs({ release, csv, audit, report }: SummarizeOptions, faults: FaultList): void {
  const paths = [release, csv, audit, report].filter((path) => path !== undefined)
  const fault = (code: string, message: string) =>
    faults.add({ file: 'command line', line: null, column: null, code, message })
  if (paths.length === 0)
    fault('no-output', 'say what to write: --release, --csv, --audit or --report ("-" is standard output)')
  if (new Set(paths).size < paths.length) fault('same-output', 'every output needs a place of its own')
}

function unusable(faults: FaultList, io: Io): number {
  for (const fault of faults.faults) io.stderr.write(`${faultLine(fault)}\n`)
  const more = faults.inAll - faults.faults.length
  if (more > 0) io.stderr.write(`... and ${more} more (${faults.inAll} faults in all)\n`)
  io.stderr.write('Nothing was written.\n')
  return exitCodes.unusableInput
}

function isFileError(error: unknown): error is NodeJS.ErrnoException & { code: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
}
