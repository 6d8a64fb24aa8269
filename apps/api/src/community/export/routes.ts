import { communityExport, exportQuery, keptUnits } from '@chorus/contracts/commons'
import { recordEvent } from '@chorus/db/stores/audit-trail'
import { type NamedUnit, unitChain } from '@chorus/db/stores/unit-chain'
import { namedUnits, unitReach } from '@chorus/db/stores/unit-reach'
import { rolesOf, type SignedIn, signedInPerson, unitsByRight } from '../../http/permission.ts'
import { ProblemError } from '../../http/problem.ts'
import type { App } from '../../http/zod-app.ts'
import type { Parts } from '../../parts.ts'
import { reachOf } from '../reach.ts'
import { exportUnits } from './export-units.ts'

/** Everything of a unit to take along: for who leads it, or works for it as HR. */
export function exportRoutes(app: App, parts: Parts): void {
  const { office } = parts.database

  app.get(
    '/api/community/export',
    {
      config: { permission: ['manager', 'stand-in', 'hr', 'part-hr'] },
      schema: {
        summary: 'All that a unit and those below it wrote in the learning loop',
        querystring: exportQuery,
        response: { 200: communityExport },
      },
    },
    async (request, reply) => {
      const reader = signedInPerson(request)
      const { organisation } = reader
      const unit = await chosenUnit(reader, request.query.unit)
      const items = await exportUnits(office, reader, await unitsOf(reader, unit))
      await recordEvent(office, organisation, {
        at: parts.now(),
        actor: reader.person.name,
        action: 'learning exported',
        subject: unit?.name ?? (keepsAll(reader) ? reader.organisationName : 'all units kept'),
      })
      return reply
        .header('content-disposition', 'attachment; filename="learning.json"')
        .send(communityExport.parse({ unit, items }))
    },
  )

  app.get(
    '/api/community/export/units',
    {
      config: { permission: ['manager', 'stand-in', 'hr', 'part-hr'] },
      schema: {
        summary: 'Units of which all that was written can be taken along',
        response: { 200: keptUnits },
      },
    },
    async (request) => {
      const reader = signedInPerson(request)
      const units = await namedUnits(office, reader.organisation, await unitsOf(reader, null))
      return keptUnits.parse({ units })
    },
  )

  async function chosenUnit(reader: SignedIn, id: string | undefined): Promise<NamedUnit | null> {
    if (id === undefined) return null
    const [unit] = await unitChain(office, reader.organisation, id)
    if (!unit || !(await reachOf(office, reader)).keeps(unit.id)) throw new ProblemError('unknown-unit')
    return unit
  }

  async function unitsOf(reader: SignedIn, unit: NamedUnit | null): Promise<string[] | null> {
    if (unit === null && keepsAll(reader)) return null
    const from = unit === null ? unitsByRight(reader) : [unit.id]
    return [...(await unitReach(office, reader.organisation, [], from)).below]
  }
}

function keepsAll(reader: SignedIn): boolean {
  return rolesOf(reader).includes('hr')
}
