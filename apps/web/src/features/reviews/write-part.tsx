import type { Review, ReviewPart } from '@chorus/contracts/reviews'
import { useQueryClient } from '@tanstack/react-query'
import type { FormEvent, ReactNode } from 'react'
import { codeOf } from '../../lib/api/problem.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { reviewQuery, writePart } from './api/reviews.ts'
import type { Draft } from './drafts.ts'
import { PartShown } from './part-shown.tsx'
import type { PartFields } from './steps/part-fields.ts'
import { useReviewChange } from './use-review-change.ts'

type Props<Part extends ReviewPart> = {
  review: Review
  part: Part
  /** What was written in it and not saved. */
  draft: Draft<Part> | undefined
  onDraft: (draft: Draft<Part> | undefined) => void
  names: readonly string[]
  /** Told after it was saved. */
  onSaved: () => void
  children: (fields: PartFields<Part>) => ReactNode
}

/**
 * The form of one part. Where somebody else has written in it meanwhile, both texts are shown: one's own stays in the fields, the other stands
 * above them, and saving again builds on that one.
 */
export function WritePart<Part extends ReviewPart>({
  review,
  part,
  draft,
  onDraft,
  names,
  onSaved,
  children,
}: Props<Part>) {
  const { t } = useTexts()
  const client = useQueryClient()
  const { content, revision } = draft ?? { content: review.parts[part], revision: review.revisions[part] }
  const saving = useReviewChange(review.id, () => {
    onDraft(undefined)
    onSaved()
  })
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (saving.isPending) return
    saving.mutate(() => writePart(review.id, part, revision, content), {
      onError: async (error) => {
        if (codeOf(error) !== 'section-changed') return
        const now = await client.fetchQuery({ ...reviewQuery(review.id), staleTime: 0 })
        onDraft({ content, revision: now.revisions[part], theirs: now.parts })
      },
    })
  }
  return (
    <form className="stack" onSubmit={save}>
      {saving.error && <ProblemNotice error={saving.error} />}
      {draft?.theirs && (
        <section className="review-theirs stack" aria-label={t('reviews.theirs')}>
          <h3>{t('reviews.theirs')}</h3>
          <PartShown part={part} parts={draft.theirs} />
        </section>
      )}
      {children({
        content,
        change: (now) => onDraft({ ...draft, content: now, revision }),
        language: review.parts.basics.language,
        names,
      })}
      <div>
        <Button type="submit" look="main" busy={saving.isPending}>
          {t('reviews.save')}
        </Button>
      </div>
    </form>
  )
}
