import {
  myPassword,
  newPassword,
  passwordSetUp,
  passwordSignIn,
  recoveryCodes,
  removePassword as removal,
} from '@chorus/contracts/password'
import { session } from '@chorus/contracts/session'
import {
  findPassword,
  findPasswordsByEmail,
  type PasswordRow,
  removePassword,
  setPassword,
} from '@chorus/db/stores/administrator-passwords'
import { recordEvent } from '@chorus/db/stores/audit-trail'
import { z } from 'zod'
import { signedInPerson } from '../../http/permission.ts'
import { ProblemError } from '../../http/problem.ts'
import type { App } from '../../http/zod-app.ts'
import type { Parts } from '../../parts.ts'
import { asSession } from '../as-session.ts'
import { enter } from '../enter.ts'
import { factorPurpose, isConfirmed, stepMark } from './confirm-password.ts'
import { hashPassword } from './password-hash.ts'
import { newRecoveryCodes, recoveryMark } from './recovery-codes.ts'
import { factorAddress, newFactorKey, stepOf } from './second-factor.ts'
import { openSetUp, sealSetUp } from './set-up.ts'
import { SlowDown } from './slow-down.ts'
import { passwordWeakness } from './weak-password.ts'

/** A password with a second factor, for administrators alone: so that they come in when neither mail nor provider works. */
export function passwordRoutes(app: App, parts: Parts): void {
  const { office } = parts.database
  const slowDown = new SlowDown(office, parts.secrets)

  /** @throws ProblemError wait-before-next-try, password-not-valid */
  async function confirm(
    name: string,
    rows: readonly PasswordRow[],
    given: { password: string; code: string },
  ): Promise<PasswordRow> {
    const wait = await slowDown.begin(name, parts.now())
    if (wait > 0) throw new ProblemError('wait-before-next-try', undefined, undefined, wait)
    for (const row of rows.length > 0 ? rows : [null])
      if ((await isConfirmed(parts, row, given.password, given.code)) && row !== null) {
        await slowDown.succeeded(name, parts.now())
        return row
      }
    throw new ProblemError('password-not-valid')
  }

  app.post(
    '/api/session/password',
    {
      config: { permission: 'everybody' },
      schema: {
        summary: 'Sign in with a password and the second factor, or a recovery code',
        body: passwordSignIn,
        response: { 200: session },
      },
    },
    async (request, reply) => {
      const { email } = request.body
      const row = await confirm(email, await findPasswordsByEmail(office, email), request.body)
      return asSession(await enter(app, parts, reply, row))
    },
  )

  app.get(
    '/api/my/password',
    {
      config: { permission: ['administrator'] },
      schema: { summary: 'Whether I have a password', response: { 200: myPassword } },
    },
    async (request) => {
      const { organisation, person } = signedInPerson(request)
      const row = await findPassword(office, { organisation, person: person.id })
      return { isSet: row !== null, recoveryCodesLeft: row?.recoveryCodes.length ?? 0 }
    },
  )

  app.post(
    '/api/my/password/begin',
    {
      config: { permission: ['administrator'] },
      schema: { summary: 'A key for a new second factor', response: { 200: passwordSetUp } },
    },
    async (request) => {
      const { organisation, person } = signedInPerson(request)
      const key = newFactorKey()
      const setUp = sealSetUp(parts, { organisation, person: person.id }, key)
      return { key, address: factorAddress(key, person.email), setUp }
    },
  )

  app.put(
    '/api/my/password',
    {
      config: { permission: ['administrator'] },
      schema: {
        summary: 'Set or change my password; the recovery codes are in this answer and nowhere else',
        body: newPassword,
        response: { 200: recoveryCodes },
      },
    },
    async (request) => {
      const { organisation, person, organisationName } = signedInPerson(request)
      const owner = { organisation, person: person.id }
      const { setUp, password, code, current } = request.body
      const key = openSetUp(parts, owner, setUp)
      if (key === null) throw new ProblemError('set-up-over')
      const weakness = passwordWeakness(password, [person.name, person.email, organisationName])
      if (weakness !== null) throw new ProblemError(weakness.code)
      const step = stepOf(key, code.replace(/\s/g, ''), parts.now())
      if (step === null) throw new ProblemError('second-factor-not-valid')
      const before = await findPassword(office, owner)
      if (before !== null) {
        if (current === undefined) throw new ProblemError('password-not-valid')
        await confirm(person.email, [before], current)
      }
      const codes = newRecoveryCodes()
      await setPassword(office, {
        ...owner,
        hash: await hashPassword(password),
        totp: parts.secrets.seal(factorPurpose(owner), key),
        usedSteps: [stepMark(parts, owner, step)],
        recoveryCodes: codes.map((one) => recoveryMark(parts, owner, one)),
      })
      await recordEvent(office, organisation, {
        at: parts.now(),
        actor: person.name,
        action: 'administrator password set',
        subject: person.name,
      })
      return { recoveryCodes: codes }
    },
  )

  app.post(
    '/api/my/password/remove',
    {
      config: { permission: ['administrator'] },
      schema: { summary: 'Remove my password', body: removal, response: { 204: z.null() } },
    },
    async (request, reply) => {
      const { organisation, person } = signedInPerson(request)
      const owner = { organisation, person: person.id }
      const row = await findPassword(office, owner)
      await confirm(person.email, row === null ? [] : [row], request.body)
      await removePassword(office, owner)
      await recordEvent(office, organisation, {
        at: parts.now(),
        actor: person.name,
        action: 'administrator password removed',
        subject: person.name,
      })
      return reply.code(204).send(null)
    },
  )
}
