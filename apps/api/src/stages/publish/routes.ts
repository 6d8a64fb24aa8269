import { waveId } from '@chorus/contracts/ids'
import { wave } from '@chorus/contracts/programme'
import { recordEvent } from '@chorus/db/stores/audit-trail'
import { z } from 'zod'
import { signedInPerson } from '../../http/permission.ts'
import { valueOrProblem } from '../../http/problem.ts'
import type { App } from '../../http/zod-app.ts'
import type { Parts } from '../../parts.ts'
import { describeWave, waveOfOrganisation } from '../../programmes/describe-wave.ts'
import { VaultError } from '../../vault/vault.ts'
import { sealWave } from '../seal/seal-wave.ts'
import { publishRelease } from './publish-release.ts'
import { tellOfResults } from './tell-of-results.ts'

/** Publish: a sealed wave becomes a release, once. */
export function publishRoutes(app: App, parts: Parts): void {
  app.post(
    '/api/waves/:wave/publish',
    {
      config: { permission: ['hr'] },
      schema: {
        summary: 'Publish a sealed wave',
        params: z.object({ wave: waveId }),
        response: { 200: wave },
      },
    },
    async (request) => {
      const { organisation, person } = signedInPerson(request)
      const row = await waveOfOrganisation(parts, organisation, request.params.wave)
      // What an interrupted close left over is done first.
      if (row.stage === 'sealed')
        valueOrProblem(await sealWave(parts, { organisation, wave: row.id }, parts.now()))
      valueOrProblem(await publishRelease(parts.database, row, { tellFrom: parts.now() }))
      await recordEvent(parts.database.office, organisation, {
        at: parts.now(),
        actor: person.name,
        action: 'wave published',
        subject: row.label,
      })
      const published = await waveOfOrganisation(parts, organisation, row.id)
      const { database, mail, marks } = parts
      await tellOfResults({ database, marks: mail && marks }, published, person.name, parts.now()).catch(
        reportLostKey,
      )
      mail?.wake()
      return describeWave(parts, published)
    },
  )

  /** The release is out whatever becomes of mails. */
  function reportLostKey(error: unknown): void {
    if (!(error instanceof VaultError)) throw error
    parts.report(`Mails about results were not ordered: ${error.message}`)
  }
}
