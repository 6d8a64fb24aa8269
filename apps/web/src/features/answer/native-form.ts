import type { SentAnswers } from './api/send.ts'
import type { Draft } from './draft.ts'

/** What was done in the page before its script came: the radio buttons, and the statement that the address leads to. */
export type Done = { answers: SentAnswers; at: number | undefined }

export function readNativeForm(page: ParentNode, hash: string): Done {
  const chosen = page.querySelectorAll<HTMLInputElement>('.statements input:checked')
  const answers = [...chosen].map(({ name, value }) => [name, value === '' ? null : Number(value)] as const)
  const number = /^#statement-(\d+)$/.exec(hash)?.[1]
  return {
    answers: Object.fromEntries(answers),
    at: number === undefined ? undefined : Number(number) - 1,
  }
}

/** What was done now goes before what was done at an earlier visit. Undefined where nothing was done. */
export function joinedDraft(draft: Draft | undefined, { answers, at }: Done): Draft | undefined {
  if (at === undefined && Object.keys(answers).length === 0) return draft
  return {
    answers: { ...draft?.answers, ...answers },
    at: at ?? draft?.at ?? 0,
    shared: draft?.shared ?? false,
  }
}
