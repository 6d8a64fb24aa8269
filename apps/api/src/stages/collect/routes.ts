import {
  ballotAnswer,
  ballotRequest,
  type ClosedCohort,
  closedCohort,
  invitations,
  manifest,
  manifestAnswer,
  sendAnswer,
  sendRequest,
  unitDimension,
} from '@chorus/contracts/collect'
import { cohortId, waveId } from '@chorus/contracts/ids'
import { myStored } from '@chorus/contracts/stored'
import { type ClosedCohortRow, findClosedCohort } from '@chorus/db/stores/closed-cohorts'
import { listInvitations } from '@chorus/db/stores/invitations'
import { listWavesOnPaper } from '@chorus/db/stores/sheets'
import { findWaveById } from '@chorus/db/stores/waves'
import { answeringMinutes } from '@chorus/instruments/answering-time'
import { z } from 'zod'
import { type SignedIn, signedInPerson } from '../../http/permission.ts'
import { ProblemError, valueOrProblem } from '../../http/problem.ts'
import type { App } from '../../http/zod-app.ts'
import type { Parts } from '../../parts.ts'
import { acceptAnswers } from './accept-answers.ts'
import { issueBallots } from './issue-ballots.ts'
import { describeMyStored } from './my-stored.ts'
import { sheetRoutes } from './sheet-routes.ts'

const waveParams = z.object({ wave: waveId })

/** Collect: one ballot for each invited person, and answers without credentials. */
export function collectRoutes(app: App, parts: Parts): void {
  const { issuer, urn } = parts.database
  sheetRoutes(app, parts)

  /** Open waves in which the person answers with a sheet. The roster does not name them: that is what makes a sheet nobody's. */
  async function onPaper({ organisation, person }: SignedIn, invited: readonly { wave: { id: string } }[]) {
    if (person.channel !== 'paper') return []
    const waves = await listWavesOnPaper(parts.database.office, organisation, parts.now())
    return waves.filter(({ wave }) => !invited.some((open) => open.wave.id === wave))
  }

  app.get(
    '/api/my/invitations',
    {
      config: { permission: ['employee'] },
      schema: { summary: 'Open waves I am invited to', response: { 200: invitations } },
    },
    async (request) => {
      const signedIn = signedInPerson(request)
      const { organisation, person } = signedIn
      const open = await listInvitations(issuer, { organisation, person: person.id }, parts.now())
      return invitations.parse({
        invitations: open.map(({ wave, places }) => {
          const cohorts = places.map(({ cohort, dimension, label, size }) => ({
            id: cohort,
            dimension,
            label,
            size,
          }))
          const frozen = manifest.parse(JSON.parse(wave.manifest))
          return {
            wave: wave.id,
            label: wave.label,
            closes: frozen.closes,
            fingerprint: wave.fingerprint,
            cohort: cohorts.find(({ dimension }) => dimension === unitDimension),
            cuts: cohorts.filter(({ dimension }) => dimension !== unitDimension),
            k: frozen.policy.k,
            itemCount: frozen.scales.reduce((sum, scale) => sum + scale.items.length, 0),
            minutes: answeringMinutes(frozen.scales),
            ballotCollected: places.some(({ bit }) => bit),
          }
        }),
        onPaper: (await onPaper(signedIn, open)).map(({ closes, ...wave }) => ({
          ...wave,
          closes: closes.toISOString(),
        })),
      })
    },
  )

  app.get(
    '/api/my/stored',
    {
      config: { permission: ['employee'] },
      schema: { summary: 'The very rows that are stored about me', response: { 200: myStored } },
    },
    (request) => describeMyStored(parts, signedInPerson(request)),
  )

  app.get(
    '/w/:wave/manifest',
    {
      config: { permission: 'everybody', unnamed: true },
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
        summary: 'Collect the one-time right to answer, in each dimension',
        params: waveParams,
        body: ballotRequest,
        response: { 200: ballotAnswer },
      },
    },
    async (request) => {
      const signedIn = signedInPerson(request)
      const { organisation, person } = signedIn
      const who = { organisation, person: person.id, wave: request.params.wave }
      const issued = await issueBallots({ issuer, vault: parts.vault }, who, request.body, parts.now())
      if (issued.ok || issued.error.code !== 'not-invited') return valueOrProblem(issued)
      const places = await listInvitations(issuer, who, parts.now())
      const paper = (await onPaper(signedIn, places)).some(({ wave }) => wave === who.wave)
      throw new ProblemError(paper ? 'answers-on-paper' : 'not-invited')
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
      const collecting = { urn, vault: parts.vault }
      return valueOrProblem(await acceptAnswers(collecting, request.params.wave, request.body, parts.now()))
    },
  )

  app.get(
    '/w/:wave/closed/:cohort',
    {
      config: { permission: 'everybody', unnamed: true },
      schema: {
        summary: 'All counted ballots of a closed cohort, to be searched on the own device',
        params: waveParams.extend({ cohort: cohortId }),
        response: { 200: closedCohort },
      },
    },
    async (request) => {
      const { wave, cohort } = request.params
      const closed = await findClosedCohort(urn, wave, cohort)
      if (closed) return describeClosed(closed)
      const row = await findWaveById(urn, wave)
      throw new ProblemError(row?.stage === 'open' ? 'wave-still-open' : 'unknown-wave')
    },
  )
}

const leafBytes = 32

function describeClosed({ cohort, leaves, root, sig }: ClosedCohortRow): ClosedCohort {
  const count = leaves.length / leafBytes
  return closedCohort.parse({
    cohort,
    leaves: Array.from({ length: count }, (_, at) =>
      leaves.subarray(at * leafBytes, (at + 1) * leafBytes).toString('base64url'),
    ),
    root: root.toString('base64url'),
    count,
    sig: sig.toString('base64url'),
  })
}
