import { and, eq, inArray, lte } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { withinOrganisation } from '../organisation-scope.ts'
import { signInTry } from '../schema/access.ts'
import { holdSignInTriesAlone } from './wave-lock.ts'

type TriesRow = typeof signInTry.$inferSelect
/** How many wrong tries there were by one mark, and until when that is kept. */
export type SignInTries = Omit<TriesRow, 'organisation' | 'mark'>

/** Where it is not known yet who is there, or whether anybody is: no organisation has this id. */
export const nobodyYet = '00000000-0000-0000-0000-000000000000'

/**
 * Looks at what was counted and counts on, as one step for all processes: whoever comes at the same time waits, and finds it counted. What is
 * over by now is forgotten before.
 * @param marks all that may be counted
 * @param decide says what is known by a mark from now on (null: nothing), for each mark that changes
 */
export async function countTries<Answer>(
  office: Office,
  { organisation, marks }: { readonly organisation: string; readonly marks: readonly Buffer[] },
  now: Date,
  decide: (known: (mark: Buffer) => SignInTries | null) => {
    readonly keep: readonly (readonly [mark: Buffer, tries: SignInTries | null])[]
    readonly answer: Answer
  },
): Promise<Answer> {
  return withinOrganisation(organisation, () =>
    office.transaction(async (tx) => {
      await tx.execute(holdSignInTriesAlone(organisation))
      await forgetPastTries(tx, organisation, now)
      const rows = await tx.select().from(signInTry).where(countedBy(organisation, marks))
      const { keep, answer } = decide((mark) => rows.find((row) => row.mark.equals(mark)) ?? null)
      const changed = keep.map(([mark]) => mark)
      const kept = keep.flatMap(([mark, tries]) => (tries === null ? [] : [{ ...tries, organisation, mark }]))
      if (changed.length > 0) await tx.delete(signInTry).where(countedBy(organisation, changed))
      if (kept.length > 0) await tx.insert(signInTry).values(kept)
      return answer
    }),
  )
}

/** Within the scope of the organisation, or of nobody yet. */
export async function forgetPastTries(
  office: Pick<Office, 'delete'>,
  organisation: string,
  now: Date,
): Promise<void> {
  await office
    .delete(signInTry)
    .where(and(eq(signInTry.organisation, organisation), lte(signInTry.forgetAt, now)))
}

function countedBy(organisation: string, marks: readonly Buffer[]) {
  return and(eq(signInTry.organisation, organisation), inArray(signInTry.mark, [...marks]))
}
