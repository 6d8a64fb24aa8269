// Loaded when there is a secret to open answers with: it brings the elliptic curve with it.
import { readAnswer } from '@chorus/ballot/answer-bytes'
import { fromBase64url, toBase64url } from '@chorus/ballot/base64url'
import { openAsAuthor } from '@chorus/ballot/reply-box'
import { replySeeds } from '@chorus/ballot/reply-keys'
import type { SealedAnswers } from '@chorus/contracts/replies'

/** One answer to an own comment. */
export type OpenedAnswer = {
  readonly id: string
  readonly scale: string
  /** The unit whose manager answers; null is HR. */
  readonly unit: string | null
  readonly text: string
  /** ISO day. */
  readonly readableOn: string
  /** base64url: the right to reply. */
  readonly ticket: string
}

/** The answers that open with a secret, oldest first. All others are left as they are: they are for other authors. */
export async function openAnswers(
  secret: string,
  wave: string,
  { answers }: SealedAnswers,
): Promise<OpenedAnswer[]> {
  const scales = [...new Set(answers.map(({ scale }) => scale))]
  if (scales.length === 0) return []
  const seeds = await replySeeds(fromBase64url(secret), wave, scales)
  const opened: OpenedAnswer[] = []
  for (const { id, scale, box, readableOn } of answers) {
    const seed = seeds.get(scale)
    const bytes = seed && (await openAsAuthor(fromBase64url(box), seed))
    const answer = bytes?.ok ? readAnswer(bytes.value) : null
    if (answer) opened.push({ ...answer, id, scale, readableOn, ticket: toBase64url(answer.ticket) })
  }
  return opened.sort((a, b) => (a.readableOn < b.readableOn ? -1 : 1))
}
