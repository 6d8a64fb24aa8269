import { importAnswer, organisationTree } from '@chorus/contracts/organisation'
import { recordEvent } from '@chorus/db/stores/audit-trail'
import { countPeopleByUnit, listUnits } from '@chorus/db/stores/organisations'
import { signedInPerson } from '../http/permission.ts'
import { ProblemError } from '../http/problem.ts'
import type { App } from '../http/zod-app.ts'
import type { Parts } from '../parts.ts'
import { importOrganisation } from './import-organisation.ts'
import { readUpload } from './read-upload.ts'

/** People and units; knows names, never answers. */
export function organisationRoutes(app: App, parts: Parts): void {
  const { office } = parts.database

  app.get(
    '/api/organisation',
    {
      config: { permission: ['hr'] },
      schema: { summary: 'The unit tree', response: { 200: organisationTree } },
    },
    async (request) => {
      const { organisation, organisationName } = signedInPerson(request)
      const units = await listUnits(office, organisation)
      const people = await countPeopleByUnit(office, organisation)
      const depths = new Map<string, number>()
      return organisationTree.parse({
        name: organisationName,
        people: [...people.values()].reduce((sum, count) => sum + count, 0),
        units: units.map((unit) => {
          const depth = unit.parent === null ? 0 : (depths.get(unit.parent) ?? 0) + 1
          depths.set(unit.id, depth)
          return { ...unit, depth, people: people.get(unit.id) ?? 0 }
        }),
      })
    },
  )

  app.post(
    '/api/organisation/import',
    {
      config: { permission: ['hr'] },
      schema: {
        summary: 'Make the organisation what two CSV files say (multipart: units, people)',
        consumes: ['multipart/form-data'],
        response: { 200: importAnswer },
      },
    },
    async (request) => {
      const { organisation, person } = signedInPerson(request)
      const files = await readUpload(request)
      const imported = await importOrganisation(
        office,
        organisation,
        {
          units: [files.units],
          people: [files.people],
        },
        parts.now(),
      )
      if (!imported.ok) throw new ProblemError('files-have-faults', undefined, imported.error)
      await recordEvent(office, organisation, {
        at: parts.now(),
        actor: person.name,
        action: 'organisation imported',
        subject: `${imported.value.units} units, ${imported.value.people} people`,
      })
      return imported.value
    },
  )
}
