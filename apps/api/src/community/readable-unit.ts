import type { Office } from '@chorus/db/database'
import { type NamedUnit, unitChain } from '@chorus/db/stores/unit-chain'
import type { SignedIn } from '../http/permission.ts'
import { ProblemError } from '../http/problem.ts'
import { reachOf } from './reach.ts'

/**
 * A unit whose affairs somebody reads.
 * @param asked left out: the own one
 * @throws ProblemError unknown-unit, also for one that is there and not for this reader
 */
export async function readableUnit(
  office: Office,
  reader: SignedIn,
  asked: string | undefined,
): Promise<NamedUnit> {
  if (asked === undefined) return reader.unit
  const [unit] = await unitChain(office, reader.organisation, asked)
  if (!unit || !(await reachOf(office, reader)).reads(unit.id)) throw new ProblemError('unknown-unit')
  return unit
}
