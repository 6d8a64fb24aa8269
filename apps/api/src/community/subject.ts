import type { Audience, SubjectKind } from '@chorus/contracts/community'
import type { Office } from '@chorus/db/database'
import type { KnownPerson } from '../http/permission.ts'

/** What replies, reactions and notifications need to know of anything that is written in the learning loop. */
export type Subject = {
  readonly organisation: string
  readonly kind: SubjectKind
  readonly id: string
  readonly title: string
  /** `id` is null once the unit is gone. */
  readonly unit: { readonly id: string | null; readonly name: string }
  readonly audience: Audience
  /** A person's id; null once the person is erased. */
  readonly author: string | null
  /** Who may read it, where the audience and the author do not say it. */
  readonly mayRead?: (reader: KnownPerson) => Promise<boolean>
  /** Persons who read it wherever they belong: it is about them. */
  readonly about?: readonly string[]
  /** Told of by its title, and not yet replied to, reported or decided on. */
  readonly unshared?: boolean
  /** Nobody but its author reads it any more. */
  readonly withdrawn?: boolean
}

export type FindSubject = (office: Office, organisation: string, id: string) => Promise<Subject | null>
