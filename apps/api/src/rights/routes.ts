import { personId } from '@chorus/contracts/ids'
import { allRights, foundPeople, type GiveRights, givenRights, giveRights } from '@chorus/contracts/roles'
import { recordEvent } from '@chorus/db/stores/audit-trail'
import { listUnits } from '@chorus/db/stores/organisations'
import { changeRights, findRights, listRights, searchPeople } from '@chorus/db/stores/roles'
import { z } from 'zod'
import { type SignedIn, signedInPerson } from '../http/permission.ts'
import { ProblemError, valueOrProblem } from '../http/problem.ts'
import type { App } from '../http/zod-app.ts'
import type { Parts } from '../parts.ts'
import { propose } from '../rules/propose.ts'

/** Who has which role, and who leads what: given and taken by HR of the whole and by administrators, never to or from oneself. */
export function rightsRoutes(app: App, parts: Parts): void {
  const { office } = parts.database

  app.get(
    '/api/rights',
    {
      config: { permission: ['hr', 'administrator'] },
      schema: { summary: 'Everybody who is more than an employee', response: { 200: allRights } },
    },
    async (request) => {
      const { organisation } = signedInPerson(request)
      const units = await listUnits(office, organisation)
      return allRights.parse({
        people: await listRights(office, organisation),
        units: units.map(({ id, name }) => ({ id, name })),
      })
    },
  )

  app.put(
    '/api/rights/:person',
    {
      config: { permission: ['hr', 'administrator'] },
      schema: {
        summary: 'Give somebody a role, a part of HR and units to lead: all of it anew',
        params: z.object({ person: personId }),
        body: giveRights,
        response: { 200: givenRights },
      },
    },
    async (request) => {
      const giver = signedInPerson(request)
      const { person: id } = request.params
      if (id === giver.person.id) throw new ProblemError('own-rights')
      const before = await findRights(office, giver.organisation, id)
      if (!before) throw new ProblemError('unknown-person')
      const { role } = request.body
      const watches = [before.role, role].filter((one) => one === 'auditor').length
      if (watches === 1 && [before.role, role].some((one) => one === 'hr' || one === 'administrator'))
        throw new ProblemError('hr-and-auditor')
      // What concerns watching goes the way of a change of the rules; all else holds at once.
      const kept = watches === 1 ? before.role : role
      valueOrProblem(await changeRights(office, giver.organisation, id, { ...request.body, role: kept }))
      await note(giver, `${before.name}: ${rightsInWords({ ...request.body, role: kept })}`)
      if (watches !== 1) return { waits: false }
      const change = { kind: 'auditor' as const, person: id, name: before.name, on: role === 'auditor' }
      const { state } = await propose(parts, giver, { change })
      return { waits: state === 'proposed' }
    },
  )

  app.get(
    '/api/colleagues',
    {
      config: { permission: ['manager', 'hr', 'part-hr', 'administrator'] },
      schema: {
        summary: 'People by a part of their name or address, to name one of them',
        querystring: z.object({ search: z.string().trim().min(2).max(100) }),
        response: { 200: foundPeople },
      },
    },
    async (request) => {
      const { organisation } = signedInPerson(request)
      return foundPeople.parse({ people: await searchPeople(office, organisation, request.query.search) })
    },
  )

  async function note(giver: SignedIn, subject: string): Promise<void> {
    await recordEvent(office, giver.organisation, {
      at: parts.now(),
      actor: giver.person.name,
      action: 'rights changed',
      subject,
    })
  }
}

/** For the audit trail: "hr of red; leads blue". */
function rightsInWords({ role, hrUnits, leads }: GiveRights): string {
  const part = role === 'hr' && hrUnits.length > 0 ? ` of ${hrUnits.join(', ')}` : ''
  return `${role}${part}${leads.length > 0 ? `; leads ${leads.join(', ')}` : ''}`
}
