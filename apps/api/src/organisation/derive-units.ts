import { createHash } from 'node:crypto'
import { unitId } from '@chorus/contracts/ids'
import type { FaultList } from '../csv/fault-list.ts'
import type { PersonRow } from '../csv/read-people.ts'
import { longestId } from '../csv/read-units.ts'

type Unit = { readonly id: string; readonly parent: string | null; readonly name: string }
type Placed = { readonly units: Unit[]; readonly people: PersonRow[] }

/**
 * Units from columns such as "Division, Department, Team": everybody belongs to the lowest unit that the row names. Where all rows name one
 * division, it is the root; else the root stands above all of them.
 * @param root the one to stand above, where one is needed
 */
export function unitsFromLevels(
  people: readonly PersonRow[],
  file: string,
  root: { readonly id: string; readonly name: string },
  faults: FaultList,
): Placed {
  const first = people[0]?.path[0]
  const isShared = first !== undefined && first !== '' && people.every(({ path }) => path[0] === first)
  const units = new Map<string, Unit>()
  if (!isShared) units.set(root.id, { ...root, parent: null })
  const placed = people.map((one) => {
    const end = one.path.indexOf('')
    const path = end < 0 ? one.path : one.path.slice(0, end)
    if (one.path.slice(path.length).some((name) => name !== ''))
      faults.add({
        file,
        line: one.line,
        column: null,
        code: 'level-missing',
        message: 'a level of the tree is empty, and one below it is not',
      })
    let parent = isShared ? null : root.id
    path.forEach((name, depth) => {
      const id = idOfPath(path.slice(0, depth + 1))
      if (!units.has(id)) units.set(id, { id, parent, name })
      parent = id
    })
    return { ...one, unit: parent ?? root.id }
  })
  return { units: [...units.values()], people: placed }
}

/**
 * Units from a column that says who leads whom: whoever leads somebody has a unit, which is called after its head. People belong to the unit of
 * who leads them; whoever is led by nobody belongs to the unit at the top.
 */
export function unitsFromManagers(people: readonly PersonRow[], file: string, faults: FaultList): Placed {
  const known = new Map<string, PersonRow>()
  for (const one of people) known.set(one.email, one)
  for (const one of people) known.set(one.personId, one)
  const fault = (one: PersonRow, code: string, message: string) =>
    faults.add({ file, line: one.line, column: null, code, message })
  const bossOf = new Map<PersonRow, PersonRow>()
  for (const one of people) {
    if (one.manager === '') continue
    const boss = known.get(one.manager) ?? known.get(one.manager.toLowerCase())
    if (!boss)
      fault(one, 'unknown-manager', 'who leads this person is nobody of this file, by id or by address')
    else if (boss !== one) bossOf.set(one, boss)
  }
  const heads = new Set(bossOf.values())
  const [top, ...furtherTops] = people.filter((one) => !bossOf.has(one))
  for (const further of furtherTops)
    fault(further, 'two-heads', 'two people are led by nobody; only the head of the organisation is')
  for (const one of onCycles(people, bossOf))
    fault(one, 'manager-cycle', 'following who leads whom from here comes back here')
  if (!top) return { units: [], people: [] }
  const units = people
    .filter((one) => one === top || heads.has(one))
    .map((head) => ({
      id: head.personId,
      parent: bossOf.get(head)?.personId ?? null,
      name: head.name,
    }))
  const placed = people.map((one) => ({
    ...one,
    unit: (bossOf.get(one) ?? top).personId,
    manages: heads.has(one) ? [...one.manages, one.personId] : one.manages,
  }))
  return { units, people: placed }
}

/** The first person met of every cycle; each is walked once. */
function onCycles(people: readonly PersonRow[], bossOf: ReadonlyMap<PersonRow, PersonRow>): PersonRow[] {
  const walkOf = new Map<PersonRow, number>()
  return people.filter((start, walk) => {
    let one: PersonRow | undefined = start
    while (one && !walkOf.has(one)) {
      walkOf.set(one, walk)
      one = bossOf.get(one)
    }
    return one !== undefined && walkOf.get(one) === walk
  })
}

/** Stays the same as long as the names above do; a long one is cut and told apart by a hash. */
function idOfPath(path: readonly string[]): string {
  const whole = path.join('/')
  if (whole.length <= longestId && unitId.safeParse(whole).success) return whole
  const hash = createHash('sha256').update(whole).digest('hex').slice(0, 12)
  return `${whole.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60)}~${hash}`
}
