import {
  actionOwners,
  action as actionShape,
  addAction,
  changeAction,
  unitActions,
} from '@chorus/contracts/actions'
import { unitId } from '@chorus/contracts/ids'
import {
  type ActionRow,
  findAction,
  insertAction,
  listActions,
  listPossibleOwners,
  updateAction,
} from '@chorus/db/stores/actions'
import { recordEvent } from '@chorus/db/stores/audit-trail'
import { notify } from '@chorus/db/stores/notifications'
import { unitChain } from '@chorus/db/stores/unit-chain'
import { z } from 'zod'
import { inStead, readersByRole, type SignedIn, signedInPerson } from '../../http/permission.ts'
import { ProblemError } from '../../http/problem.ts'
import type { App } from '../../http/zod-app.ts'
import type { Parts } from '../../parts.ts'
import { actingUnits, idsOf } from './acting-units.ts'
import { mayDo, mayWriteActions } from './action-rights.ts'
import { describeAction, inOrder } from './describe-action.ts'
import { causeToWrite, ownerToWrite } from './written-fields.ts'

const unitQuery = z.object({ unit: unitId })

/** What units do about their climate: read by everybody in them, written by who leads them and by HR. */
export function actionRoutes(app: App, parts: Parts): void {
  const { office } = parts.database
  const { readableChain, writableUnit } = actingUnits(office)

  app.get(
    '/api/actions',
    {
      config: { permission: ['employee'] },
      schema: {
        summary: 'What a unit and the units above it do',
        querystring: unitQuery,
        response: { 200: unitActions },
      },
    },
    async (request) => {
      const reader = signedInPerson(request)
      const [unit, ...above] = await readableChain(reader, request.query.unit)
      const rows = await listActions(office, reader.organisation, idsOf([unit, ...above]))
      return unitActions.parse({
        unit,
        mayWrite: mayWriteActions(reader, idsOf([unit, ...above])),
        actions: inOrder(rows).map((row) => {
          const place = [unit, ...above].findIndex(({ id }) => id === row.unit)
          const keeps = mayWriteActions(reader, idsOf([unit, ...above].slice(place)))
          return describeAction(row, today(), mayDo(reader, keeps, row.owner))
        }),
      })
    },
  )

  app.get(
    '/api/actions/owners',
    {
      config: { permission: readersByRole },
      schema: {
        summary: 'Who may be named as the owner of an action of a unit',
        querystring: unitQuery,
        response: { 200: actionOwners },
      },
    },
    async (request) => {
      const reader = signedInPerson(request)
      const unit = await writableUnit(reader, request.query.unit)
      return actionOwners.parse({ people: await listPossibleOwners(office, reader.organisation, unit.id) })
    },
  )

  app.post(
    '/api/actions',
    {
      config: { permission: readersByRole },
      schema: { summary: 'Add an action to a unit', body: addAction, response: { 201: actionShape } },
    },
    async (request, reply) => {
      const reader = signedInPerson(request)
      const { organisation } = reader
      const unit = await writableUnit(reader, request.body.unit)
      const { title, cause, owner, due } = request.body
      const where = { organisation, unit: unit.id }
      const id = await insertAction(office, {
        ...where,
        ...(await ownerToWrite(parts, where, owner)),
        title,
        cause: await causeToWrite(parts, reader, cause),
        due,
        state: 'planned',
        notes: [],
        changed: today(),
        added: today(),
      })
      const row = await actionOf(reader, id)
      await note(reader, 'action added', row)
      await tellOwner(reader, row)
      return reply.code(201).send(actionShape.parse(describeAction(row, today(), 'change')))
    },
  )

  app.patch(
    '/api/actions/:action',
    {
      config: { permission: ['employee'] },
      schema: {
        summary: 'Change an action, or note what came of it',
        params: z.object({ action: z.uuid() }),
        body: changeAction,
        response: { 200: actionShape },
      },
    },
    async (request) => {
      const reader = signedInPerson(request)
      const before = await actionOf(reader, request.params.action)
      const { note: text = '', state, cause, owner, ...plain } = request.body
      const chain = idsOf(await unitChain(office, reader.organisation, before.unit))
      const may = mayDo(reader, mayWriteActions(reader, chain), before.owner)
      const isProgress = cause === undefined && owner === undefined && Object.keys(plain).length === 0
      if (may !== 'change' && !(may === 'progress' && isProgress)) {
        await writableUnit(reader, before.unit)
        throw new ProblemError('not-allowed')
      }
      const moved = state === undefined || state === before.state ? null : state
      await updateAction(
        office,
        before,
        {
          ...plain,
          state,
          ...(owner && (await ownerToWrite(parts, before, owner))),
          ...(cause !== undefined && { cause: await causeToWrite(parts, reader, cause, before.cause) }),
          changed: today(),
        },
        moved || text ? { on: today(), state: moved, text } : null,
      )
      const row = await actionOf(reader, before.id)
      await note(reader, 'action changed', row)
      if (row.owner !== before.owner) await tellOwner(reader, row)
      return actionShape.parse(describeAction(row, today(), may))
    },
  )

  async function actionOf({ organisation }: SignedIn, id: string): Promise<ActionRow> {
    const row = await findAction(office, { organisation, id })
    if (!row) throw new ProblemError('unknown-action')
    return row
  }

  async function tellOwner(reader: SignedIn, { organisation, id, owner }: ActionRow): Promise<void> {
    if (owner === null) return
    const about = { organisation, kind: 'action' as const, id }
    await notify(office, [
      { person: owner, what: 'action yours', about, actor: reader.person.id, at: parts.now() },
    ])
  }

  async function note(
    reader: SignedIn,
    what: 'action added' | 'action changed',
    { unit, unitName, title }: ActionRow,
  ): Promise<void> {
    const chain = idsOf(await unitChain(office, reader.organisation, unit))
    const givers = mayWriteActions({ ...reader, standsIn: [] }, chain)
      ? []
      : reader.standsIn.filter((lent) => chain.includes(lent.unit.id))
    await recordEvent(office, reader.organisation, {
      at: parts.now(),
      actor: inStead(
        reader.person.name,
        givers.map(({ giver }) => giver),
      ),
      action: what,
      subject: `${unitName}: ${title}`,
    })
  }

  const today = () => parts.now().toISOString().slice(0, 'yyyy-mm-dd'.length)
}
