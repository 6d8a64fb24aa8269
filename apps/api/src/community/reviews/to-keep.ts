import { type ReviewPart, type ReviewParts, reviewParts } from '@chorus/contracts/reviews'
import type { z } from 'zod'

const onePart = reviewParts.partial()
type OnePart = z.infer<typeof onePart>

/** What of a part is kept: its content, moments in the order of time, and what lists and measures read of it. */
export function toKeep(part: ReviewPart, content: unknown) {
  const written = onePart.parse({ [part]: content })
  return { content: { ...written, ...inOrder(written) }[part], columns: columnsOf(written) }
}

function inOrder({ timeline }: OnePart): OnePart {
  return timeline
    ? { timeline: { moments: [...timeline.moments].sort((a, b) => Date.parse(a.at) - Date.parse(b.at)) } }
    : {}
}

function columnsOf({ basics, repair }: OnePart) {
  return { ...(basics && listed(basics)), ...(repair && measured(repair)) }
}

const listed = ({ title, began, ended, due, language, audience }: ReviewParts['basics']) => ({
  title,
  began,
  ended,
  due,
  language,
  audience,
})

const measured = ({ noticed, restored }: ReviewParts['repair']) => ({
  noticed: momentOf(noticed),
  restored: momentOf(restored),
})

const momentOf = (written: string | null) => (written === null ? null : new Date(written))
