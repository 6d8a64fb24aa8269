import type { Review, ReviewPart, ReviewParts } from '@chorus/contracts/reviews'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'

/** What somebody has written in a part and not saved. */
export type Draft<Part extends ReviewPart> = {
  readonly content: ReviewParts[Part]
  /** The writing that it builds on. */
  readonly revision: number
  /** The parts as they are now, where somebody else has written in this one meanwhile. */
  readonly theirs?: Review['parts']
}
export type Drafts = { readonly [Part in ReviewPart]?: Draft<Part> }

/** Drafts of the parts of a review: kept from step to step and while another page is looked at. Whoever leaves for good is asked first. */
export function useDrafts(review: string) {
  const client = useQueryClient()
  const key = ['review-drafts', review]
  const [drafts, setDrafts] = useState<Drafts>(() => client.getQueryData<Drafts>(key) ?? {})
  const isUnsaved = Object.values(drafts).some((one) => one !== undefined)
  useEffect(() => {
    if (!isUnsaved) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [isUnsaved])
  /** @param draft nothing once it is saved */
  const keep = <Part extends ReviewPart>(part: Part, draft: Draft<Part> | undefined) =>
    setDrafts((all) => {
      const now = { ...all, [part]: draft }
      client.setQueryData(key, now)
      return now
    })
  return { drafts, keep }
}
