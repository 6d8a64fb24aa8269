import { cleanText, roomLeft } from '@chorus/ballot/padded-text'
import {
  concernAnswerRequest,
  concernId,
  concerns,
  type OpenedConcern,
  openedConcern,
} from '@chorus/contracts/concerns'
import { usualMailSettings } from '@chorus/contracts/quiet-hours'
import { readConcernSettings } from '@chorus/db/stores/concern-settings'
import {
  findReadableConcern,
  listConcernMessages,
  listReadableConcerns,
  type ReadableConcern,
} from '@chorus/db/stores/concerns'
import { readMailSettings } from '@chorus/db/stores/mail-settings'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { type SignedIn, signedInPerson } from '../http/permission.ts'
import { ProblemError, valueOrProblem } from '../http/problem.ts'
import type { App } from '../http/zod-app.ts'
import type { Parts } from '../parts.ts'
import { openBatch } from './batch.ts'
import { listed, openConcern, openMessages } from './open-concern.ts'
import { sayToSender } from './say-to-sender.ts'

const params = z.object({ concern: concernId })

/**
 * For whom a concern was sent to, and for nobody else: no role opens these, HR's and the administrator's neither. Nothing is noted in the
 * trail: that somebody reads a concern says that there is one.
 */
export function concernReaderRoutes(app: App, parts: Parts): void {
  const { office } = parts.database

  app.get(
    '/api/concerns',
    {
      config: { permission: ['employee'] },
      schema: {
        summary: 'Concerns that were sent to me, or that are left to me',
        response: { 200: concerns },
      },
    },
    async (request) => {
      const rows = await listReadableConcerns(office, await readerOf(signedInPerson(request)))
      const waiting = ({ waitingSince }: ReadableConcern) => waitingSince ?? '9999'
      return concerns.parse({
        concerns: rows.toSorted((a, b) => waiting(a).localeCompare(waiting(b))).map(listed),
      })
    },
  )

  app.post(
    '/api/concerns/:concern/read',
    {
      config: { permission: ['employee'] },
      schema: {
        summary: 'Read a concern that was sent to me: the first time, its sender is told that it was read',
        params,
        response: { 200: openedConcern },
      },
    },
    async (request) => {
      const { person, row, keys, today } = await lookedFor(request.params.concern, signedInPerson(request))
      if (row.state === 'new') {
        const { replyKey } = valueOrProblem(openConcern(row, keys))
        await sayToSender(office, row, keys, replyKey, {
          state: 'read',
          text: '',
          today,
          eraseOn: null,
          only: 'new',
        })
      }
      return conversation(request.params.concern, person)
    },
  )

  app.post(
    '/api/concerns/:concern/answers',
    {
      config: { permission: ['employee'] },
      schema: {
        summary: 'Say something to the sender of a concern, and how it stands',
        params,
        body: concernAnswerRequest,
        response: { 201: openedConcern },
      },
    },
    async (request, reply) => {
      const { person, row, keys, today } = await lookedFor(request.params.concern, signedInPerson(request))
      const { state } = request.body
      const text = cleanText(request.body.text)
      const saysNothing = text === '' && (state === 'closed' || state === row.state)
      if (saysNothing || roomLeft(text) < 0) throw new ProblemError('malformed-request')
      const { replyKey } = valueOrProblem(openConcern(row, keys))
      const { eraseAfterDays } = await readConcernSettings(office, row.organisation)
      const eraseOn =
        state === 'closed' ? Temporal.PlainDate.from(today).add({ days: eraseAfterDays }).toString() : null
      await sayToSender(office, row, keys, replyKey, { state, text, today, eraseOn })
      return reply.code(201).send(await conversation(request.params.concern, person))
    },
  )

  async function readerOf({ organisation, person }: SignedIn) {
    const zone = ((await readMailSettings(office, organisation)) ?? usualMailSettings).zone
    return { organisation, person: person.id, today: openBatch(parts.now(), zone) }
  }

  /** @throws ProblemError unknown-concern, also for one that is there and not for this reader, or not yet */
  async function lookedFor(id: string, person: SignedIn) {
    const reader = await readerOf(person)
    const row = await findReadableConcern(office, reader, id)
    if (!row) throw new ProblemError('unknown-concern')
    const keys = await parts.vault.concerns.read(row.month)
    if (keys === null) throw new ProblemError('keys-missing')
    return { person, row, keys, today: reader.today }
  }

  async function conversation(id: string, person: SignedIn): Promise<OpenedConcern> {
    const { row, keys, today } = await lookedFor(id, person)
    const { text } = valueOrProblem(openConcern(row, keys))
    const messages = valueOrProblem(openMessages(await listConcernMessages(office, row, today), keys))
    return openedConcern.parse({ ...listed(row), text, messages })
  }
}
