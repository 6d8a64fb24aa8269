import type { Office, Reporter } from '@chorus/db/database'
import type { ReleaseHeader } from '@chorus/db/stores/releases'
import { ownReportedUnit } from '../../access/own-reported-unit.ts'
import {
  actorOf,
  inStead,
  type KnownPerson,
  type Reader,
  rolesOf,
  unitsByRight,
} from '../../http/permission.ts'
import { ProblemError } from '../../http/problem.ts'
import { releasesReader } from './releases-reader.ts'
import { reportableUnits, type UnitInTree } from './reportable-units.ts'

/** The releases of the programme that published last, oldest first. @throws ProblemError no-release-yet, not-allowed for an auditor */
export async function newestProgramme(reporter: Reporter, reader: KnownPerson): Promise<ReleaseHeader[]> {
  if (readsNoResults(reader)) throw new ProblemError('not-allowed')
  const headers = ofNewestProgramme(await releasesReader(reporter)(reader.organisation))
  if (headers.length === 0) throw new ProblemError('no-release-yet')
  return headers
}

/** @param all releases, oldest first */
export function ofNewestProgramme(all: readonly ReleaseHeader[]): ReleaseHeader[] {
  const newest = all.at(-1)?.programme
  return all.filter(({ programme }) => programme === newest)
}

/** What a reader may open of the newest release, and by which right. */
export type Readable = {
  /** The unit that reports the reader's own one; null while no wave has it. */
  readonly own: string | null
  /** With the own unit. */
  readonly units: readonly UnitInTree[]
  /** By leading, by being HR, or in somebody's stead: what is noted in the trail, and where comments may be read. */
  readonly byRole: readonly UnitInTree[]
}

/** An auditor watches over the rules and sees no results, also none of the own unit. */
export function readsNoResults({ person, leads }: KnownPerson): boolean {
  return person.role === 'auditor' && leads.length === 0
}

export async function readableUnits(
  office: Office,
  reader: KnownPerson,
  newest: ReleaseHeader,
): Promise<Readable> {
  const own = await ownReportedUnit(office, reader, newest)
  return { own, units: visibleTo(reader, newest, own), byRole: visibleTo(reader, newest, null) }
}

function visibleTo(reader: KnownPerson, newest: ReleaseHeader, own: string | null): UnitInTree[] {
  return reportableUnits(newest.units, {
    seesAll: rolesOf(reader).includes('hr'),
    leads: unitsByRight(reader),
    own,
  })
}

/** How the audit trail names who reads units: "Ada Lovelace, standing in for Grace Hopper", where the own rights do not reach all of them. */
export function actorReading(
  reader: Reader,
  newest: ReleaseHeader,
  read: readonly Pick<UnitInTree, 'id'>[],
): string {
  const own = new Set(visibleTo({ ...reader, standsIn: [] }, newest, null).map(({ id }) => id))
  const lent = new Set(read.map(({ id }) => id).filter((id) => !own.has(id)))
  const givers = reader.standsIn.filter(({ unit }) =>
    reportableUnits(newest.units, { seesAll: false, leads: [unit.id], own: null }).some(({ id }) =>
      lent.has(id),
    ),
  )
  return inStead(
    actorOf(reader),
    givers.map(({ giver }) => giver),
  )
}
