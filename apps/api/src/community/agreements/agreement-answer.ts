import { type Agreement, agreement } from '@chorus/contracts/agreements'
import type { Office } from '@chorus/db/database'
import {
  findVersion,
  listSignatures,
  listUnitsWithAgreement,
  listVersions,
} from '@chorus/db/stores/agreements'
import { findHiddenAmong } from '@chorus/db/stores/hidden-targets'
import { redactedAmong } from '@chorus/db/stores/redactions'
import { type NamedUnit, unitChain } from '@chorus/db/stores/unit-chain'
import { countUnitPeople } from '@chorus/db/stores/unit-people'
import { z } from 'zod'
import type { SignedIn } from '../../http/permission.ts'
import { ProblemError } from '../../http/problem.ts'
import { reachOf } from '../reach.ts'
import { type TeamRights, teamRightsOf } from '../team-rights.ts'
import { describeVersion } from './describe-version.ts'

/**
 * A unit whose agreement somebody reads, and what the reader does there.
 * @param id of the unit, or of a version of its agreement: whoever was told of a version comes here by that
 * @throws ProblemError unknown-unit, also for one that is there and not for this reader
 */
export async function unitWithRights(
  office: Office,
  reader: SignedIn,
  id: string,
): Promise<{ unit: NamedUnit; rights: TeamRights }> {
  const [unit, reach, rights] = await Promise.all([
    unitMeant(office, reader.organisation, id),
    reachOf(office, reader),
    teamRightsOf(office, reader),
  ])
  if (!unit || !reach.reads(unit.id)) throw new ProblemError('unknown-unit')
  return { unit, rights }
}

/** What a unit agreed on, as a reader sees it: who has signed only for who belongs to it, and hidden texts only for who proposed them. */
export async function agreementAnswer(office: Office, reader: SignedIn, id: string): Promise<Agreement> {
  const { organisation, person } = reader
  const { unit, rights } = await unitWithRights(office, reader, id)
  const versions = await listVersions(office, organisation, unit.id)
  const ids = versions.map((version) => version.id)
  const ofKind = { organisation, kind: 'agreement' } as const
  const current = versions.find(({ state }) => state === 'in force')
  const [, ...chain] = await unitChain(office, organisation, unit.id)
  const [signatures, people, hidden, redacted, withAgreement] = await Promise.all([
    current ? listSignatures(office, organisation, current.id) : [],
    countUnitPeople(office, organisation, unit.id),
    findHiddenAmong(office, ofKind, ids),
    redactedAmong(office, ofKind, ids),
    listUnitsWithAgreement(
      office,
      organisation,
      chain.map((above) => above.id),
      person.id,
    ),
  ])
  const belongs = rights.belongs(unit.id)
  const described = versions.map((version) =>
    describeVersion(version, person.id, {
      hidden: hidden.get(version.id),
      redacted: redacted.has(version.id),
    }),
  )
  return agreement.parse({
    unit,
    belongs,
    leads: rights.leads(unit.id),
    current: described.find(({ state }) => state === 'in force') ?? null,
    above: chain.find((above) => withAgreement.has(above.id)) ?? null,
    signed: {
      mine: signatures.some((one) => one.person === person.id),
      count: signatures.length,
      people,
      names: belongs ? signatures.map(({ name }) => name) : null,
    },
    proposals: described.filter(({ state }) => state === 'proposed'),
    earlier: described.filter(({ state }) => state === 'replaced'),
  })
}

async function unitMeant(office: Office, organisation: string, id: string): Promise<NamedUnit | undefined> {
  const [unit] = await unitChain(office, organisation, id)
  if (unit || !z.uuid().safeParse(id).success) return unit
  const version = await findVersion(office, { organisation, id })
  return version?.unit ? (await unitChain(office, organisation, version.unit))[0] : undefined
}
