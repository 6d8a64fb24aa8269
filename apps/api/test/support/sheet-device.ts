import type { ManifestCohort, SendAnswer } from '@chorus/contracts/collect'
import type { PaperGroups, PrintedSheets } from '@chorus/contracts/paper'
import {
  ballotRequestOf,
  type Device,
  type FrozenWave,
  newDevice,
  type Reached,
  sendForReceipt,
  unblind,
} from './ballot-device.ts'

const paperUrl = ({ wave }: FrozenWave) => `/api/waves/${wave}/paper`

export async function listPaper(running: Reached, frozen: FrozenWave, hr: string): Promise<PaperGroups> {
  const answer = await running.app.inject({ url: paperUrl(frozen), headers: { cookie: hr } })
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json()
}

export function printSheets(running: Reached, frozen: FrozenWave, hr: string, cohort: string) {
  const url = `${paperUrl(frozen)}/${cohort}/sheets`
  return running.app.inject({ method: 'POST', url, headers: { cookie: hr } })
}

export function handOut(running: Reached, frozen: FrozenWave, hr: string, cohort: string, print: number) {
  const url = `${paperUrl(frozen)}/${cohort}/handed-out`
  return running.app.inject({ method: 'POST', url, headers: { cookie: hr }, payload: { print } })
}

/** Prints the sheets of a cohort, puts them into the bowl and hands back their codes. */
export async function sheetsInTheBowl(
  running: Reached,
  frozen: FrozenWave,
  hr: string,
  cohort: string,
): Promise<string[]> {
  const printed: PrintedSheets = (await printSheets(running, frozen, hr, cohort)).json()
  const answer = await handOut(running, frozen, hr, cohort, printed.print)
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return printed.codes
}

export function lookUp(running: Reached, { wave }: FrozenWave, code: string) {
  return running.app.inject({ method: 'POST', url: `/w/${wave}/sheet`, payload: { code } })
}

export function cohortCalled({ manifest }: FrozenWave, label: string): ManifestCohort {
  const found = manifest.cohorts.find((cohort) => cohort.label === label && cohort.dimension === 'unit')
  if (!found) throw new Error(`no cohort ${label}`)
  return found
}

/** A shared device at which somebody holds a sheet of this cohort: nobody is signed in. */
export function kioskFor(cohort: ManifestCohort): Device {
  return newDevice('', [cohort])
}

export function askWithSheet(running: Reached, frozen: FrozenWave, device: Device, code: string) {
  const { blinded } = ballotRequestOf(frozen, device)
  const url = `/w/${frozen.wave}/sheet-ballot`
  return running.app.inject({ method: 'POST', url, payload: { code, blinded } })
}

/** Answers with a sheet, and hands back the receipt; throws when any of it is refused. */
export async function answerWithSheet(
  running: Reached,
  frozen: FrozenWave,
  cohort: ManifestCohort,
  code: string,
): Promise<SendAnswer> {
  const device = kioskFor(cohort)
  const issued = await askWithSheet(running, frozen, device, code)
  if (issued.statusCode !== 200) throw new Error(issued.body)
  const ballot = unblind(frozen, device, { ...issued.json(), cuts: {} })
  if (!ballot.ok) throw new Error(ballot.error.code)
  const answers = Object.fromEntries(frozen.items.map((item) => [item, 4]))
  return sendForReceipt(
    running,
    frozen,
    { cohort: cohort.id, dimension: 'unit', ballot: ballot.value },
    answers,
  )
}
