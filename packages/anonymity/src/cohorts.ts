import { err, ok, type Result } from '@chorus/basics/result'
import { joinedGroupName } from '@chorus/contracts/joined-groups'

type Unit = { readonly id: string; readonly parent: string | null; readonly name: string }

/** A group that answers are filed under: at least k people, frozen when a wave opens. */
export type Cohort = {
  readonly kind: 'unit' | 'unit-with-others' | 'small-teams'
  /** Unit of the release tree that the answers count for. */
  readonly unit: string
  /** For people: "Platform", "Small teams of Platform". */
  readonly label: string
  /** Units whose own people are in it. */
  readonly units: readonly string[]
  readonly size: number
}

/**
 * Divides everybody into groups of at least k people, so that no answer is ever stored under a smaller one.
 * From the leaves up: a unit's own people stay among themselves when they are at least k. What is too small is handed
 * to the unit above: there the small ones are joined ("Small teams of X") when together they are k, else
 * folded into X's own people. What is left at the root and still too small joins the root's small teams, else the
 * smallest group directly below the root, else the smallest of all.
 * Deterministic: the order of the units decides between equals.
 * @param people number of people attached to each unit itself
 */
export function partitionCohorts(
  units: readonly Unit[],
  people: ReadonlyMap<string, number>,
  k: number,
): Result<Cohort[], { code: 'too-few-people' }> {
  const everybody = units.reduce((sum, unit) => sum + (people.get(unit.id) ?? 0), 0)
  if (everybody < k) return err({ code: 'too-few-people' })

  const handedUp = new Map<string, Group>()
  const cohorts: Cohort[] = []
  let leftover = nobody
  for (const unit of childrenFirst(units)) {
    const count = people.get(unit.id) ?? 0
    const own: Group = count > 0 ? { units: [unit.id], size: count } : nobody
    const settled = settle(unit, own, handedUp.get(unit.id) ?? nobody, k)
    cohorts.push(...settled.cohorts)
    if (unit.parent === null) leftover = settled.tooSmall
    else handedUp.set(unit.parent, join(handedUp.get(unit.parent) ?? nobody, settled.tooSmall))
  }
  return ok(leftover.size === 0 ? cohorts : placeLeftover(leftover, cohorts, units))
}

/** The tree that releases are written for: the units, and a unit of its own for every group of small teams. */
export function releaseUnits(units: readonly Unit[], cohorts: readonly Cohort[]): Unit[] {
  const joined = cohorts
    .filter((cohort) => cohort.kind === 'small-teams')
    .map(({ unit, label }) => ({ id: unit, parent: unit.slice(0, -smallTeams.length), name: label }))
  return [...units.map(({ id, parent, name }) => ({ id, parent, name })), ...joined]
}

/** The id of the unit of a release that joins the small teams of a unit. */
export function smallTeamsOf(unit: string): string {
  return unit + smallTeams
}

const smallTeams = '~small-teams'

type Group = { readonly units: readonly string[]; readonly size: number }
const nobody: Group = { units: [], size: 0 }

function join(a: Group, b: Group): Group {
  return { units: [...a.units, ...b.units], size: a.size + b.size }
}

/** The groups that find their place at one unit, and the people who are still too few there. */
function settle(unit: Unit, own: Group, small: Group, k: number): { cohorts: Cohort[]; tooSmall: Group } {
  const ofUnit = (group: Group): Cohort => ({
    kind: group.units.length > 1 ? 'unit-with-others' : 'unit',
    unit: unit.id,
    label: group.units.length > 1 ? joinedGroupName.withSmallTeams(unit.name) : unit.name,
    ...group,
  })
  const ofSmallTeams: Cohort = {
    kind: 'small-teams',
    unit: smallTeamsOf(unit.id),
    label: joinedGroupName.smallTeams(unit.name),
    ...small,
  }
  if (small.size >= k)
    return own.size >= k
      ? { cohorts: [ofUnit(own), ofSmallTeams], tooSmall: nobody }
      : { cohorts: [ofSmallTeams], tooSmall: own }
  const together = join(own, small)
  return together.size >= k
    ? { cohorts: [ofUnit(together)], tooSmall: nobody }
    : { cohorts: [], tooSmall: together }
}

function placeLeftover(leftover: Group, cohorts: readonly Cohort[], units: readonly Unit[]): Cohort[] {
  const root = units.find((unit) => unit.parent === null)
  const belowRoot = new Set(units.filter((unit) => unit.parent === root?.id).map((unit) => unit.id))
  const host =
    cohorts.find((cohort) => root !== undefined && cohort.unit === smallTeamsOf(root.id)) ??
    smallest(cohorts.filter((cohort) => belowRoot.has(cohort.unit))) ??
    smallest(cohorts)
  return cohorts.map((cohort) => (cohort === host ? withOthers(cohort, leftover, root?.name) : cohort))
}

function withOthers(cohort: Cohort, others: Group, rootName = ''): Cohort {
  const joined = { ...cohort, ...join(cohort, others) }
  if (cohort.kind === 'small-teams') return joined
  return { ...joined, kind: 'unit-with-others', label: joinedGroupName.withOthers(cohort.label, rootName) }
}

function smallest(cohorts: readonly Cohort[]): Cohort | undefined {
  return cohorts.reduce<Cohort | undefined>(
    (best, cohort) => (best && best.size <= cohort.size ? best : cohort),
    undefined,
  )
}

/** Units with every unit after all units below it. */
function childrenFirst(units: readonly Unit[]): Unit[] {
  const children = new Map<string | null, Unit[]>()
  for (const unit of units) {
    const siblings = children.get(unit.parent)
    if (siblings) siblings.push(unit)
    else children.set(unit.parent, [unit])
  }
  const parentsFirst = [...(children.get(null) ?? [])]
  for (const unit of parentsFirst) parentsFirst.push(...(children.get(unit.id) ?? []))
  return parentsFirst.reverse()
}
