import type { ExperimentOutcome } from '@chorus/contracts/experiments'
import type { Office, Reporter } from '@chorus/db/database'
import { listCells } from '@chorus/db/stores/releases'
import { unitChangesOf, unitPast } from '../../access/unit-past.ts'
import type { SignedIn } from '../../http/permission.ts'
import { unitsUpFrom } from './around-unit.ts'
import { experimentOutcome, type Question } from './experiment-outcome.ts'
import { actorReading, ofNewestProgramme, readableUnits, readsNoResults } from './readable-waves.ts'
import { releasesReader } from './releases-reader.ts'
import { reportReader } from './report-reader.ts'

type Asked = Question & { readonly unit: string | null; readonly programme: string }

/**
 * Reads what came of an experiment, for one reader: with the very report of the unit that the reader may open.
 * @returns `notedAs`: who reads, in the words of the trail, where somebody reads by a role
 */
export function experimentReader(office: Office, reporter: Reporter) {
  const readReport = reportReader(reporter)
  return async (
    reader: SignedIn,
    { unit, programme, ...question }: Asked,
  ): Promise<{ outcome: ExperimentOutcome; notedAs: string | null }> => {
    const closed: ExperimentOutcome = { status: 'cannot tell', why: 'not open to you' }
    const headers = ofNewestProgramme(await releasesReader(reporter)(reader.organisation))
    const newest = headers.at(-1)
    // A report shows the newest programme: of another one, nothing is shown any more.
    if (readsNoResults(reader) || unit === null || !newest || newest.programme !== programme)
      return { outcome: closed, notedAs: null }
    const { units, byRole } = await readableUnits(office, reader, newest)
    const changes = await unitChangesOf(office, reader.organisation)
    const report = await readReport(headers, units, unit, changes)
    const { ids } = unitPast(unit, headers, changes)
    const unitIn = (wave: string) => ids[headers.findIndex((header) => header.wave === wave)] ?? unit
    const roots = headers.flatMap((header) => unitsUpFrom(header.units, unitIn(header.wave)).at(-1)?.id ?? [])
    const cells = await listCells(reporter, reader.organisation, [...new Set([unit, ...ids, ...roots])])
    const outcome = experimentOutcome(
      question,
      report,
      headers,
      unitIn,
      (wave, id) =>
        cells.find(
          (one) => one.wave === wave && one.cell.unit === id && Object.keys(one.cell.cut).length === 0,
        )?.cell,
    )
    const read = byRole.filter(({ id }) => id === unit)
    const isNoted = outcome.status === 'told' && read.length > 0
    return {
      outcome,
      notedAs: isNoted ? actorReading({ ...reader, token: null }, newest, read) : null,
    }
  }
}
