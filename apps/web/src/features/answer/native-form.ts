import type { SentAnswers } from './api/send.ts'
import type { Draft } from './draft.ts'
import type { Comments } from './kept.ts'

/** What was done in the page before its script came: the radio buttons, what was written, and the statement that the address leads to. */
export type Done = {
  answers: SentAnswers
  comments: Readonly<Record<string, string>>
  at: number | undefined
}

export function readNativeForm(page: ParentNode, hash: string): Done {
  const chosen = page.querySelectorAll<HTMLInputElement>('.statements input:checked')
  const answers = [...chosen].map(({ name, value }) => [name, value === '' ? null : Number(value)] as const)
  const fields = [...page.querySelectorAll<HTMLTextAreaElement>('.statements textarea')]
  const written = fields.filter(({ value }) => value !== '').map(({ name, value }) => [name, value])
  const number = /^#statement-(\d+)$/.exec(hash)?.[1]
  return {
    answers: Object.fromEntries(answers),
    comments: Object.fromEntries(written),
    at: number === undefined ? undefined : Number(number) - 1,
  }
}

/**
 * An answer given now goes before one of an earlier visit; what was written now follows what was written then, so that no words are
 * lost. Undefined where nothing was done.
 */
export function joinedDraft(draft: Draft | undefined, { answers, comments, at }: Done): Draft | undefined {
  if (at === undefined && [answers, comments].every((done) => Object.keys(done).length === 0)) return draft
  return {
    answers: { ...draft?.answers, ...answers },
    comments: { ...draft?.comments, ...continued(draft?.comments ?? {}, comments) },
    at: at ?? draft?.at ?? 0,
    shared: draft?.shared ?? false,
  }
}

function continued(earlier: Comments, now: Done['comments']): Comments {
  return Object.fromEntries(
    Object.entries(now).map(([scale, text]) => {
      const before = earlier[scale]
      return [
        scale,
        { text: before?.text ? `${before.text}\n${text}` : text, further: before?.further ?? false },
      ]
    }),
  )
}
