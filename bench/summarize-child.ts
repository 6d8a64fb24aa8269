import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { readCsv } from '../apps/api/src/csv/csv-reader.ts'
import { FaultList } from '../apps/api/src/csv/fault-list.ts'
import { runSummarize } from '../apps/api/src/summarize/run-summarize.ts'

/** One task in a process of its own; tells its peak memory (resident, in kilobytes) to whoever started it. */
const [task, folder = ''] = process.argv.slice(2)
const inFolder = (name: string) => join(folder, name)

if (task === 'read') {
  let rows = 0
  const source = createReadStream(inFolder('responses.csv'))
  await readCsv(source, 'responses.csv', new FaultList(), () => () => rows++)
} else {
  process.exitCode = await runSummarize(
    {
      instrument: inFolder('instrument.json'),
      units: inFolder('units.csv'),
      responses: inFolder('responses.csv'),
      csv: inFolder('summary.csv'),
      release: inFolder('release.json'),
      audit: inFolder('snapshot.json'),
      report: inFolder('report.html'),
    },
    process,
  )
}
process.send?.(process.resourceUsage().maxRSS)
