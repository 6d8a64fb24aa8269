import { personId } from '@chorus/contracts/ids'
import { listedPerson, peoplePage, peopleQuery, personFields } from '@chorus/contracts/people'
import type { AuditAction } from '@chorus/contracts/trust'
import { recordEvent } from '@chorus/db/stores/audit-trail'
import { changeRoster, type RosterTransaction, type Taken } from '@chorus/db/stores/change-roster'
import { letLeave } from '@chorus/db/stores/leavers'
import {
  findPerson,
  hasAnother,
  type ListedPerson,
  listPeople,
  type PersonFields,
  writePerson,
} from '@chorus/db/stores/people'
import { agreesToRules } from '@chorus/db/stores/roles'
import { bringBack } from '@chorus/db/stores/scim-people'
import { readScimSettings } from '@chorus/db/stores/scim-settings'
import { listScimUnits } from '@chorus/db/stores/scim-units'
import { keepsAddressForConcerns } from '@chorus/db/stores/trusted-persons'
import { z } from 'zod'
import { looksLikeEmail } from '../csv/looks-like-email.ts'
import { isLanguageTag } from '../csv/read-people.ts'
import { type SignedIn, signedInPerson } from '../http/permission.ts'
import { ProblemError } from '../http/problem.ts'
import type { App } from '../http/zod-app.ts'
import type { Parts } from '../parts.ts'
import { type Reach, reachOverPeople } from './reach-over-people.ts'

const pageSize = 25

/**
 * People one by one, by hand: HR, and an administrator, who otherwise could not name a new HR person when the last one left. HR of a
 * part finds the people of that part: others, and units outside, are as unknown as what does not exist.
 */
export function peopleRoutes(app: App, parts: Parts): void {
  const { office } = parts.database
  const config = { permission: ['hr', 'part-hr', 'administrator'] as const }
  const params = z.object({ person: personId })
  const today = () => parts.now().toISOString().slice(0, 10)

  app.get(
    '/api/people',
    {
      config,
      schema: {
        summary: 'People of the organisation, searched, a page at a time',
        querystring: peopleQuery,
        response: { 200: peoplePage },
      },
    },
    async (request) => {
      const signedIn = signedInPerson(request)
      const { organisation } = signedIn
      const { search, state, page } = request.query
      const reach = await reachOverPeople(office, signedIn)
      const { total, people } = await listPeople(office, organisation, {
        search,
        units: reach.units === null ? null : [...reach.units],
        left: state === 'left',
        skip: (page - 1) * pageSize,
        take: pageSize,
      })
      const { unlocked } = await readScimSettings(office, organisation)
      return peoplePage.parse({ total, pageSize, people: people.map((one) => shown(one, unlocked, reach)) })
    },
  )

  app.post(
    '/api/people',
    {
      config: { permission: ['hr', 'administrator'] },
      schema: { summary: 'Add a person', body: personFields, response: { 201: listedPerson } },
    },
    async (request, reply) => {
      const fields = checked(request.body)
      if (fields.role === 'auditor') throw new ProblemError('auditor-by-rights')
      const made = await changed(request.signedIn, 'person added', async ({ tx, organisation, reach }) => {
        await needUnits(tx, organisation, fields, reach)
        const id = await writePerson(tx, organisation, null, fields)
        return { id, subject: subjectOf(fields, fields.role === 'employee' ? [] : ['role']) }
      })
      return reply.code(201).send(listedPerson.parse(made))
    },
  )

  app.put(
    '/api/people/:person',
    {
      config,
      schema: { summary: 'Change a person', params, body: personFields, response: { 200: listedPerson } },
    },
    async (request) => {
      const fields = checked(request.body)
      return listedPerson.parse(
        await changed(request.signedIn, 'person changed', async ({ tx, organisation, unlocked, reach }) => {
          const before = await existing(tx, organisation, request.params.person, reach)
          const names = changedFields(before, fields)
          if (!reach.mayChange(before) || !reach.mayChangeFields(names)) throw new ProblemError('not-allowed')
          if (before.fromScim && !unlocked && names.some((name) => keptByScim.has(name)))
            throw new ProblemError('kept-by-scim')
          if (names.includes('role') || names.includes('leads'))
            mayChangeRights(request.signedIn, before, fields)
          if (before.role !== fields.role) await needAnother(tx, organisation, before)
          if (names.some((name) => signsInBy.has(name))) {
            if (await agreesToRules(tx, organisation, before.id)) throw new ProblemError('auditor-address')
            if (await keepsAddressForConcerns(tx, organisation, before.id))
              throw new ProblemError('trusted-address')
          }
          await needUnits(tx, organisation, fields, reach)
          await writePerson(tx, organisation, before.id, fields)
          return { id: before.id, subject: names.length === 0 ? null : subjectOf(fields, names) }
        }),
      )
    },
  )

  for (const way of ['leave', 'return'] as const)
    app.post(
      `/api/people/:person/${way}`,
      {
        config,
        schema: {
          summary:
            way === 'leave'
              ? 'Let a person leave: signed out at once, erased after the days that the organisation set'
              : 'Bring somebody back who left and was not erased yet',
          params,
          response: { 204: z.null() },
        },
      },
      async (request, reply) => {
        const { person } = request.params
        const action = way === 'leave' ? 'person left' : 'person returned'
        await changed(request.signedIn, action, async ({ tx, organisation, unlocked, reach }) => {
          const before = await existing(tx, organisation, person, reach)
          if (!reach.mayChange(before)) throw new ProblemError('not-allowed')
          if (before.fromScim && !unlocked) throw new ProblemError('kept-by-scim')
          const subject = (before.eraseOn === null) === (way === 'leave') ? before.externalId : null
          if (subject !== null && way === 'return') await bringBack(tx, organisation, person)
          if (subject !== null && way === 'leave') {
            await needAnother(tx, organisation, before)
            await letLeave(tx, organisation, [person], today())
          }
          return { id: null, subject }
        })
        return reply.code(204).send(null)
      },
    )

  /** One change in one transaction, with its line of the audit trail; no line where there was nothing to change. */
  async function changed(
    signedIn: SignedIn | null,
    action: AuditAction,
    work: (change: Change) => Promise<{ id: string | null; subject: string | null }>,
  ) {
    if (signedIn === null) throw new ProblemError('not-signed-in')
    const { organisation, person } = signedIn
    const done = await changeRoster(office, organisation, async (tx) => {
      const { unlocked } = await readScimSettings(tx, organisation)
      const reach = await reachOverPeople(tx, signedIn)
      const { id, subject } = await work({ tx, organisation, unlocked, reach })
      if (subject !== null)
        await recordEvent(tx, organisation, { at: parts.now(), actor: person.name, action, subject })
      return id === null ? null : shown(await existing(tx, organisation, id, reach), unlocked, reach)
    })
    if (!done.ok) throw new ProblemError(takenCodes[done.error.what])
    return done.value
  }
}

type Change = {
  readonly tx: RosterTransaction
  readonly organisation: string
  readonly unlocked: boolean
  readonly reach: Reach
}

const takenCodes = {
  email: 'email-taken',
  externalId: 'person-id-taken',
  userName: 'email-taken',
} as const satisfies Record<Taken['what'], string>

/** What a link is mailed to, and what a sign-in service may name a person by. */
const signsInBy: ReadonlySet<keyof PersonFields> = new Set(['email', 'externalId'] as const)

const keptByScim: ReadonlySet<keyof PersonFields> = new Set(['externalId', 'name', 'email', 'unit'] as const)

function checked(fields: PersonFields): PersonFields {
  if (!looksLikeEmail(fields.email)) throw new ProblemError('email-not-valid')
  if (!isLanguageTag(fields.language)) throw new ProblemError('language-not-valid')
  return { ...fields, leads: [...new Set(fields.leads)] }
}

async function existing(
  tx: RosterTransaction,
  organisation: string,
  id: string,
  { units }: Reach,
): Promise<ListedPerson> {
  const found = await findPerson(tx, organisation, id)
  if (!found || units?.has(found.unit) === false) throw new ProblemError('unknown-person')
  return found
}

async function needUnits(
  tx: RosterTransaction,
  organisation: string,
  fields: PersonFields,
  { units }: Reach,
): Promise<void> {
  const known = units ?? new Set((await listScimUnits(tx, organisation)).map(({ id }) => id))
  if (![fields.unit, ...fields.leads].every((id) => known.has(id))) throw new ProblemError('unknown-unit')
}

/** The same as where rights are given: nobody changes their own, and who watches over the rules is not appointed in passing. */
function mayChangeRights(by: SignedIn | null, before: ListedPerson, after: PersonFields): void {
  if (before.id === by?.person.id) throw new ProblemError('own-rights')
  if (before.role !== after.role && [before.role, after.role].includes('auditor'))
    throw new ProblemError('auditor-by-rights')
}

/** Without HR of the whole, or an administrator, nobody could give the rights back. Whoever left has none to lose. */
async function needAnother(
  tx: RosterTransaction,
  organisation: string,
  { id, role, eraseOn }: ListedPerson,
): Promise<void> {
  if (eraseOn !== null || (role !== 'hr' && role !== 'administrator')) return
  if (!(await hasAnother(tx, organisation, role, id)))
    throw new ProblemError(role === 'hr' ? 'last-hr' : 'last-of-role')
}

function changedFields(before: PersonFields, after: PersonFields): (keyof PersonFields)[] {
  const said = (value: PersonFields[keyof PersonFields]) =>
    JSON.stringify(typeof value === 'string' ? value : Object.entries(value).sort())
  const names = ['externalId', 'name', 'email', 'unit', 'role', 'language', 'channel', 'cuts'] as const
  const leads = [...before.leads].sort().join() === [...after.leads].sort().join()
  return [
    ...names.filter((name) => said(before[name]) !== said(after[name])),
    ...(leads ? [] : (['leads'] as const)),
  ]
}

/** Says of whom and what by the organisation's own id: a name would outlive the person in the trail. Rights are said in full. */
function subjectOf(
  { externalId, role, leads }: PersonFields,
  names: readonly (keyof PersonFields)[],
): string {
  const words = names.map((name) =>
    name === 'role' ? `role: ${role}` : name === 'leads' ? `leads: ${leads.join(' ') || '-'}` : name,
  )
  return words.length === 0 ? externalId : `${externalId} (${words.join(', ')})`
}

function shown(person: ListedPerson, unlocked: boolean, reach: Reach) {
  const { fromScim, leads, ...rest } = person
  return {
    ...rest,
    // What somebody leads outside of the part is not named there.
    leads: leads.filter((unit) => reach.units?.has(unit) !== false),
    locked: fromScim && !unlocked,
    mayChange: reach.mayChange(person),
  }
}
