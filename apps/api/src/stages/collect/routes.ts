import {
  ballotAnswer,
  ballotRequest,
  invitations,
  manifest,
  manifestAnswer,
  sendAnswer,
  sendRequest,
} from '@chorus/contracts/collect'
import { waveId } from '@chorus/contracts/ids'
import { issueBallot, listInvitations } from '@chorus/db/stores/ballots'
import { findWaveById } from '@chorus/db/stores/waves'
import { z } from 'zod'
import { signedInPerson } from '../../http/permission.ts'
import { ProblemError, valueOrProblem } from '../../http/problem.ts'
import type { App } from '../../http/zod-app.ts'
import type { Parts } from '../../parts.ts'
import { dropBallot } from './drop-ballot.ts'

const waveParams = z.object({ wave: waveId })

/** Collect: one ballot for each invited person, and answers without credentials. */
export function collectRoutes(app: App, parts: Parts): void {
  const { issuer, urn } = parts.database

  app.get(
    '/api/my/invitations',
    {
      config: { permission: ['employee'] },
      schema: { summary: 'Open waves I am invited to', response: { 200: invitations } },
    },
    async (request) => {
      const { organisation, person } = signedInPerson(request)
      const open = await listInvitations(issuer, { organisation, person: person.id }, parts.now())
      return invitations.parse({
        invitations: open.map(({ wave, cohort, ballotCollected }) => {
          const frozen = manifest.parse(JSON.parse(wave.manifest))
          return {
            wave: wave.id,
            label: wave.label,
            closes: frozen.closes,
            fingerprint: wave.fingerprint,
            cohort,
            k: frozen.policy.k,
            itemCount: frozen.scales.reduce((sum, scale) => sum + scale.items.length, 0),
            ballotCollected,
          }
        }),
      })
    },
  )

  app.get(
    '/w/:wave/manifest',
    {
      config: { permission: 'everybody' },
      schema: {
        summary: 'What is asked, how answers are grouped, until when: the same bytes for everybody',
        params: waveParams,
        response: { 200: manifestAnswer },
      },
    },
    async (request) => {
      const wave = await findWaveById(urn, request.params.wave)
      if (!wave) throw new ProblemError('unknown-wave')
      return { canonical: wave.manifest, fingerprint: wave.fingerprint }
    },
  )

  app.post(
    '/w/:wave/ballot',
    {
      config: { permission: ['employee'] },
      schema: {
        summary: 'Collect the one-time right to answer',
        params: waveParams,
        body: ballotRequest,
        response: { 200: ballotAnswer },
      },
    },
    async (request) => {
      const { organisation, person } = signedInPerson(request)
      const issued = await issueBallot(
        issuer,
        { organisation, person: person.id, wave: request.params.wave },
        Buffer.from(request.body.commitment, 'base64url'),
        parts.now(),
      )
      return ballotAnswer.parse(valueOrProblem(issued))
    },
  )

  app.post(
    '/u/:wave/send',
    {
      config: { permission: 'anonymous' },
      schema: {
        summary: 'Send answers, without credentials',
        params: waveParams,
        body: sendRequest,
        response: { 200: sendAnswer },
      },
    },
    async (request) => {
      valueOrProblem(await dropBallot(urn, request.params.wave, request.body, parts.now()))
      return { counted: true as const }
    },
  )
}
