import { isDeepStrictEqual } from 'node:util'
import { programmeId } from '@chorus/contracts/ids'
import { changeRhythmRequest, type RhythmAnswer, rhythmAnswer } from '@chorus/contracts/rhythm'
import { rulesOfRhythm } from '@chorus/contracts/rhythm-rules'
import { recordEvent } from '@chorus/db/stores/audit-trail'
import { findProgramme, type ProgrammeRow, setRhythm } from '@chorus/db/stores/programmes'
import { rhythmWaits } from '@chorus/db/stores/rule-changes'
import { z } from 'zod'
import { signedInPerson } from '../http/permission.ts'
import { ProblemError } from '../http/problem.ts'
import type { App } from '../http/zod-app.ts'
import type { Parts } from '../parts.ts'
import { propose } from '../rules/propose.ts'
import { lastWaveNumber } from './last-wave-number.ts'
import { planAhead } from './plan-ahead.ts'

const params = z.object({ programme: programmeId })
const shownAhead = 3

/** When a programme's waves open by themselves. */
export function rhythmRoutes(app: App, parts: Parts): void {
  const { office } = parts.database

  app.get(
    '/api/programmes/:programme/rhythm',
    {
      config: { permission: ['hr', 'auditor'] },
      schema: {
        summary: 'The rhythm of a programme and its next waves',
        params,
        response: { 200: rhythmAnswer },
      },
    },
    async (request) => {
      const row = await programmeOf(signedInPerson(request).organisation, request.params.programme)
      return describeRhythm(row)
    },
  )

  app.patch(
    '/api/programmes/:programme/rhythm',
    {
      config: { permission: ['hr'] },
      schema: {
        summary:
          'Change when waves open by themselves; null: by hand. An open wave goes on as it is. What is a rule may wait for a second person',
        params,
        body: changeRhythmRequest,
        response: { 200: rhythmAnswer },
      },
    },
    async (request) => {
      const reader = signedInPerson(request)
      const { organisation, person } = reader
      const { programme } = request.params
      const row = await programmeOf(organisation, programme)
      const { rhythm, rotation = row.rotation } = request.body
      const before = rulesOfRhythm(row.rhythm, row.rotation)
      const after = rulesOfRhythm(rhythm, rotation)
      if (!isDeepStrictEqual(before, after)) {
        const change = { kind: 'rhythm' as const, programme, name: row.name, before, after }
        const now = { rhythm: row.rhythm, rotation: row.rotation }
        const held = { kind: 'rhythm' as const, before: now, after: { rhythm, rotation } }
        await propose(parts, reader, { change, held }, 'rhythm changed')
        return describeRhythm(await programmeOf(organisation, programme))
      }
      await setRhythm(office, organisation, row.id, rhythm, rotation)
      await recordEvent(office, organisation, {
        at: parts.now(),
        actor: person.name,
        action: 'rhythm changed',
        subject: row.name,
      })
      return describeRhythm({ ...row, rhythm, rotation })
    },
  )

  async function programmeOf(organisation: string, id: string): Promise<ProgrammeRow> {
    const row = await findProgramme(office, organisation, id)
    if (!row) throw new ProblemError('unknown-programme')
    return row
  }

  async function describeRhythm(row: ProgrammeRow): Promise<RhythmAnswer> {
    const number = await lastWaveNumber(office, row)
    return {
      rhythm: row.rhythm,
      rotation: row.rotation,
      next: planAhead(row, number, parts.now(), shownAhead),
      waits: await rhythmWaits(office, row.organisation, row.id),
    }
  }
}
