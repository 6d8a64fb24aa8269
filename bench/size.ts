import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { SizeMeasured } from './size-child.ts'

const child = fileURLToPath(new URL('./size-child.ts', import.meta.url))

/** What publishing 100,000 units may take after counting: seconds without audit, and memory at the peak, counting included. */
const limits = { seconds: 10, megabytes: 1024 }

/**
 * Publishing an organisation of 1,000, 10,000 and 100,000 units with 30 items and seven answers in each, after the answers were
 * counted: figures alone, with the audit, and a second wave with its audit, in which thousands of figures are repaired. Each in a
 * process of its own. Prints time, processor time, peak memory and their ratio to the limits.
 */
export async function benchSize(): Promise<void> {
  console.log('units    task         time    cpu     peak      of 10 s  of 1 GiB  repairs')
  for (const task of ['figures', 'audited', 'second wave'])
    for (const units of [1_000, 10_000, 100_000]) {
      const { seconds, processorSeconds, megabytes, coarser, hidden } = await measure(units, task)
      console.log(
        [
          String(units).padEnd(8),
          task.padEnd(12),
          `${seconds.toFixed(1)} s`.padEnd(7),
          `${processorSeconds.toFixed(1)} s`.padEnd(7),
          `${megabytes} MB`.padEnd(9),
          (seconds / limits.seconds).toFixed(2).padEnd(8),
          (megabytes / limits.megabytes).toFixed(2).padEnd(9),
          `${coarser} coarser, ${hidden} hidden`,
        ].join(' '),
      )
    }
}

async function measure(units: number, task: string): Promise<SizeMeasured> {
  const run = spawn(process.execPath, ['--import', 'tsx', child, String(units), task], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  let measured: SizeMeasured | null = null
  run.on('message', (told: SizeMeasured) => {
    measured = told
  })
  const [code] = await once(run, 'close')
  if (code !== 0 || measured === null) throw new Error(`${units} units, ${task}: ended with ${code}`)
  return measured
}
