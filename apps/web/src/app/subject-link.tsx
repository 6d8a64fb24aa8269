import type { SubjectKind } from '@chorus/contracts/community'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

type Named = { readonly kind: SubjectKind; readonly id: string; readonly title: string }

/** Where the page of each kind is. A new kind is added here. */
const links: Readonly<
  Record<SubjectKind, (id: string, words: ReactNode, onFollow?: () => void) => ReactNode>
> = {
  lesson: (id, words, onFollow) => (
    <Link to="/lessons/$lesson" params={{ lesson: id }} onClick={onFollow}>
      {words}
    </Link>
  ),
  review: (id, words) => (
    <Link to="/reviews/$review" params={{ review: id }}>
      {words}
    </Link>
  ),
  action: (id, words) => (
    <Link to="/actions/$action" params={{ action: id }}>
      {words}
    </Link>
  ),
  experiment: (id, words) => (
    <Link to="/experiments/$experiment" params={{ experiment: id }}>
      {words}
    </Link>
  ),
  session: toSession,
  'session-post': toSession,
  agreement: (id, words) => (
    <Link to="/agreement/$unit" params={{ unit: id }}>
      {words}
    </Link>
  ),
  recognition: (id, words) => (
    <Link to="/recognition/$recognition" params={{ recognition: id }}>
      {words}
    </Link>
  ),
}

/** The page of a session knows it by its posts, too, as the page of an agreement does by its versions. */
function toSession(id: string, words: ReactNode): ReactNode {
  return (
    <Link to="/reflections/$session" params={{ session: id }}>
      {words}
    </Link>
  )
}

/** A link to the page of anything of the learning loop, by its title. @param onFollow told when it is followed */
export function linkToSubject({ kind, id, title }: Named, onFollow?: () => void): ReactNode {
  return links[kind](id, <span dir="auto">{title}</span>, onFollow)
}
