import { sheetAnswer, sheetBallotAnswer, sheetBallotRequest, sheetRequest } from '@chorus/contracts/collect'
import { waveId } from '@chorus/contracts/ids'
import { z } from 'zod'
import { valueOrProblem } from '../../http/problem.ts'
import type { App } from '../../http/zod-app.ts'
import type { Parts } from '../../parts.ts'
import { issueSheetBallot, lookUpSheet } from './issue-sheet-ballot.ts'

const waveParams = z.object({ wave: waveId })

/** The kiosk: whoever holds a sheet of paper answers with it, and says nothing else about who asks. */
export function sheetRoutes(app: App, parts: Parts): void {
  const { issuer } = parts.database

  app.post(
    '/w/:wave/sheet',
    {
      config: { permission: 'anonymous' },
      schema: {
        summary: 'Which group the code of a sheet answers for; changes nothing',
        params: waveParams,
        body: sheetRequest,
        response: { 200: sheetAnswer },
      },
    },
    async (request) =>
      valueOrProblem(await lookUpSheet(issuer, request.params.wave, request.body.code, parts.now())),
  )

  app.post(
    '/w/:wave/sheet-ballot',
    {
      config: { permission: 'anonymous' },
      schema: {
        summary: 'Collect the one-time right to answer that a sheet gives, without credentials',
        params: waveParams,
        body: sheetBallotRequest,
        response: { 200: sheetBallotAnswer },
      },
    },
    async (request) =>
      valueOrProblem(
        await issueSheetBallot(
          { issuer, vault: parts.vault },
          request.params.wave,
          request.body,
          parts.now(),
        ),
      ),
  )
}
