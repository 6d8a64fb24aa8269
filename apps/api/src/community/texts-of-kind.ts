import type { Office } from '@chorus/db/database'

/** Something of the learning loop, word for word. */
export type Told = {
  readonly id: string
  readonly title: string
  /** `id` is null once the unit is gone. */
  readonly unit: { readonly id: string | null; readonly name: string }
  readonly author: string | null
  readonly at: Date
  /** What people wrote, by part, with mentions by id: what is looked at when it is reported. */
  readonly words: Readonly<Record<string, string>>
  /** What else belongs to it: kind, tags, state. */
  readonly facts: Readonly<Record<string, string | boolean | string[]>>
}

type Key = { readonly organisation: string; readonly id: string }

/** What taking along, erasing and moderation need of a kind of subject. */
export type TextsOfKind = {
  find(office: Office, key: Key): Promise<Told | null>
  /** For whoever takes everything of these units along, null: of all, also those that are gone; without what is hidden. */
  inUnits(office: Office, organisation: string, units: readonly string[] | null): Promise<Told[]>
  /** For whoever wants to see everything that they wrote: hidden or not. */
  by(office: Office, author: { readonly organisation: string; readonly person: string }): Promise<Told[]>
  /** Takes it back, with all replies. The caller has looked whose it is. */
  remove(office: Office, key: Key): Promise<void>
  /** Rewrites its words, tags included. @param cover gives words with what is to be black. @returns whether there was anything to black out */
  blackOut(office: Office, key: Key, cover: (words: string) => string): Promise<boolean>
}
