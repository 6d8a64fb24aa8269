import { programme } from '@chorus/contracts/programme'
import {
  instrumentsAnswer,
  type SetUpAnswer,
  saveSetUpRequest,
  setUpAnswer,
  startSetUpRequest,
} from '@chorus/contracts/set-up'
import { countPeopleByUnit, listUnits } from '@chorus/db/stores/organisations'
import { dropDraft, findDraft, keepDraft, listCuts } from '@chorus/db/stores/programme-drafts'
import { type SignedIn, signedInPerson } from '../http/permission.ts'
import { ProblemError } from '../http/problem.ts'
import type { App } from '../http/zod-app.ts'
import type { Parts } from '../parts.ts'
import { choosableInstruments } from '../programmes/choosable-instruments.ts'
import { describeProgramme } from '../programmes/describe-programme.ts'
import { startProgramme } from './start-programme.ts'

/** HR sets a programme up step by step; what was said is kept here, and gone on with from any device. */
export function setUpRoutes(app: App, parts: Parts): void {
  const { office } = parts.database

  app.get(
    '/api/set-up',
    {
      config: { permission: ['hr'] },
      schema: {
        summary: 'The programme that is being set up, as far as it is',
        response: { 200: setUpAnswer },
      },
    },
    async (request) => describeSetUp(signedInPerson(request)),
  )

  app.put(
    '/api/set-up',
    {
      config: { permission: ['hr'] },
      schema: {
        summary: 'Keep what was said so far; null throws it away',
        body: saveSetUpRequest,
        response: { 200: setUpAnswer },
      },
    },
    async (request) => {
      const signedIn = signedInPerson(request)
      const { version, draft } = request.body
      const kept = draft
        ? (await keepDraft(office, signedIn.organisation, { version, draft })) !== null
        : await dropDraft(office, signedIn.organisation, version)
      if (!kept) throw new ProblemError('set-up-changed')
      return describeSetUp(signedIn)
    },
  )

  app.post(
    '/api/set-up/start',
    {
      config: { permission: ['hr'] },
      schema: {
        summary: 'Start the programme. Its first wave opens at its time, or at once',
        body: startSetUpRequest,
        response: { 201: programme },
      },
    },
    async (request, reply) => {
      const started = await startProgramme(parts, signedInPerson(request), request.body)
      return reply.code(201).send(await describeProgramme(parts, started))
    },
  )

  app.get(
    '/api/set-up/instruments',
    {
      config: { permission: ['hr'] },
      schema: { summary: 'What a programme can ask', response: { 200: instrumentsAnswer } },
    },
    async (request) => {
      const instruments = await choosableInstruments(office, signedInPerson(request).organisation)
      return {
        instruments: instruments.map(({ id, name, scales }) => ({
          id,
          name,
          scales: scales.map((scale) => ({
            id: scale.id,
            name: scale.name,
            role: scale.role,
            source: scale.source ?? null,
            items: scale.items.map(({ id, text, reversed }) => ({ id, text, reversed })),
          })),
        })),
      }
    },
  )

  async function describeSetUp({ organisation, organisationName }: SignedIn): Promise<SetUpAnswer> {
    const kept = await findDraft(office, organisation)
    const people = await countPeopleByUnit(office, organisation)
    return {
      version: kept?.version ?? 0,
      draft: kept?.draft ?? null,
      organisation: {
        name: organisationName,
        people: [...people.values()].reduce((sum, count) => sum + count, 0),
        units: (await listUnits(office, organisation)).length,
        cuts: await listCuts(office, organisation),
      },
    }
  }
}
