import { organisationTree } from '@chorus/contracts/organisation'
import { countPeopleByUnit, listUnits } from '@chorus/db/stores/organisations'
import { signedInPerson } from '../http/permission.ts'
import type { App } from '../http/zod-app.ts'
import type { Parts } from '../parts.ts'
import { erasingRoutes } from './erasing-routes.ts'
import { importRoutes } from './import-routes.ts'
import { partOfTree } from './part-of-tree.ts'
import { unitChangeRoutes } from './unit-change-routes.ts'

/** People and units; knows names, never answers. */
export function organisationRoutes(app: App, parts: Parts): void {
  const { office } = parts.database
  importRoutes(app, parts)
  unitChangeRoutes(app, parts)
  erasingRoutes(app, parts)

  app.get(
    '/api/organisation',
    {
      config: { permission: ['hr', 'part-hr', 'administrator'] },
      schema: { summary: 'The unit tree; for HR of a part, that part', response: { 200: organisationTree } },
    },
    async (request) => {
      const { organisation, organisationName, hrUnits } = signedInPerson(request)
      const units = partOfTree(await listUnits(office, organisation), hrUnits)
      const people = await countPeopleByUnit(office, organisation)
      const counted = units.map((unit) => ({ ...unit, people: people.get(unit.id) ?? 0 }))
      return organisationTree.parse({
        name: organisationName,
        people: counted.reduce((sum, unit) => sum + unit.people, 0),
        units: counted,
      })
    },
  )
}
