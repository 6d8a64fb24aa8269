import { randomBytes } from 'node:crypto'
import { sheetCodeBytes, writeSheetCode } from '@chorus/ballot/sheet-code'
import { present } from '@chorus/basics/assert'
import { secureShuffle } from '@chorus/basics/secure-shuffle'
import { cohortId, waveId } from '@chorus/contracts/ids'
import { handOutRequest, type PaperGroups, paperGroups, printedSheets } from '@chorus/contracts/paper'
import type { AuditAction } from '@chorus/contracts/trust'
import { recordEvent } from '@chorus/db/stores/audit-trail'
import { handOutSheets, listPaperCohorts, type PaperCohort, printSheets } from '@chorus/db/stores/sheets'
import type { WaveRow } from '@chorus/db/stores/waves'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { signedInPerson } from '../http/permission.ts'
import { ProblemError, valueOrProblem } from '../http/problem.ts'
import type { App } from '../http/zod-app.ts'
import type { Parts } from '../parts.ts'
import { waveOfOrganisation } from '../programmes/describe-wave.ts'
import { sheetHash } from '../stages/collect/sheet-hash.ts'
import { readManifest } from '../stages/collect/wave-questions.ts'

const waveParams = z.object({ wave: waveId })
const cohortParams = waveParams.extend({ cohort: cohortId })

/** HR prints one-time sheets for people without a device, and puts them into a bowl. What is used is told to nobody. */
export function paperRoutes(app: App, parts: Parts): void {
  const { office } = parts.database

  app.get(
    '/api/waves/:wave/paper',
    {
      config: { permission: ['hr'] },
      schema: {
        summary: 'Groups of an open wave that answer on paper',
        params: waveParams,
        response: { 200: paperGroups },
      },
    },
    async (request) => describeGroups(await openWave(request, request.params.wave)),
  )

  app.post(
    '/api/waves/:wave/paper/:cohort/sheets',
    {
      config: { permission: ['hr'] },
      schema: {
        summary: 'Make the codes of all sheets of a group; they are shown this once',
        params: cohortParams,
        response: { 200: printedSheets },
      },
    },
    async (request) => {
      const { wave, cohort } = request.params
      const row = await openWave(request, wave)
      const codes: string[] = []
      const makeHash = () => {
        const code = randomBytes(sheetCodeBytes)
        codes.push(writeSheetCode(code))
        return sheetHash(wave, code)
      }
      const key = { organisation: row.organisation, wave, cohort }
      const print = valueOrProblem(await printSheets(office, key, makeHash, parts.now()))
      const { label } = await groupOf(row, cohort)
      await record(
        request,
        'sheets printed',
        `${row.label}, ${label}: ${codes.length} sheets, print ${print}`,
      )
      return { print, label, codes: secureShuffle(codes) }
    },
  )

  app.post(
    '/api/waves/:wave/paper/:cohort/handed-out',
    {
      config: { permission: ['hr'] },
      schema: {
        summary:
          'The sheets of a group are in the bowl: their codes work from now on, and no others are made',
        params: cohortParams,
        body: handOutRequest,
        response: { 200: paperGroups },
      },
    },
    async (request) => {
      const { wave, cohort } = request.params
      const row = await openWave(request, wave)
      const key = { organisation: row.organisation, wave, cohort }
      const count = valueOrProblem(await handOutSheets(office, key, request.body.print, parts.now()))
      const { label } = await groupOf(row, cohort)
      await record(request, 'sheets handed out', `${row.label}, ${label}: ${count} sheets`)
      return describeGroups(row)
    },
  )

  async function openWave(request: FastifyRequest, wave: string): Promise<WaveRow> {
    const row = await waveOfOrganisation(parts, signedInPerson(request).organisation, wave)
    if (row.stage !== 'open') throw new ProblemError('wave-not-open')
    return row
  }

  async function describeGroups(row: WaveRow): Promise<PaperGroups> {
    const all = await listPaperCohorts(office, { organisation: row.organisation, wave: row.id })
    return paperGroups.parse({
      k: readManifest(row).manifest.policy.k,
      groups: all
        .filter(({ sheets }) => sheets > 0)
        .map(({ id, label, sheets, print, handedOut }) => ({
          cohort: id,
          label,
          sheets,
          print,
          state: handedOut ? 'handed out' : print > 0 ? 'printed' : 'none',
        })),
      tooFew: all.filter(({ sheets }) => sheets === 0).map(({ label, people }) => ({ label, people })),
    })
  }

  async function groupOf(row: WaveRow, cohort: string): Promise<PaperCohort> {
    const all = await listPaperCohorts(office, { organisation: row.organisation, wave: row.id })
    return present(
      all.find(({ id }) => id === cohort),
      'the group of sheets',
    )
  }

  async function record(request: FastifyRequest, action: AuditAction, subject: string): Promise<void> {
    const { organisation, person } = signedInPerson(request)
    await recordEvent(office, organisation, { at: parts.now(), actor: person.name, action, subject })
  }
}
