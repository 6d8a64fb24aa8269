import type { Finding } from './finding.ts'
import { People } from './people.ts'
import type { Snapshot, SnapshotCell, Truth } from './snapshot-format.ts'

/** Shown statistics that rest on fewer answers than their threshold. */
export function findFewAnswers(snapshot: Snapshot, truth: Truth): Finding[] {
  const people = new People(truth)
  const findings: Finding[] = []
  const check = (cell: SnapshotCell, item: string | null, statistic: string) => {
    const inside = people.counted(cell.wave, item).filter((person) => people.isIn(person, cell))
    if (inside.length >= (snapshot.thresholds?.[statistic] ?? snapshot.k)) return
    findings.push({
      kind: 'threshold',
      wave: cell.wave,
      item,
      people: inside.map((person) => person.pid),
      detail: `${statistic} in ${cell.id}`,
    })
  }
  for (const cell of snapshot.cells) {
    if (cell.n !== null) check(cell, cell.block === undefined ? null : itemOf(cell), 'n')
    for (const [item, statistics] of Object.entries(cell.items ?? {}))
      for (const [statistic, value] of Object.entries(statistics))
        if (value !== null && value !== undefined) check(cell, item, statistic)
  }
  return findings
}

function itemOf(cell: SnapshotCell): string | null {
  return Object.keys(cell.items ?? {})[0] ?? null
}
