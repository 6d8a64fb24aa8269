import { fromBase64url, toBase64url } from '@chorus/ballot/base64url'
import { writeComment } from '@chorus/ballot/comment-bytes'
import type { SentContent } from './api/send.ts'
import type { Kept, KeptBallot } from './kept.ts'

/** What goes with one ballot: the answers, or the comment on its scale, always as long, whether anything was written or not. */
export function contentOf({ answers, comments, replyKeys }: Kept, { scale }: KeptBallot): SentContent {
  if (scale === undefined) return { answers }
  const written = comments && Object.hasOwn(comments, scale) ? comments[scale] : undefined
  const key = replyKeys?.[scale]
  const replyKey = key ? fromBase64url(key) : null
  return { comment: toBase64url(writeComment({ ...(written ?? { text: '', further: false }), replyKey })) }
}
