import type { commentBytes as contracted } from '@chorus/contracts/collect'
import { readText, textBytes, writeText } from './padded-text.ts'

/** `further`: to be shown two levels further up than it could be. */
export type Comment = { readonly text: string; readonly further: boolean }

/** With what answers to it are sealed to: an X25519 public key, 32 bytes; null from a device that makes none. */
export type CommentWithKey = Comment & { readonly replyKey: Uint8Array | null }

/** Beside its ballot, and padded, it fills one block of a sealed box: the same as the answers to a pulse. */
export const commentBytes: typeof contracted = 1944

const keyBytes = 32

/**
 * A comment on its way and in its box: 1 byte (1 = further up, 2 = a key follows) || key (32) || UTF-8 || zeros, always `commentBytes` long.
 * @param comment its text as `fitText` makes it
 * @throws when it is too long
 */
export function writeComment({ text, further, replyKey }: CommentWithKey): Uint8Array {
  const bytes = new Uint8Array(commentBytes)
  bytes[0] = (further ? 1 : 0) | (replyKey ? 2 : 0)
  if (replyKey) bytes.set(replyKey, 1)
  bytes.set(writeText(text), replyKey ? 1 + keyBytes : 1)
  return bytes
}

/** Null for bytes that `writeComment` does not make of a clean text. */
export function readComment(bytes: Uint8Array): CommentWithKey | null {
  const [flags = 4] = bytes
  if (bytes.length !== commentBytes || flags > 3) return null
  const hasKey = (flags & 2) !== 0
  const text = readText(bytes.subarray(hasKey ? commentBytes - textBytes : 1))
  if (text === null) return null
  return { text, further: (flags & 1) !== 0, replyKey: hasKey ? bytes.slice(1, 1 + keyBytes) : null }
}
