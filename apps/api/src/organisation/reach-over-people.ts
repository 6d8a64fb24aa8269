import type { Office } from '@chorus/db/database'
import { listUnits } from '@chorus/db/stores/organisations'
import type { ListedPerson, PersonFields } from '@chorus/db/stores/people'
import { rolesOf, type SignedIn } from '../http/permission.ts'
import { partOfTree } from './part-of-tree.ts'

/** Whom somebody finds on the roster, and what that person may change there. */
export type Reach = {
  /** Ids of units; null: the whole organisation. */
  readonly units: ReadonlySet<string> | null
  mayChange(person: ListedPerson): boolean
  mayChangeFields(names: readonly (keyof PersonFields)[]): boolean
}

const whole: Reach = { units: null, mayChange: () => true, mayChangeFields: () => true }

/**
 * Everybody for HR of the whole and administrators. HR of a part reads the results of that part, and so must not be able to become
 * its people: no address, no id, nobody new; and no right that reaches further than the own one is given, taken or ended.
 */
export async function reachOverPeople(tx: Pick<Office, 'select'>, signedIn: SignedIn): Promise<Reach> {
  if (!rolesOf(signedIn).includes('part-hr')) return whole
  const tree = await listUnits(tx, signedIn.organisation)
  const units = new Set(partOfTree(tree, signedIn.hrUnits).map(({ id }) => id))
  return {
    units,
    mayChange: ({ id, role, leads }) =>
      id !== signedIn.person.id && role === 'employee' && leads.every((unit) => units.has(unit)),
    mayChangeFields: (names) => names.every((name) => changedInPart.has(name)),
  }
}

const changedInPart: ReadonlySet<keyof PersonFields> = new Set([
  'name',
  'unit',
  'language',
  'channel',
  'cuts',
])
