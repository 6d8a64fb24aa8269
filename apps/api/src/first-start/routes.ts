import { randomUUID } from 'node:crypto'
import { firstStart, firstStartRequest } from '@chorus/contracts/first-start'
import { session } from '@chorus/contracts/session'
import { foundOrganisation } from '@chorus/db/stores/founding'
import { asSession } from '../access/as-session.ts'
import { enter } from '../access/enter.ts'
import { SlowDown } from '../access/password/slow-down.ts'
import { ProblemError, valueOrProblem } from '../http/problem.ts'
import type { App } from '../http/zod-app.ts'
import type { Parts } from '../parts.ts'
import { isSetUpCode } from './set-up-code.ts'

/** What a file without units of its own calls the root, too. */
const root = 'organisation'

/** The first organisation of an installation, made in the browser. Further ones are a matter of the command line. */
export function firstStartRoutes(app: App, parts: Parts, isEmpty: () => Promise<boolean>): void {
  const { office } = parts.database
  const slowDown = new SlowDown(office, parts.secrets)
  // Nobody has a name yet: all wrong codes count together.
  const everybody = 'set-up code'

  app.get(
    '/api/first-start',
    {
      config: { permission: 'everybody' },
      schema: { summary: 'Whether Chorus waits for its first organisation', response: { 200: firstStart } },
    },
    async () => ({ open: await isEmpty() }),
  )

  app.post(
    '/api/first-start',
    {
      config: { permission: 'first-start' },
      schema: {
        summary: 'Make the first organisation and its first person, who is signed in by this',
        body: firstStartRequest,
        response: { 200: session },
      },
    },
    async (request, reply) => {
      const now = parts.now()
      const { code, organisation: name, language, zone, name: person } = request.body
      const wait = await slowDown.begin(everybody, now)
      if (wait > 0) throw new ProblemError('wait-before-next-try', undefined, undefined, wait)
      if (!isSetUpCode(parts.secrets, code)) throw new ProblemError('set-up-code-not-valid')
      await slowDown.succeeded(everybody, now)
      const email = request.body.email.toLowerCase()
      const founder = {
        // Until a file gives the person a number of the organisation's own.
        externalId: email,
        name: person,
        email,
        unit: root,
        role: 'hr' as const,
        language,
        cuts: {},
        channel: 'online' as const,
        zone: null,
        leads: [],
        hrUnits: null,
      }
      const id = randomUUID()
      const founding = { id, name, language, zone, root, founder }
      const founded = valueOrProblem(await foundOrganisation(office, founding, now))
      return asSession(await enter(app, parts, reply, { organisation: id, person: founded }))
    },
  )
}
