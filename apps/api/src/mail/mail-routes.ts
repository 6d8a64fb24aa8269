import { waveId } from '@chorus/contracts/ids'
import { type MailsOfWave, mailsOfWave, orderMailsRequest, posterFacts } from '@chorus/contracts/mail'
import { recordEvent } from '@chorus/db/stores/audit-trail'
import { countInvitedPeople } from '@chorus/db/stores/invitations'
import { listCutValues, readMailState } from '@chorus/db/stores/mailings'
import { listPaperCohorts } from '@chorus/db/stores/sheets'
import type { WaveRow } from '@chorus/db/stores/waves'
import { answeringMinutes } from '@chorus/instruments/answering-time'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { signedInPerson } from '../http/permission.ts'
import { ProblemError, valueOrProblem } from '../http/problem.ts'
import type { App } from '../http/zod-app.ts'
import type { Parts } from '../parts.ts'
import { waveOfOrganisation } from '../programmes/describe-wave.ts'
import { readManifest } from '../stages/collect/wave-questions.ts'
import { mostReminders, orderMailsOfWave } from './order-mails.ts'
import { orderSubject } from './order-subject.ts'

const waveParams = z.object({ wave: waveId })

/** HR invites to an open wave, reminds everybody of it, and hangs up posters. Nothing here tells who answered, or who wants no reminders. */
export function mailRoutes(app: App, parts: Parts): void {
  const { office, issuer } = parts.database

  app.get(
    '/api/waves/:wave/mails',
    {
      config: { permission: ['hr'] },
      schema: {
        summary: 'Where the mails of an open wave stand, in counts',
        params: waveParams,
        response: { 200: mailsOfWave },
      },
    },
    async (request) => describeMails(await openWave(request, request.params.wave)),
  )

  app.post(
    '/api/waves/:wave/mails',
    {
      config: { permission: ['hr'] },
      schema: {
        summary: 'Send invitations, or a reminder, to everybody who is invited',
        params: waveParams,
        body: orderMailsRequest,
        response: { 202: mailsOfWave },
      },
    },
    async (request, reply) => {
      const { organisation, person } = signedInPerson(request)
      const row = await openWave(request, request.params.wave)
      if (parts.mail === null) throw new ProblemError('mail-not-set-up')
      const { kind } = request.body
      const { people } = valueOrProblem(
        await orderMailsOfWave(parts.database, parts.marks, row, kind, parts.now()),
      )
      await recordEvent(office, organisation, {
        at: parts.now(),
        actor: person.name,
        ...orderSubject(kind, row.label, people),
      })
      parts.mail.wake()
      return reply.code(202).send(await describeMails(row))
    },
  )

  app.get(
    '/api/waves/:wave/poster',
    {
      config: { permission: ['hr'] },
      schema: {
        summary: 'What a poster of an open wave says, and the places it can be made for',
        params: waveParams,
        response: { 200: posterFacts },
      },
    },
    async (request) => {
      const row = await openWave(request, request.params.wave)
      const { policy, scales } = readManifest(row).manifest
      const groups = await listPaperCohorts(office, { organisation: row.organisation, wave: row.id })
      return posterFacts.parse({
        label: row.label,
        closes: row.closesAt.toISOString(),
        k: policy.k,
        minutes: answeringMinutes(scales),
        sheets: groups.some(({ sheets }) => sheets > 0),
        cuts: await listCutValues(office, row.organisation),
      })
    },
  )

  async function openWave(request: FastifyRequest, wave: string): Promise<WaveRow> {
    const row = await waveOfOrganisation(parts, signedInPerson(request).organisation, wave)
    if (row.stage !== 'open') throw new ProblemError('wave-not-open')
    return row
  }

  async function describeMails(row: WaveRow): Promise<MailsOfWave> {
    const key = { organisation: row.organisation, wave: row.id }
    const { mailings, left, refused } = await readMailState(office, key)
    const invitation = mailings.find(({ kind }) => kind === 'invitation')
    const reminders = mailings.filter(({ kind }) => kind === 'reminder')
    const remindersTo = readManifest(row).manifest.policy.reminders ?? 'everybody'
    const leftToRemind = remindersTo === 'not-collected' && left.reminder > 0 ? null : left.reminder
    return {
      setUp: parts.mail !== null,
      people: await countInvitedPeople(issuer, key),
      invitation: invitation
        ? { people: invitation.people, left: left.invitation, dropped: invitation.dropped }
        : null,
      reminders: reminders.map(({ people, round, dropped }) => ({
        people,
        // One round is over before the next begins.
        left: round === reminders.length ? leftToRemind : 0,
        dropped,
      })),
      remindersTo,
      remindersLeft: mostReminders - reminders.length,
      refused: [...refused],
      trouble: left.invitation + left.reminder > 0 ? (parts.mail?.trouble() ?? null) : null,
    }
  }
}
