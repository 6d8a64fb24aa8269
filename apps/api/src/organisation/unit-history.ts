import type { UnitChange } from '@chorus/contracts/organisation-import'

type TreeUnit = { readonly id: string; readonly parent: string | null; readonly name: string }
/** So many people of one unit are in another one now; also those who stayed. */
export type Moves = { readonly from: string; readonly to: string; readonly people: number }

/** A unit comes from another one, or went into it, when so large a share of its people did. */
const mostOfItsPeople = 0.6

/**
 * What most likely became of the units, from where their people are: renamed and moved ones by their id; one that vanished and whose people are mostly
 * in one new unit is that unit under a new id; several that went into one were merged; one whose people are mostly in several new ones was split; else it
 * was closed.
 */
export function unitHistory(
  then: readonly TreeUnit[],
  now: readonly TreeUnit[],
  moves: readonly Moves[],
): UnitChange[] {
  const before = new Map(then.map((unit) => [unit.id, unit]))
  const after = new Map(now.map((unit) => [unit.id, unit]))
  const flows = flowsOf(moves)
  const changes: UnitChange[] = []
  const note = (kind: UnitChange['kind'], from: readonly string[], to: readonly string[]) =>
    changes.push({
      kind,
      from: from.map((id) => ({ id, name: before.get(id)?.name ?? id })),
      to: to.map((id) => ({ id, name: after.get(id)?.name ?? id })),
    })

  for (const { id, name, parent } of now) {
    const was = before.get(id)
    if (was && was.name !== name) note('renamed', [id], [id])
    if (was && was.parent !== parent) note('moved', [id], [id])
  }
  const vanished = then.filter(({ id }) => !after.has(id)).map(({ id }) => id)
  const fresh = now.filter(({ id }) => !before.has(id)).map(({ id }) => id)
  const cameFrom = (id: string) => mostly(flows.into.get(id))
  const told = new Set<string>()

  for (const [target, sources] of groupBy(vanished, (id) => mostly(flows.outOf.get(id)))) {
    const wasThere = before.has(target)
    const [only] = sources
    if (wasThere || sources.length > 1) note('merged', wasThere ? [target, ...sources] : sources, [target])
    // Otherwise most of the new one's people come from units that are still there, and it is no unit of before.
    else if (only !== undefined && cameFrom(target) === only) note('renamed', [only], [target])
    else continue
    for (const id of [target, ...sources]) told.add(id)
  }
  const further = fresh.filter((id) => !told.has(id))
  for (const [source, targets] of groupBy(further, cameFrom)) {
    const stays = after.has(source)
    if (!stays && (told.has(source) || targets.length < 2)) continue
    note('split', [source], stays ? [source, ...targets] : targets)
    told.add(source)
  }
  for (const id of vanished) if (!told.has(id)) note('closed', [id], [])
  return changes
}

type Flow = Map<string, number>

function flowsOf(moves: readonly Moves[]) {
  const outOf = new Map<string, Flow>()
  const into = new Map<string, Flow>()
  const count = (table: Map<string, Flow>, key: string, other: string, people: number) => {
    const row: Flow = table.get(key) ?? new Map()
    row.set(other, (row.get(other) ?? 0) + people)
    table.set(key, row)
  }
  for (const { from, to, people } of moves) {
    count(outOf, from, to, people)
    count(into, to, from, people)
  }
  return { outOf, into }
}

/** The unit that most of them have in common; undefined where there is none. */
function mostly(flow: Flow | undefined): string | undefined {
  if (!flow) return undefined
  const all = [...flow.values()].reduce((sum, people) => sum + people, 0)
  return [...flow].find(([, people]) => people >= all * mostOfItsPeople)?.[0]
}

function groupBy(ids: readonly string[], keyOf: (id: string) => string | undefined): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const id of ids) {
    const key = keyOf(id)
    const group = key === undefined ? undefined : groups.get(key)
    if (group) group.push(id)
    else if (key !== undefined) groups.set(key, [id])
  }
  return groups
}
