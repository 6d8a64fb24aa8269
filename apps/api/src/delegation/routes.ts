import { localDay } from '@chorus/basics/local-day'
import {
  type Delegation,
  delegation,
  delegations,
  myReaders,
  newDelegation,
} from '@chorus/contracts/delegation'
import { usualMailSettings } from '@chorus/contracts/quiet-hours'
import { recordEvent } from '@chorus/db/stores/audit-trail'
import {
  addDelegation,
  type DelegationRow,
  endDelegation,
  listDelegations,
  listReaders,
} from '@chorus/db/stores/delegations'
import type { NamedUnit } from '@chorus/db/stores/known-person'
import { readMailSettings } from '@chorus/db/stores/mail-settings'
import { listUnits } from '@chorus/db/stores/organisations'
import { findRights } from '@chorus/db/stores/roles'
import { unitChain } from '@chorus/db/stores/unit-chain'
import { z } from 'zod'
import { rolesOf, type SignedIn, signedInPerson } from '../http/permission.ts'
import { ProblemError } from '../http/problem.ts'
import type { App } from '../http/zod-app.ts'
import type { Parts } from '../parts.ts'
import { absenceIsPossible } from './absence-days.ts'

/** While somebody is away, somebody else reads and answers: with the rights that the giver has at that moment, never with lent ones. */
export function delegationRoutes(app: App, parts: Parts): void {
  const { office } = parts.database

  app.get(
    '/api/delegations',
    {
      config: { permission: ['manager', 'stand-in', 'hr', 'part-hr'] },
      schema: {
        summary: 'Who stands in for me, and for whom I do; all of the organisation for HR',
        response: { 200: delegations },
      },
    },
    async (request) => {
      const reader = signedInPerson(request)
      const today = await todayIn(reader.organisation)
      const rows = await visibleTo(reader, today)
      return delegations.parse({
        units: await unitsToGive(reader),
        delegations: rows.map((row) => describe(row, reader, today)),
      })
    },
  )

  app.post(
    '/api/delegations',
    {
      config: { permission: ['manager', 'hr', 'part-hr'] },
      schema: {
        summary: 'Name somebody who stands in for me',
        body: newDelegation,
        response: { 201: z.object({ id: z.uuid() }) },
      },
    },
    async (request, reply) => {
      const reader = signedInPerson(request)
      const { organisation, person } = reader
      const { standIn: id, units, from, until, reason } = request.body
      const today = await todayIn(organisation)
      if (!absenceIsPossible({ from, until }, today)) throw new ProblemError('absence-not-possible')
      const own = new Map((await unitsToGive(reader)).map((unit) => [unit.id, unit.name]))
      if (!units.every((unit) => own.has(unit))) throw new ProblemError('unknown-unit')
      const standIn = await findRights(office, organisation, id)
      if (!standIn || standIn.role === 'auditor' || id === person.id)
        throw new ProblemError('stand-in-not-possible')
      const made = await addDelegation(
        office,
        {
          organisation,
          giver: person.id,
          standIn: id,
          units: [...new Set(units)],
          fromDay: from,
          untilDay: until,
          reason,
        },
        today,
      )
      const names = [...new Set(units)].map((unit) => own.get(unit)).join(', ')
      await note(
        reader,
        'stand-in named',
        `${standIn.name} for ${person.name}: ${names}, ${from} to ${until}`,
      )
      return reply.code(201).send({ id: made })
    },
  )

  app.delete(
    '/api/delegations/:delegation',
    {
      config: { permission: ['manager', 'stand-in', 'hr', 'part-hr'] },
      schema: {
        summary: 'End a delegation that I gave or was given; HR of the whole, any',
        params: z.object({ delegation: z.uuid() }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const reader = signedInPerson(request)
      const row = (await visibleTo(reader, await todayIn(reader.organisation))).find(
        ({ id }) => id === request.params.delegation,
      )
      if (!row) throw new ProblemError('unknown-delegation')
      await endDelegation(office, reader.organisation, row.id)
      await note(reader, 'stand-in ended', `${row.standInName} for ${row.giverName}`)
      return reply.code(204).send(null)
    },
  )

  app.get(
    '/api/my/readers',
    {
      config: { permission: ['employee'] },
      schema: { summary: 'Who reads the report of my unit today, by name', response: { 200: myReaders } },
    },
    async (request) => {
      const { organisation, unit } = signedInPerson(request)
      const chain = (await unitChain(office, organisation, unit.id)).map(({ id }) => id)
      return myReaders.parse({
        unit: unit.name,
        readers: await listReaders(office, organisation, chain, await todayIn(organisation)),
      })
    },
  )

  function visibleTo(reader: SignedIn, today: string): Promise<DelegationRow[]> {
    const of = rolesOf(reader).includes('hr') ? null : reader.person.id
    return listDelegations(office, reader.organisation, of, today)
  }

  /** Nothing that is lent: what was delegated is not delegated on. */
  async function unitsToGive(reader: SignedIn): Promise<NamedUnit[]> {
    if (rolesOf(reader).includes('hr'))
      return (await listUnits(office, reader.organisation)).map(({ id, name }) => ({ id, name }))
    const own = [...reader.leads, ...(reader.hrUnits ?? [])]
    return [...new Map(own.map((unit) => [unit.id, unit])).values()]
  }

  function describe(row: DelegationRow, reader: SignedIn, today: string): Delegation {
    return delegation.parse({
      id: row.id,
      giver: row.giverName,
      standIn: row.standInName,
      units: row.units,
      from: row.fromDay,
      until: row.untilDay,
      // Why somebody is away is for the two, and not for everybody in HR.
      reason: [row.giver, row.standIn].includes(reader.person.id) ? row.reason : '',
      isToday: row.fromDay <= today,
    })
  }

  async function note(reader: SignedIn, action: 'stand-in named' | 'stand-in ended', subject: string) {
    await recordEvent(office, reader.organisation, {
      at: parts.now(),
      actor: reader.person.name,
      action,
      subject,
    })
  }

  /** People agree on days by the calendar of where they work. */
  async function todayIn(organisation: string): Promise<string> {
    const { zone } = (await readMailSettings(office, organisation)) ?? usualMailSettings
    return localDay(parts.now(), zone)
  }
}
