import type { SubjectKind } from '@chorus/contracts/community'
import { Link, type LinkProps } from '@tanstack/react-router'
import type { ReactNode } from 'react'

type Named = { readonly kind: SubjectKind; readonly id: string; readonly title: string }

/** Where the page of each kind is. A new kind is added here. */
const pages: Readonly<Record<SubjectKind, (id: string) => LinkProps>> = {
  lesson: (lesson) => ({ to: '/lessons/$lesson', params: { lesson } }),
  review: (review) => ({ to: '/reviews/$review', params: { review } }),
  action: (action) => ({ to: '/actions/$action', params: { action } }),
  experiment: (experiment) => ({ to: '/experiments/$experiment', params: { experiment } }),
  // The page of a session knows it by its posts, too, as the page of an agreement does by its versions.
  session: (session) => ({ to: '/reflections/$session', params: { session } }),
  'session-post': (session) => ({ to: '/reflections/$session', params: { session } }),
  agreement: (unit) => ({ to: '/agreement/$unit', params: { unit } }),
  recognition: (recognition) => ({ to: '/recognition/$recognition', params: { recognition } }),
}

/** A link to the page of anything of the learning loop, by its title. @param onFollow told when it is followed */
export function linkToSubject({ kind, id, title }: Named, onFollow?: () => void): ReactNode {
  return (
    <Link {...pages[kind](id)} onClick={onFollow}>
      <span dir="auto">{title}</span>
    </Link>
  )
}
