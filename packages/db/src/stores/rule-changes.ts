import { err, ok, type Result } from '@chorus/basics/result'
import type { ProposedChange } from '@chorus/contracts/rights'
import { and, desc, eq, getTableColumns, isNull } from 'drizzle-orm'
import { breaksUniqueness } from '../breaks-uniqueness.ts'
import type { Office } from '../database.ts'
import { programme, wave } from '../schema/collect.ts'
import { organisation, person } from '../schema/organisation.ts'
import { ruleChange } from '../schema/rights.ts'
import { holdProgrammeAlone } from './wave-lock.ts'

export type RuleChangeRow = typeof ruleChange.$inferSelect & { readonly since: string | null }

type Key = { readonly organisation: string; readonly id: string }
type By = { readonly id: string; readonly name: string }
type Transaction = Parameters<Parameters<Office['transaction']>[0]>[0]

export type ChangeRefused =
  | { code: 'unknown-change' }
  | { code: 'change-waiting' }
  | { code: 'change-decided' }
  | { code: 'own-change' }
  | { code: 'programme-changed' }

/** Whether a change of the rules needs a second person. */
export async function needsSecondPerson(
  office: Pick<Office, 'select'>,
  organisationId: string,
): Promise<boolean> {
  const [row] = await office
    .select({ needed: organisation.secondPerson })
    .from(organisation)
    .where(eq(organisation.id, organisationId))
  return row?.needed ?? false
}

/** Newest first. */
export async function listRuleChanges(office: Office, organisationId: string): Promise<RuleChangeRow[]> {
  return withWave(office)
    .where(eq(ruleChange.organisation, organisationId))
    .orderBy(desc(ruleChange.proposedOn), desc(ruleChange.decidedOn), ruleChange.id)
}

/**
 * Writes a change down. Where no second person is needed it holds at once, else it waits.
 * @param on ISO date (UTC)
 * @param evenAlone it needs nobody else, whatever the organisation asks for
 */
export async function proposeChange(
  office: Office,
  organisationId: string,
  proposal: { readonly about: string; readonly change: ProposedChange; readonly by: By; readonly on: string },
  evenAlone = false,
): Promise<Result<RuleChangeRow, ChangeRefused>> {
  const { about, change, by, on } = proposal
  try {
    return await office.transaction(async (tx) => {
      await holdRules(tx, organisationId, change)
      const waits = !evenAlone && (await needsSecondPerson(tx, organisationId))
      const held = waits ? ok(undefined) : await putInForce(tx, organisationId, change)
      if (!held.ok) return held
      const [written] = await tx
        .insert(ruleChange)
        .values({
          organisation: organisationId,
          about,
          change,
          state: waits ? 'proposed' : 'agreed',
          proposedBy: by.id,
          proposedByName: by.name,
          proposedOn: on,
          decidedOn: waits ? null : on,
        })
        .returning()
      if (!written) throw new Error('PostgreSQL returned no row for an insert')
      return ok({ ...written, since: null })
    })
  } catch (error) {
    if (breaksUniqueness(error)) return err({ code: 'change-waiting' })
    throw error
  }
}

/** Agrees, declines or, for whoever proposed it, takes back. What is agreed holds in the same moment. @param on ISO date (UTC) */
export async function decideChange(
  office: Office,
  key: Key,
  decision: {
    readonly state: 'agreed' | 'declined' | 'withdrawn'
    readonly by: By
    readonly reason: string
    readonly on: string
  },
): Promise<Result<RuleChangeRow, ChangeRefused>> {
  return office.transaction(async (tx) => {
    const [waiting] = await tx.select().from(ruleChange).where(thisChange(key)).for('update')
    if (!waiting) return err({ code: 'unknown-change' })
    if (waiting.state !== 'proposed') return err({ code: 'change-decided' })
    const isOwn = waiting.proposedBy === decision.by.id
    if (isOwn && decision.state !== 'withdrawn') return err({ code: 'own-change' })
    if (decision.state === 'agreed') {
      await holdRules(tx, key.organisation, waiting.change)
      const held = await putInForce(tx, key.organisation, waiting.change)
      if (!held.ok) return held
    }
    const { state, by, reason, on } = decision
    await tx
      .update(ruleChange)
      .set({ state, decidedByName: by.name, reason, decidedOn: on })
      .where(thisChange(key))
    const [decided] = await withWave(tx).where(thisChange(key))
    if (!decided) throw new Error('a change that was just decided is gone')
    return ok(decided)
  })
}

/** The wave is the first under what was agreed since the last one opened. */
export async function noteFirstWave(
  tx: Pick<Office, 'update'>,
  {
    organisation: organisationId,
    id,
    programme: about,
  }: { organisation: string; id: string; programme: string },
): Promise<void> {
  await tx
    .update(ruleChange)
    .set({ sinceWave: id })
    .where(
      and(
        eq(ruleChange.organisation, organisationId),
        eq(ruleChange.about, about),
        eq(ruleChange.state, 'agreed'),
        isNull(ruleChange.sinceWave),
      ),
    )
}

/** One at a time in an organisation, and not while a wave of the programme is being opened. */
async function holdRules(tx: Transaction, organisationId: string, change: ProposedChange): Promise<void> {
  await tx.select().from(organisation).where(eq(organisation.id, organisationId)).for('update')
  if (change.kind === 'policy') await tx.execute(holdProgrammeAlone(change.programme))
}

async function putInForce(
  tx: Transaction,
  organisationId: string,
  change: ProposedChange,
): Promise<Result<void, { code: 'programme-changed' | 'unknown-change' }>> {
  switch (change.kind) {
    case 'policy': {
      const which = and(eq(programme.organisation, organisationId), eq(programme.id, change.programme))
      const [now] = await tx.select({ policy: programme.policy }).from(programme).where(which)
      // Both come from jsonb, which puts the names in the same order.
      if (JSON.stringify(now?.policy) !== JSON.stringify(change.before))
        return err({ code: 'programme-changed' })
      await tx.update(programme).set({ policy: change.after }).where(which)
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
  }
}

function withWave(office: Pick<Office, 'select'>) {
  return office
    .select({ ...getTableColumns(ruleChange), since: wave.label })
    .from(ruleChange)
    .leftJoin(wave, and(eq(wave.organisation, ruleChange.organisation), eq(wave.id, ruleChange.sinceWave)))
}

function thisChange({ organisation: organisationId, id }: Key) {
  return and(eq(ruleChange.organisation, organisationId), eq(ruleChange.id, id))
}
