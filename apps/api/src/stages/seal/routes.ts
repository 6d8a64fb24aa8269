import { waveId } from '@chorus/contracts/ids'
import { wave } from '@chorus/contracts/programme'
import { recordEvent } from '@chorus/db/stores/audit-trail'
import { z } from 'zod'
import { signedInPerson } from '../../http/permission.ts'
import { valueOrProblem } from '../../http/problem.ts'
import type { App } from '../../http/zod-app.ts'
import type { Parts } from '../../parts.ts'
import { describeWave, waveOfOrganisation } from '../../programmes/describe-wave.ts'
import { closedSubject } from './closed-subject.ts'
import { sealWave } from './seal-wave.ts'

/** Seal: a wave closes; order, roster and ballots are gone. */
export function sealRoutes(app: App, parts: Parts): void {
  app.post(
    '/api/waves/:wave/close',
    {
      config: { permission: ['hr'] },
      schema: {
        summary: 'Close a wave now, and seal it',
        params: z.object({ wave: waveId }),
        response: { 200: wave },
      },
    },
    async (request) => {
      const { organisation, person } = signedInPerson(request)
      const before = await waveOfOrganisation(parts, organisation, request.params.wave)
      valueOrProblem(await sealWave(parts, { organisation, wave: before.id }, parts.now()))
      const after = await waveOfOrganisation(parts, organisation, before.id)
      await recordEvent(parts.database.office, organisation, {
        at: parts.now(),
        actor: person.name,
        action: 'wave closed',
        subject: closedSubject(after),
      })
      return describeWave(parts, after)
    },
  )
}
