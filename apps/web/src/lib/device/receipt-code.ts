import { fromBase64url, toBase64url } from '@chorus/ballot/base64url'
import type { Receipt } from './receipts.ts'

/** What of a receipt goes from one device to another: all else stands in the wave's manifest, whose fingerprint is in here. */
export type CarriedReceipt = Pick<Receipt, 'wave' | 'cohort' | 'fingerprint' | 'leaf'> & {
  readonly sig: string
}

const allBytes = 160

/** wave (16 bytes) || cohort (16) || fingerprint (32) || leaf (32) || signature (64), as base64url: short enough for a QR code. */
export function writeReceiptCode({ wave, cohort, fingerprint, leaf, sig }: CarriedReceipt): string {
  const hex = [wave, cohort, fingerprint].join('').replaceAll('-', '')
  const bytes = [...bytesOfHex(hex), ...fromBase64url(leaf), ...fromBase64url(sig)]
  return toBase64url(Uint8Array.from(bytes))
}

/** Null for a text that `writeReceiptCode` did not make. Whether the signature holds is for the reader to check. */
export function readReceiptCode(text: string): CarriedReceipt | null {
  const bytes = bytesOf(text)
  if (bytes?.length !== allBytes) return null
  return {
    wave: uuidOf(bytes.subarray(0, 16)),
    cohort: uuidOf(bytes.subarray(16, 32)),
    fingerprint: hexOf(bytes.subarray(32, 64)),
    leaf: toBase64url(bytes.subarray(64, 96)),
    sig: toBase64url(bytes.subarray(96)),
  }
}

function bytesOf(text: string): Uint8Array | null {
  try {
    return /^[\w-]+$/.test(text) ? fromBase64url(text) : null
  } catch {
    return null
  }
}

function bytesOfHex(hex: string): number[] {
  return (hex.match(/../g) ?? []).map((byte) => Number.parseInt(byte, 16))
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function uuidOf(bytes: Uint8Array): string {
  return hexOf(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
