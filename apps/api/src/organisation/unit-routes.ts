import { unitId } from '@chorus/contracts/ids'
import { newUnit, unitChange, unitJoin } from '@chorus/contracts/people'
import type { AuditAction } from '@chorus/contracts/trust'
import { recordEvent } from '@chorus/db/stores/audit-trail'
import { changeRoster, type RosterTransaction } from '@chorus/db/stores/change-roster'
import { moveEverybody } from '@chorus/db/stores/people'
import { readScimSettings } from '@chorus/db/stores/scim-settings'
import {
  addUnit,
  changeUnit,
  isKeptByScim,
  listScimUnits,
  listUnitPeople,
  removeUnit,
  type ScimUnit,
} from '@chorus/db/stores/scim-units'
import { z } from 'zod'
import { type SignedIn, signedInPerson } from '../http/permission.ts'
import { ProblemError } from '../http/problem.ts'
import type { App } from '../http/zod-app.ts'
import type { Parts } from '../parts.ts'

/** The unit tree, changed by hand, a unit at a time. Open waves keep the tree that they were opened with. */
export function unitRoutes(app: App, parts: Parts): void {
  const { office } = parts.database
  const config = { permission: ['hr', 'administrator'] as const }
  const params = z.object({ unit: unitId })
  const response = { 204: z.null() }

  app.post(
    '/api/units',
    {
      config,
      schema: {
        summary: 'Add a unit below another',
        body: newUnit,
        response: { 201: z.object({ id: unitId }) },
      },
    },
    async (request, reply) => {
      const { name, parent } = request.body
      const made = await changed(
        signedInPerson(request),
        'unit added',
        async ({ tx, organisation, find }) => {
          find(parent)
          return { subject: name, value: await addUnit(tx, organisation, { name, parent }) }
        },
      )
      return reply.code(201).send({ id: unitId.parse(made) })
    },
  )

  app.patch(
    '/api/units/:unit',
    { config, schema: { summary: 'Rename or move a unit', params, body: unitChange, response } },
    async (request, reply) => {
      const { name, parent } = request.body
      await changed(
        signedInPerson(request),
        'unit changed',
        async ({ tx, organisation, find, mayChange }) => {
          const unit = find(request.params.unit)
          await mayChange(unit)
          if (parent !== undefined && parent !== unit.parent) {
            if (unit.parent === null) throw new ProblemError('root-stays')
            needNotBelow(find(parent), unit, find)
          }
          const change = {
            ...(name === undefined ? {} : { name }),
            ...(parent === undefined ? {} : { parent }),
          }
          const words = [
            ...(name === undefined || name === unit.name ? [] : [`name: ${name}`]),
            ...(parent === undefined || parent === unit.parent ? [] : [`below ${find(parent).name}`]),
          ]
          if (words.length > 0) await changeUnit(tx, organisation, unit.id, change)
          return { subject: words.length > 0 ? `${unit.name} (${words.join(', ')})` : null, value: null }
        },
      )
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/api/units/:unit/join',
    {
      config,
      schema: {
        summary: 'Join a unit into another: its people and the units below it go there, and it is closed',
        params,
        body: unitJoin,
        response,
      },
    },
    async (request, reply) => {
      await changed(
        signedInPerson(request),
        'unit closed',
        async ({ tx, organisation, units, find, mayChange }) => {
          const unit = find(request.params.unit)
          const into = find(request.body.into)
          await mayChange(unit)
          if (unit.parent === null) throw new ProblemError('root-stays')
          needNotBelow(into, unit, find)
          await moveEverybody(tx, organisation, unit.id, into.id)
          for (const { id, parent } of units)
            if (parent === unit.id) await changeUnit(tx, organisation, id, { parent: into.id })
          await removeUnit(tx, organisation, { id: unit.id, heir: into.id })
          return { subject: `${unit.name}, joined into ${into.name}`, value: null }
        },
      )
      return reply.code(204).send(null)
    },
  )

  app.delete(
    '/api/units/:unit',
    { config, schema: { summary: 'Close a unit that is empty', params, response } },
    async (request, reply) => {
      await changed(
        signedInPerson(request),
        'unit closed',
        async ({ tx, organisation, units, find, mayChange }) => {
          const unit = find(request.params.unit)
          await mayChange(unit)
          if (unit.parent === null) throw new ProblemError('root-stays')
          const people = await listUnitPeople(tx, organisation, [unit.id])
          if (people.length > 0 || units.some(({ parent }) => parent === unit.id))
            throw new ProblemError('unit-not-empty')
          await removeUnit(tx, organisation, { id: unit.id, heir: unit.parent })
          return { subject: unit.name, value: null }
        },
      )
      return reply.code(204).send(null)
    },
  )

  async function changed<T>(
    { organisation, person }: SignedIn,
    action: AuditAction,
    work: (change: Change) => Promise<{ subject: string | null; value: T }>,
  ): Promise<T> {
    const done = await changeRoster(office, organisation, async (tx) => {
      const units = await listScimUnits(tx, organisation)
      const { subject, value } = await work({
        tx,
        organisation,
        units,
        find(id) {
          const unit = units.find((one) => one.id === id)
          if (!unit) throw new ProblemError('unknown-unit')
          return unit
        },
        async mayChange({ id }) {
          const { unlocked } = await readScimSettings(tx, organisation)
          if (!unlocked && (await isKeptByScim(tx, organisation, id))) throw new ProblemError('kept-by-scim')
        },
      })
      if (subject !== null)
        await recordEvent(tx, organisation, { at: parts.now(), actor: person.name, action, subject })
      return value
    })
    if (!done.ok) throw new Error('a unit has nothing that only one may have')
    return done.value
  }
}

type Change = {
  readonly tx: RosterTransaction
  readonly organisation: string
  readonly units: readonly ScimUnit[]
  find(id: string): ScimUnit
  mayChange(unit: ScimUnit): Promise<void>
}

/** A unit cannot go below itself, nor into itself. */
function needNotBelow(place: ScimUnit, unit: ScimUnit, find: (id: string) => ScimUnit): void {
  for (let one: ScimUnit | null = place; one; one = one.parent === null ? null : find(one.parent))
    if (one.id === unit.id) throw new ProblemError('unit-below-itself')
}
