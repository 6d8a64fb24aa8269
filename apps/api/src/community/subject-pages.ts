import type { SubjectKind } from '@chorus/contracts/community'

/** Where the pages show a subject; for links in mails. A new kind is added here. */
export const pageOf: Readonly<Record<SubjectKind, (id: string) => string>> = {
  lesson: (id) => `/lessons/${id}`,
}
