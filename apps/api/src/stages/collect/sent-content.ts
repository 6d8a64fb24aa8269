import { canonicalJson } from '@chorus/ballot/canonical-json'
import { readComment } from '@chorus/ballot/comment-bytes'
import type { SendRequest } from '@chorus/contracts/collect'
import { writeBoxed } from './boxed-answers.ts'
import { writeBoxedComment } from './boxed-comment.ts'
import { completeAnswers, type WaveQuestions } from './wave-questions.ts'

type Ballot = { readonly input: Uint8Array; readonly token: Uint8Array }

/** What came with a ballot: the bytes by which an identical resend is known, and how it lies in its box. */
type SentContent = {
  readonly recognised: Uint8Array
  readonly boxedWith: (ballot: Ballot) => Uint8Array
}

/** Null unless it is what the ballot's cohort takes: answers to the wave's items, or one scale's comment, and never both. */
export function contentOf(
  { manifest, scaleOf }: Pick<WaveQuestions, 'manifest' | 'scaleOf'>,
  sent: SendRequest,
): SentContent | null {
  if (scaleOf.has(sent.cohort)) {
    if (!('comment' in sent)) return null
    const comment = Buffer.from(sent.comment, 'base64url')
    if (readComment(comment) === null) return null
    return {
      recognised: comment,
      boxedWith: ({ input, token }) => writeBoxedComment(input, token, comment),
    }
  }
  const answers = 'answers' in sent ? completeAnswers(manifest, sent.answers) : null
  if (answers === null) return null
  return {
    recognised: Buffer.from(canonicalJson(answers)),
    boxedWith: (ballot) => writeBoxed({ ...ballot, answers }),
  }
}
