import { err, ok, type Result } from '@chorus/basics/result'
import type { ProposedChange } from '@chorus/contracts/rights'
import { and, desc, eq, getTableColumns, inArray, isNull } from 'drizzle-orm'
import { breaksUniqueness } from '../breaks-uniqueness.ts'
import type { Office } from '../database.ts'
import { wave } from '../schema/collect.ts'
import { organisation } from '../schema/organisation.ts'
import { type HeldChange, ruleChange } from '../schema/rights.ts'
import { putInForce } from './rules-in-force.ts'
import { holdProgrammeAlone } from './wave-lock.ts'

export type { HeldChange }

export type RuleChangeRow = typeof ruleChange.$inferSelect & { readonly since: string | null }

type Key = { readonly organisation: string; readonly id: string }
type By = { readonly id: string; readonly name: string }
type Transaction = Parameters<Parameters<Office['transaction']>[0]>[0]

export type ChangeRefused =
  | { code: 'unknown-change' }
  | { code: 'change-waiting' }
  | { code: 'change-decided' }
  | { code: 'own-change' }
  | { code: 'changed-meanwhile' }

/** A change, with what it writes where that is more than its readers are told. */
export type Proposal = { readonly change: ProposedChange; readonly held?: HeldChange }

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
 * @param alongside what is to be written if and only if the change is
 * @param evenAlone it needs nobody else, whatever the organisation asks for
 */
export async function proposeChange(
  office: Office,
  organisationId: string,
  { change, held, by, at }: Proposal & { readonly by: By; readonly at: Date },
  alongside: (tx: Transaction, proposed: RuleChangeRow) => Promise<void>,
  evenAlone = false,
): Promise<Result<RuleChangeRow, ChangeRefused>> {
  try {
    return await office.transaction(async (tx) => {
      await holdRules(tx, organisationId, change)
      const waits = !evenAlone && (await needsSecondPerson(tx, organisationId))
      if (!waits) {
        const inForce = await putInForce(tx, organisationId, { change, held: held ?? null }, at)
        if (!inForce.ok) return inForce
      }
      const [written] = await tx
        .insert(ruleChange)
        .values({
          organisation: organisationId,
          about: aboutOf(change),
          change,
          held: waits ? held : null,
          state: waits ? 'proposed' : 'agreed',
          proposedBy: by.id,
          proposedByName: by.name,
          proposedOn: dayOf(at),
          decidedOn: waits ? null : dayOf(at),
        })
        .returning()
      if (!written) throw new Error('PostgreSQL returned no row for an insert')
      await alongside(tx, { ...written, since: null })
      return ok({ ...written, since: null })
    })
  } catch (error) {
    if (breaksUniqueness(error)) return err({ code: 'change-waiting' })
    throw error
  }
}

/**
 * Agrees, declines or, for whoever proposed it, takes back. What is agreed holds in the same moment.
 * @param alongside what is to be written if and only if the decision is
 */
export async function decideChange(
  office: Office,
  key: Key,
  decision: {
    readonly state: 'agreed' | 'declined' | 'withdrawn'
    readonly by: By
    readonly reason: string
    readonly at: Date
  },
  alongside: (tx: Transaction, decided: RuleChangeRow) => Promise<void>,
): Promise<Result<RuleChangeRow, ChangeRefused>> {
  return office.transaction(async (tx) => {
    const [waiting] = await tx.select().from(ruleChange).where(thisChange(key)).for('update')
    if (!waiting) return err({ code: 'unknown-change' })
    if (waiting.state !== 'proposed') return err({ code: 'change-decided' })
    const isOwn = waiting.proposedBy === decision.by.id
    if (isOwn && decision.state !== 'withdrawn') return err({ code: 'own-change' })
    const { state, by, reason, at } = decision
    if (state === 'agreed') {
      await holdRules(tx, key.organisation, waiting.change)
      const inForce = await putInForce(tx, key.organisation, waiting, at)
      if (!inForce.ok) return inForce
    }
    await tx
      .update(ruleChange)
      .set({ state, held: null, decidedByName: by.name, reason, decidedOn: dayOf(at) })
      .where(thisChange(key))
    const [decided] = await withWave(tx).where(thisChange(key))
    if (!decided) throw new Error('a change that was just decided is gone')
    await alongside(tx, decided)
    return ok(decided)
  })
}

/** Whether a change of a programme's rhythm waits. */
export async function rhythmWaits(
  office: Office,
  organisationId: string,
  programmeId: string,
): Promise<boolean> {
  const [waiting] = await office
    .select({ id: ruleChange.id })
    .from(ruleChange)
    .where(
      and(
        eq(ruleChange.organisation, organisationId),
        eq(ruleChange.about, ofProgramme.rhythm(programmeId)),
        eq(ruleChange.state, 'proposed'),
      ),
    )
  return waiting !== undefined
}

/** The wave is the first under what was agreed of its programme since the last one opened. */
export async function noteFirstWave(
  tx: Pick<Office, 'update'>,
  {
    organisation: organisationId,
    id,
    programme: programmeId,
  }: { organisation: string; id: string; programme: string },
): Promise<void> {
  const abouts = Object.values(ofProgramme).map((about) => about(programmeId))
  await tx
    .update(ruleChange)
    .set({ sinceWave: id })
    .where(
      and(
        eq(ruleChange.organisation, organisationId),
        inArray(ruleChange.about, abouts),
        eq(ruleChange.state, 'agreed'),
        isNull(ruleChange.sinceWave),
      ),
    )
}

const ofProgramme = {
  policy: (programmeId: string) => programmeId,
  questionnaire: (programmeId: string) => `questionnaire of ${programmeId}`,
  rhythm: (programmeId: string) => `rhythm of ${programmeId}`,
} as const

/** Two changes of one of these cannot wait beside each other. */
function aboutOf(change: ProposedChange): string {
  switch (change.kind) {
    case 'policy':
    case 'questionnaire':
    case 'rhythm':
      return ofProgramme[change.kind](change.programme)
    case 'provider':
      return 'sign-in provider'
    case 'scim-token':
      return change.instead === null ? `new scim token ${change.name}` : `scim token ${change.instead}`
    case 'scim-settings':
      return 'scim settings'
    case 'second-person':
      return 'second person'
    case 'auditor':
      return change.person
    case 'trusted-named':
      return `new trusted person ${change.name}, ${change.office}`
    case 'trusted-dismissed':
      return `trusted person ${change.trusted}`
    case 'concern-settings':
      return 'concern settings'
  }
}

const dayOf = (at: Date) => at.toISOString().slice(0, 'yyyy-mm-dd'.length)

/** One at a time in an organisation, and not while a wave of the programme is being opened. */
async function holdRules(tx: Transaction, organisationId: string, change: ProposedChange): Promise<void> {
  await tx.select().from(organisation).where(eq(organisation.id, organisationId)).for('update')
  if ('programme' in change) await tx.execute(holdProgrammeAlone(change.programme))
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
