import { basename } from 'node:path'
import { listUnits } from '@chorus/db/stores/organisations'
import { FaultList, type Faults, faultLine } from '../csv/fault-list.ts'
import { describeHistory } from '../history/describe-history.ts'
import { prepareHistory } from '../history/prepare-history.ts'
import { writeHistory } from '../history/write-history.ts'
import { checkInputs, inputName, openInput } from '../summarize/inputs.ts'
import { chosenProgramme } from './chosen-programme.ts'
import { CommandRefused } from './command-refused.ts'
import { progressLine, say } from './output.ts'
import { valueOrRefusal } from './value-or-refusal.ts'
import { withOrganisation } from './with-organisation.ts'

type Options = {
  organisation?: string
  programme?: string
  waves: string
  units: string
  responses: string
  invited?: string
  stayed?: string
  instrument?: string
  dryRun?: boolean
  json?: boolean
}

export async function importHistory(options: Options): Promise<void> {
  const { waves, units, responses, invited, stayed, instrument } = options
  const unreadable = new FaultList()
  const paths = [waves, units, responses, invited, stayed, instrument].filter((path) => path !== undefined)
  await checkInputs(paths, unreadable)
  if (unreadable.inAll > 0) throw refusedFor(unreadable)
  const fileAt = (path: string) => ({
    name: inputName(basename(path)),
    open: () => openInput(path, process.stdin),
  })
  const optional = (path: string | undefined) => (path === undefined ? undefined : fileAt(path))
  const files = {
    waves: fileAt(waves),
    units: fileAt(units),
    responses: fileAt(responses),
    invited: optional(invited),
    stayed: optional(stayed),
    instrument: optional(instrument),
  }
  await withOrganisation(options.organisation, async ({ database }, organisation) => {
    const { office } = database
    const programme = await chosenProgramme(office, organisation.id, options.programme)
    const progress = progressLine('Publishing earlier waves')
    const now = new Date()
    const onWave = (done: number, of: number) => progress.show(`${done} of ${of}`)
    const prepared = await prepareHistory(database, programme, files, { now, onWave })
    progress.end()
    if (!prepared.ok && prepared.error.code === 'files-have-faults') throw refusedFor(prepared.error.faults)
    const history = valueOrRefusal(prepared)
    if (options.dryRun !== true)
      valueOrRefusal(await writeHistory(database, programme, history, { actor: 'command line', at: now }))
    const told = describeHistory(history, programme, await listUnits(office, organisation.id))
    const lines = [
      ...told.waves.map(
        (wave) =>
          `"${wave.label}", closed ${wave.closed}: ${wave.shown} units shown, ${wave.protected} protected`,
      ),
      `${told.units.today} of ${told.units.inFile} units are units of today`,
      ...told.scales.map((scale) => `Scale ${scale.id}: ${trendWords[scale.trend]}`),
      options.dryRun === true ? 'Nothing was written.' : `Imported into "${programme.name}".`,
    ]
    say(options.json ?? false, told, lines.join('\n'))
  })
}

const trendWords = {
  continues: 'the trend continues',
  'questions changed': 'the questions were changed, so the trend starts anew',
  'not asked': 'this programme does not ask it',
}

function refusedFor({ faults, inAll }: Faults): CommandRefused {
  const more = inAll > faults.length ? [`... and ${inAll - faults.length} more`] : []
  return new CommandRefused([...faults.map(faultLine), ...more, 'Nothing was written.'].join('\n'), 2)
}
