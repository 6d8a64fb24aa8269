import { timingSafeEqual } from 'node:crypto'
import { readSheetCode, sheetCodeBytes, writeSheetCode } from '@chorus/ballot/sheet-code'
import type { SealedTexts } from '../vault/sealed-texts.ts'

/**
 * What whoever sets Chorus up in the browser reads off the console: 80 bits that show access to the machine. It is worked out from
 * `vault/installation.key` and written nowhere, so that every process prints the same one, also after a restart; with the first organisation
 * it opens nothing any more.
 */
export function setUpCode(secrets: SealedTexts): string {
  return writeSheetCode(bytesOf(secrets))
}

/** @param typed in any case, with any spaces and hyphens */
export function isSetUpCode(secrets: SealedTexts, typed: string): boolean {
  const given = readSheetCode(typed)
  return given !== null && timingSafeEqual(given, bytesOf(secrets))
}

function bytesOf(secrets: SealedTexts): Buffer {
  return secrets.markOf('set-up code', 'of the first organisation').subarray(0, sheetCodeBytes)
}
