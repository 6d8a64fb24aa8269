import { withinOrganisation } from '@chorus/db/organisation-scope'
import { type PasswordRow, useRecoveryCode, useStep } from '@chorus/db/stores/administrator-passwords'
import type { Parts } from '../../parts.ts'
import { isPassword } from './password-hash.ts'
import { recoveryMark } from './recovery-codes.ts'
import { stepOf } from './second-factor.ts'

/** What the key of a second factor is sealed for. */
export function factorPurpose({
  organisation,
  person,
}: Pick<PasswordRow, 'organisation' | 'person'>): string {
  return `second factor ${organisation} ${person}`
}

/** What is stored of a used step: it does not tell when that was. Base64. */
export function stepMark(
  parts: Parts,
  owner: Pick<PasswordRow, 'organisation' | 'person'>,
  step: number,
): string {
  return parts.secrets.markOf(`used step ${factorPurpose(owner)}`, String(step)).toString('base64')
}

/**
 * Whether password and second factor are right; digits and recovery codes are used up by this. Only a right password comes as far as those.
 * @param row null: nobody has such an account, which takes as long
 */
export async function isConfirmed(
  parts: Parts,
  row: PasswordRow | null,
  password: string,
  code: string,
): Promise<boolean> {
  if (!(await isPassword(row?.hash ?? null, password)) || row === null) return false
  const key = parts.secrets.open(factorPurpose(row), row.totp)
  const { office } = parts.database
  return withinOrganisation(row.organisation, () => {
    const step = key === null ? null : stepOf(key, code.replace(/\s/g, ''), parts.now())
    if (step !== null) return useStep(office, row, stepMark(parts, row, step))
    return useRecoveryCode(office, row, recoveryMark(parts, row, code))
  })
}
