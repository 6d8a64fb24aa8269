import { type CommentWithKey, commentBytes, readComment } from '@chorus/ballot/comment-bytes'

const inputBytes = 32
const tokenBytes = 64

/** What lies in the box of a comment: input (32) || token (64) || comment (1944). All boxes of comments have one size. */
export type BoxedComment = {
  readonly input: Uint8Array
  readonly token: Uint8Array
  readonly comment: CommentWithKey
}

/** @param comment the bytes of a comment as they travelled */
export function writeBoxedComment(input: Uint8Array, token: Uint8Array, comment: Uint8Array): Uint8Array {
  return Buffer.concat([input, token, comment], inputBytes + tokenBytes + commentBytes)
}

/** Null for bytes that `writeBoxedComment` did not make. */
export function readBoxedComment(bytes: Uint8Array): BoxedComment | null {
  const comment = readComment(bytes.subarray(inputBytes + tokenBytes))
  if (comment === null) return null
  return {
    input: bytes.subarray(0, inputBytes),
    token: bytes.subarray(inputBytes, inputBytes + tokenBytes),
    comment,
  }
}
