import { and, eq } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { type InvitedAgain, lastGroup } from '../schema/collect.ts'

type Transaction = Pick<Office, 'select' | 'insert' | 'delete'>

type OpeningWave = {
  readonly wave: { readonly organisation: string; readonly id: string; readonly programme: string }
  readonly groups: readonly { readonly person: string; readonly unit: string }[]
}

const batchSize = 8000

/** How many of those invited to the programme's last wave are invited to this one; null where there was none. */
export async function countInvitedAgain(
  tx: Transaction,
  { wave, groups }: OpeningWave,
): Promise<InvitedAgain | null> {
  const before = await tx
    .select({ person: lastGroup.person, unit: lastGroup.unit, wave: lastGroup.wave })
    .from(lastGroup)
    .where(ofProgramme(wave))
  const since = before[0]?.wave
  if (since === undefined) return null
  const unitBefore = new Map(before.map(({ person, unit }) => [person, unit]))
  const people = new Map<string, { before: string; now: string; people: number }>()
  for (const { person, unit } of groups) {
    const was = unitBefore.get(person)
    if (was === undefined) continue
    const key = JSON.stringify([was, unit])
    const counted = people.get(key) ?? { before: was, now: unit, people: 0 }
    counted.people++
    people.set(key, counted)
  }
  return { since, people: [...people.values()] }
}

/** Writes anew in which unit everybody is counted. */
export async function keepLastGroups(tx: Transaction, { wave, groups }: OpeningWave): Promise<void> {
  const { organisation, programme, id } = wave
  await tx.delete(lastGroup).where(ofProgramme(wave))
  for (let start = 0; start < groups.length; start += batchSize)
    await tx
      .insert(lastGroup)
      .values(
        groups.slice(start, start + batchSize).map((one) => ({ organisation, programme, wave: id, ...one })),
      )
}

function ofProgramme({ organisation, programme }: OpeningWave['wave']) {
  return and(eq(lastGroup.organisation, organisation), eq(lastGroup.programme, programme))
}
