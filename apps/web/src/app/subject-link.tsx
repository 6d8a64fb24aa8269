import type { SubjectKind } from '@chorus/contracts/community'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

type Named = { readonly kind: SubjectKind; readonly id: string; readonly title: string }

/** Where the page of each kind is. A new kind is added here. */
const links: Readonly<Record<SubjectKind, (id: string, words: ReactNode) => ReactNode>> = {
  lesson: (id, words) => (
    <Link to="/lessons/$lesson" params={{ lesson: id }}>
      {words}
    </Link>
  ),
}

/** A link to the page of anything of the learning loop, by its title. */
export function linkToSubject({ kind, id, title }: Named): ReactNode {
  return links[kind](id, <span dir="auto">{title}</span>)
}
