import { partitionCohorts } from '@chorus/anonymity/cohorts'
import { programmeId } from '@chorus/contracts/ids'
import { policyInput } from '@chorus/contracts/policy'
import {
  cohortPreview,
  createProgrammeRequest,
  openWaveRequest,
  programme,
  programmes,
  wave,
} from '@chorus/contracts/programme'
import { recordEvent } from '@chorus/db/stores/audit-trail'
import { countPeopleByUnit, listUnits } from '@chorus/db/stores/organisations'
import {
  createProgramme,
  findProgramme,
  listProgrammes,
  type ProgrammeRow,
} from '@chorus/db/stores/programmes'
import { z } from 'zod'
import { signedInPerson } from '../http/permission.ts'
import { ProblemError, valueOrProblem } from '../http/problem.ts'
import type { App } from '../http/zod-app.ts'
import { chosenInstrument } from '../instruments/chosen-instrument.ts'
import type { Parts } from '../parts.ts'
import { openWave } from '../stages/collect/open-wave.ts'
import { describeProgramme } from './describe-programme.ts'
import { describeWave, waveOfOrganisation } from './describe-wave.ts'

const programmeParams = z.object({ programme: programmeId })

/** HR sets up recurring pulses and opens their waves. */
export function programmeRoutes(app: App, parts: Parts): void {
  const { office } = parts.database

  app.get(
    '/api/programmes',
    {
      config: { permission: ['hr', 'auditor'] },
      schema: { summary: 'Programmes and their waves', response: { 200: programmes } },
    },
    async (request) => {
      const rows = await listProgrammes(office, signedInPerson(request).organisation)
      return { programmes: await Promise.all(rows.map((row) => describeProgramme(parts, row))) }
    },
  )

  app.post(
    '/api/programmes',
    {
      config: { permission: ['hr'] },
      schema: {
        summary: 'Start a programme',
        body: createProgrammeRequest,
        response: { 201: programme },
      },
    },
    async (request, reply) => {
      const { organisation, person } = signedInPerson(request)
      const choice = request.body.instrument ?? null
      const row = await createProgramme(office, organisation, {
        name: request.body.name,
        instrument: valueOrProblem(await chosenInstrument(office, organisation, choice)),
        policy: request.body.policy ?? policyInput.parse({}),
      })
      await recordEvent(office, organisation, {
        at: parts.now(),
        actor: person.name,
        action: 'programme created',
        subject: row.name,
      })
      return reply.code(201).send(await describeProgramme(parts, row))
    },
  )

  app.get(
    '/api/programmes/:programme/cohorts',
    {
      config: { permission: ['hr'] },
      schema: {
        summary: 'The groups that answers would be filed under if a wave opened now',
        params: programmeParams,
        response: { 200: cohortPreview },
      },
    },
    async (request) => {
      const { organisation } = signedInPerson(request)
      const row = await programmeOf(organisation, request.params.programme)
      const units = await listUnits(office, organisation)
      const names = new Map(units.map((unit) => [unit.id, unit.name]))
      const people = await countPeopleByUnit(office, organisation)
      const cohorts = valueOrProblem(partitionCohorts(units, people, row.policy.k))
      return {
        cohorts: cohorts.map((cohort) => ({
          label: cohort.label,
          size: cohort.size,
          units: cohort.units.filter((id) => people.has(id)).map((id) => names.get(id) ?? id),
        })),
      }
    },
  )

  app.post(
    '/api/programmes/:programme/waves',
    {
      config: { permission: ['hr'] },
      schema: {
        summary: 'Open the next wave',
        params: programmeParams,
        body: openWaveRequest,
        response: { 201: wave },
      },
    },
    async (request, reply) => {
      const { organisation, person } = signedInPerson(request)
      const row = await programmeOf(organisation, request.params.programme)
      const opened = valueOrProblem(
        await openWave({ office, vault: parts.vault }, row, request.body, parts.now()),
      )
      await recordEvent(office, organisation, {
        at: parts.now(),
        actor: person.name,
        action: 'wave opened',
        subject: `${row.name}, ${request.body.label}`,
      })
      const frozen = await waveOfOrganisation(parts, organisation, opened.id)
      return reply.code(201).send(await describeWave(parts, frozen))
    },
  )

  async function programmeOf(organisation: string, id: string): Promise<ProgrammeRow> {
    const row = await findProgramme(office, organisation, id)
    if (!row) throw new ProblemError('unknown-programme')
    return row
  }
}
