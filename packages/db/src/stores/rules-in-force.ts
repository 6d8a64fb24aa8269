import { isDeepStrictEqual } from 'node:util'
import { err, ok, type Result } from '@chorus/basics/result'
import type { ProposedChange } from '@chorus/contracts/rights'
import { and, eq } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { programme } from '../schema/collect.ts'
import { organisation, person } from '../schema/organisation.ts'
import type { HeldChange } from '../schema/rights.ts'
import { readConcernSettings, writeConcernSettings } from './concern-settings.ts'
import { findRights } from './roles.ts'
import { readScimSettings, writeScimSettings } from './scim-settings.ts'
import { addScimToken, handOverScimToken } from './scim-tokens.ts'
import { findSignInProvider, removeSignInProvider, setSignInProvider } from './sign-in-providers.ts'
import { endTrustedPerson, insertTrustedPerson } from './trusted-persons.ts'

type Transaction = Parameters<Parameters<Office['transaction']>[0]>[0]
type Refused = { code: 'changed-meanwhile' | 'unknown-change' }
type Written = { readonly change: ProposedChange; readonly held: HeldChange | null }
type OfKind<K extends ProposedChange['kind']> = Extract<ProposedChange, { kind: K }>

/** Writes what was agreed to where it holds, unless that is not as it was when it was proposed. */
export async function putInForce(
  tx: Transaction,
  organisationId: string,
  { change, held }: Written,
  at: Date,
): Promise<Result<void, Refused>> {
  switch (change.kind) {
    case 'policy':
      return inProgramme(tx, organisationId, change.programme, ({ policy }) =>
        isDeepStrictEqual(policy, change.before) ? { policy: change.after } : null,
      )
    case 'questionnaire': {
      const { instrument } = heldOf('questionnaire', held)
      return inProgramme(tx, organisationId, change.programme, (now) =>
        now.instrument.id === change.before.id ? { instrument } : null,
      )
    }
    case 'rhythm': {
      const { before, after } = heldOf('rhythm', held)
      return inProgramme(tx, organisationId, change.programme, ({ rhythm, rotation }) =>
        isDeepStrictEqual({ rhythm, rotation }, before) ? { ...after } : null,
      )
    }
    case 'provider':
      return provider(tx, organisationId, change, held)
    case 'scim-token': {
      const { id, tokenHash } = heldOf('scim-token', held)
      if (change.instead !== null) {
        const name = await handOverScimToken(tx, { organisation: organisationId, id: change.instead }, at)
        if (name === null) return err({ code: 'changed-meanwhile' })
      }
      const token = { organisation: organisationId, id, name: change.name }
      await addScimToken(tx, { ...token, tokenHash: Buffer.from(tokenHash, 'base64url') })
      return ok(undefined)
    }
    case 'scim-settings': {
      const { cuts, ...now } = await readScimSettings(tx, organisationId)
      const feedsTwo = change.after.unitsFrom === 'department' && cuts.department !== undefined
      if (feedsTwo || !isDeepStrictEqual(now, change.before)) return err({ code: 'changed-meanwhile' })
      await writeScimSettings(tx, organisationId, change.after)
      return ok(undefined)
    }
    case 'second-person':
      await tx
        .update(organisation)
        .set({ secondPerson: change.on })
        .where(eq(organisation.id, organisationId))
      return ok(undefined)
    case 'auditor': {
      const [from, to] = change.on ? (['employee', 'auditor'] as const) : (['auditor', 'employee'] as const)
      const appointed = await tx
        .update(person)
        .set({ role: to })
        .where(
          and(eq(person.organisation, organisationId), eq(person.id, change.person), eq(person.role, from)),
        )
        .returning({ id: person.id })
      return appointed.length > 0 ? ok(undefined) : err({ code: 'unknown-change' })
    }
    case 'trusted-named': {
      const { person: trusted, escalation } = heldOf('trusted-named', held)
      for (const id of [trusted, escalation])
        if ((await findRights(tx, organisationId, id)) === null) return err({ code: 'unknown-change' })
      const { office, about, languages } = change
      const words = { office, about, languages }
      await insertTrustedPerson(tx, {
        organisation: organisationId,
        id: change.trusted,
        person: trusted,
        escalation,
        ...words,
      })
      return ok(undefined)
    }
    case 'trusted-dismissed':
      return (await endTrustedPerson(tx, organisationId, change.trusted))
        ? ok(undefined)
        : err({ code: 'changed-meanwhile' })
    case 'concern-settings': {
      const { toldUntil: _, ...now } = await readConcernSettings(tx, organisationId)
      if (!isDeepStrictEqual(now, change.before)) return err({ code: 'changed-meanwhile' })
      await writeConcernSettings(tx, organisationId, change.after)
      return ok(undefined)
    }
  }
}

type Now = typeof programme.$inferSelect

/** @param write what to set, from the programme as it is; null where it is not as it was */
async function inProgramme(
  tx: Transaction,
  organisationId: string,
  programmeId: string,
  write: (now: Now) => Partial<Pick<Now, 'policy' | 'instrument' | 'rhythm' | 'rotation'>> | null,
): Promise<Result<void, Refused>> {
  const which = and(eq(programme.organisation, organisationId), eq(programme.id, programmeId))
  const [now] = await tx.select().from(programme).where(which)
  const set = now ? write(now) : null
  if (set === null) return err({ code: 'changed-meanwhile' })
  await tx.update(programme).set(set).where(which)
  return ok(undefined)
}

async function provider(
  tx: Transaction,
  organisationId: string,
  { before, after }: OfKind<'provider'>,
  held: HeldChange | null,
): Promise<Result<void, Refused>> {
  const { secretBefore, secret } = heldOf('provider', held)
  const now = await findSignInProvider(tx, organisationId)
  const { organisation: _, clientSecret, ...shown } = now ?? { organisation: '', clientSecret: null }
  const secretNow = clientSecret?.toString('base64url') ?? null
  const { hasSecret: _has, ...asProposed } = before ?? { hasSecret: false }
  if (!isDeepStrictEqual(shown, asProposed) || secretNow !== secretBefore)
    return err({ code: 'changed-meanwhile' })
  if (after === null) {
    await removeSignInProvider(tx, organisationId)
    return ok(undefined)
  }
  const { hasSecret: _had, ...row } = after
  await setSignInProvider(tx, {
    organisation: organisationId,
    ...row,
    clientSecret: secret === null ? null : Buffer.from(secret, 'base64url'),
  })
  return ok(undefined)
}

function heldOf<K extends HeldChange['kind']>(kind: K, held: HeldChange | null) {
  if (!isHeld(kind, held)) throw new Error(`what a change of kind ${kind} writes is not there`)
  return held
}

function isHeld<K extends HeldChange['kind']>(
  kind: K,
  held: HeldChange | null,
): held is Extract<HeldChange, { kind: K }> {
  return held?.kind === kind
}
