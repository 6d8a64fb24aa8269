import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { defaultInstrument } from '../packages/instruments/src/default-instrument.ts'
import { scalesOfWave } from '../packages/instruments/src/rotation.ts'
import { smallGenerator } from './small-generator.ts'

const responses = 1_000_000
const child = fileURLToPath(new URL('./summarize-child.ts', import.meta.url))

/**
 * A million responses of the default instrument's first wave in some 2,000 units, summarised by a process of its own, beside
 * a plain reading of the same file through the same CSV reader. Prints seconds, peak memory and the ratio.
 */
export async function benchSummarize(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'chorus-bench-'))
  try {
    const units = makeUnits()
    await writeFile(join(folder, 'instrument.json'), JSON.stringify(defaultInstrument))
    await writeFile(
      join(folder, 'units.csv'),
      ['unit_id,parent_id,name', ...units.map((unit) => `${unit.id},${unit.parent},${unit.id}`)].join('\n'),
    )
    const file = join(folder, 'responses.csv')
    await pipeline(Readable.from(makeRows(units.map((unit) => unit.id))), createWriteStream(file))
    console.log(
      `${responses} responses, ${units.length} units, ${Math.round((await stat(file)).size / 1e6)} MB`,
    )
    const read = await measure('read', folder)
    const summarize = await measure('summarize', folder)
    console.log(`plain read  ${read.seconds.toFixed(1)} s, peak ${read.megabytes} MB`)
    console.log(`summarize   ${summarize.seconds.toFixed(1)} s, peak ${summarize.megabytes} MB`)
    console.log(`ratio       ${(summarize.seconds / read.seconds).toFixed(2)}`)
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** 1 + 10 + 100 + about 1,900 units: whole, divisions, departments, teams. */
function makeUnits(): { id: string; parent: string }[] {
  const level = (name: string, count: number, parent: (i: number) => string) =>
    Array.from({ length: count }, (_, i) => ({ id: `${name}-${i}`, parent: parent(i) }))
  return [
    { id: 'whole', parent: '' },
    ...level('division', 10, () => 'whole'),
    ...level('department', 100, (i) => `division-${i % 10}`),
    ...level('team', 1889, (i) => `department-${i % 100}`),
  ]
}

async function* makeRows(units: readonly string[]): AsyncGenerator<string> {
  const items = scalesOfWave(defaultInstrument, 0).flatMap((scale) => scale.items.map((item) => item.id))
  yield `wave,unit_id,${items.join(',')}\n`
  const random = smallGenerator(20_261_121)
  let piece = ''
  for (let i = 0; i < responses; i++) {
    const unit = units[random() % units.length]
    const answers = items.map(() => (random() % 50 === 0 ? '' : 1 + ((random() % 4) + (random() % 4))))
    piece += `2026-11-02,${unit},${answers.join(',')}\n`
    if (piece.length < 262_144) continue
    yield piece
    piece = ''
  }
  yield piece
}

async function measure(task: string, folder: string): Promise<{ seconds: number; megabytes: number }> {
  const started = performance.now()
  const run = spawn(process.execPath, ['--import', 'tsx', child, task, folder], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  let megabytes = 0
  run.on('message', (peak) => {
    megabytes = Math.round(Number(peak) / 1024)
  })
  const [code] = await once(run, 'close')
  if (code !== 0) throw new Error(`${task} ended with ${code}`)
  return { seconds: (performance.now() - started) / 1000, megabytes }
}
