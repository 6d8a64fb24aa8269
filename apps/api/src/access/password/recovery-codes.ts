import { randomInt } from 'node:crypto'
import type { PasswordRow } from '@chorus/db/stores/administrator-passwords'
import type { Parts } from '../../parts.ts'

const howMany = 10
/** Without letters that look like others. */
const alphabet = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
const letters = 12

/** Ten codes of 59 bits, each for one sign-in without the second factor: "ABCD-EFGH-JKMN". */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: howMany }, () =>
    Array.from({ length: letters }, () => alphabet[randomInt(alphabet.length)])
      .join('')
      .replace(/(.{4})(?=.)/g, '$1-'),
  )
}

/** What is stored of a code: it says nothing without the key of the installation. Base64. */
export function recoveryMark(
  parts: Parts,
  { organisation, person }: Pick<PasswordRow, 'organisation' | 'person'>,
  code: string,
): string {
  const plain = code.toUpperCase().replace(/[^A-Z0-9]/g, '')
  return parts.secrets.markOf(`recovery code ${organisation} ${person}`, plain).toString('base64')
}
