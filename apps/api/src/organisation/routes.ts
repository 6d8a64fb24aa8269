import { organisationTree } from '@chorus/contracts/organisation'
import { countPeopleByUnit, listUnits } from '@chorus/db/stores/organisations'
import { signedInPerson } from '../http/permission.ts'
import type { App } from '../http/zod-app.ts'
import type { Parts } from '../parts.ts'
import { importRoutes } from './import-routes.ts'

/** People and units; knows names, never answers. */
export function organisationRoutes(app: App, parts: Parts): void {
  const { office } = parts.database
  importRoutes(app, parts)

  app.get(
    '/api/organisation',
    {
      config: { permission: ['hr', 'administrator'] },
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
}
