import type { UnitChange } from '@chorus/contracts/organisation-import'
import { newUnitChange, unitChanges } from '@chorus/contracts/unit-changes'
import { recordEvent } from '@chorus/db/stores/audit-trail'
import { noteUnitChanges } from '@chorus/db/stores/organisation-import'
import { listUnitChanges, removeUnitChange } from '@chorus/db/stores/unit-changes'
import { z } from 'zod'
import { signedInPerson } from '../http/permission.ts'
import { ProblemError, valueOrProblem } from '../http/problem.ts'
import type { App } from '../http/zod-app.ts'
import type { Parts } from '../parts.ts'
import { tellScimDay } from '../scim/unit-day.ts'
import { knownUnits } from './known-units.ts'
import { checkedUnitChange } from './unit-change-rules.ts'

/** What became of units, as far as no import said it: reports find a unit's past in it. */
export function unitChangeRoutes(app: App, parts: Parts): void {
  const { office } = parts.database

  app.get(
    '/api/organisation/unit-changes',
    {
      config: { permission: ['hr'] },
      schema: { summary: 'What became of units, newest first', response: { 200: unitChanges } },
    },
    async (request) => {
      const { organisation } = signedInPerson(request)
      const today = parts.now().toISOString().slice(0, 'yyyy-mm-dd'.length)
      await office.transaction((tx) => tellScimDay(tx, organisation, today))
      const changes = await listUnitChanges(office, organisation)
      return {
        changes: changes
          .map(({ id, day, kind, from, to }) => ({ id, day, kind, from: [...from], to: [...to] }))
          .reverse(),
        units: await knownUnits(parts.database, organisation, changes),
      }
    },
  )

  app.post(
    '/api/organisation/unit-changes',
    {
      config: { permission: ['hr'] },
      schema: {
        summary: 'Note that units were merged or split, or that one got another name or id',
        body: newUnitChange,
        response: { 201: z.object({ id: z.uuid() }) },
      },
    },
    async (request, reply) => {
      const { organisation, person } = signedInPerson(request)
      const { day, formerName, ...wanted } = request.body
      if (day > parts.now().toISOString().slice(0, day.length))
        throw new ProblemError('unit-change-in-the-future')
      const changes = await listUnitChanges(office, organisation)
      const units = await knownUnits(parts.database, organisation, changes)
      const after = new Map(units.map((unit) => [unit.id, unit]))
      const [renamed] = wanted.from
      const keepsItsId = wanted.kind === 'renamed' && renamed !== undefined && renamed === wanted.to[0]
      const before =
        keepsItsId && formerName !== null
          ? new Map([...after, [renamed, { id: renamed, name: formerName, today: true }]])
          : after
      // Whatever is not known is refused before a name of one's own could bring it in.
      if (keepsItsId && !after.has(renamed)) throw new ProblemError('unknown-unit')
      const change = valueOrProblem(checkedUnitChange(wanted, before, after))
      if (changes.some((one) => one.day === day && inWords(one) === inWords(change)))
        throw new ProblemError('unit-change-noted')
      const [id] = await noteUnitChanges(office, organisation, [change], day)
      if (id === undefined) throw new Error('a note on units was not written')
      await recordEvent(office, organisation, {
        at: parts.now(),
        actor: person.name,
        action: 'unit change noted',
        subject: `${day} ${inWords(change)}`,
      })
      return reply.code(201).send({ id })
    },
  )

  app.delete(
    '/api/organisation/unit-changes/:change',
    {
      config: { permission: ['hr'] },
      schema: {
        summary: 'Remove a note of what became of units: reports are as if it had never been there',
        params: z.object({ change: z.uuid() }),
        response: { 204: z.undefined() },
      },
    },
    async (request, reply) => {
      const { organisation, person } = signedInPerson(request)
      const removed = await removeUnitChange(office, organisation, request.params.change)
      if (!removed) throw new ProblemError('unknown-unit-change')
      await recordEvent(office, organisation, {
        at: parts.now(),
        actor: person.name,
        action: 'unit change removed',
        subject: `${removed.day} ${inWords(removed)}`,
      })
      return reply.code(204).send()
    },
  )
}

function inWords({
  kind,
  from,
  to,
}: Pick<UnitChange, 'kind'> & { from: readonly Named[]; to: readonly Named[] }) {
  const list = (units: readonly Named[]) => units.map(({ id, name }) => `${name} (${id})`).join(', ')
  return `${kind}: ${list(from)} -> ${list(to)}`
}

type Named = UnitChange['from'][number]
