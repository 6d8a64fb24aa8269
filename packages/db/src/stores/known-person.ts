export type NamedUnit = { readonly id: string; readonly name: string }

/** A person as the roster knows the person at this moment. */
export type KnownPerson = {
  readonly organisation: string
  readonly person: {
    readonly id: string
    readonly name: string
    readonly email: string
    readonly role: 'employee' | 'hr' | 'administrator' | 'auditor'
    readonly channel: 'online' | 'paper'
    /** Administrator beside HR: who set the organisation up, as long as nobody else is. */
    readonly alsoAdministrator: boolean
  }
  readonly organisationName: string
  readonly unit: NamedUnit
  readonly leads: readonly NamedUnit[]
  /** The parts of the tree that somebody of HR works for; null for the whole, and for everybody else. */
  readonly hrUnits: readonly NamedUnit[] | null
  /** Units that the person stands in for today, by the organisation's calendar. */
  readonly standsIn: readonly {
    readonly unit: NamedUnit
    /** The name of whose right it is, and which: to lead the unit, or to work for it as HR. */
    readonly giver: string
    readonly as: 'manager' | 'hr'
  }[]
}
