import type { DisplayedFamily } from './displayed-block.ts'
import { amongOthers, type Finding } from './finding.ts'
import { type TightKind, tightestGroup } from './personal-width.ts'
import type { WaveIndex } from './wave-index.ts'

/** One shown cell of one family. */
type Shown = { readonly family: DisplayedFamily; readonly cell: number; readonly number: number }

/**
 * A cell and the same cell split by one attribute more: the categories share nobody and lie in the whole. So the people of hidden
 * categories are the whole less the shown ones, and each category is the whole less the others at most. This is the way that the
 * families of cells tell about each other by subtracting once; longer ways round are the linear programme's.
 */
export function attackComplements(
  index: WaveIndex,
  families: readonly DisplayedFamily[],
  most: number,
): Finding[] {
  const findings: Finding[] = []
  const splits = splitsOf(index, families)
  for (const { whole, parts } of splits) {
    const split = [whole, ...parts].map(({ number }) => number)
    const report = (at: Shown, measure: string, finding: TightKind | 'inconsistent') => {
      const { cells } = index.wave
      const { unit, cut } = cells[at.number] ?? { unit: '', cut: {} }
      findings.push({ finding, unit, cut, measure, ...amongOthers(at.number, split, cells) })
    }
    whole.family.measures.forEach(({ measure, range }, m) => {
      const boundsOf = ({ family, cell }: Shown) => {
        const sums = family.measures[m]?.sums
        return { n: family.nested.people[cell] ?? 0, lo: sums?.lo[cell] ?? 0, hi: sums?.hi[cell] ?? 0 }
      }
      const all = boundsOf(whole)
      const own = parts.map(boundsOf)
      const inside = own.reduce(
        (sum, one) => ({ n: sum.n + one.n, lo: sum.lo + one.lo, hi: sum.hi + one.hi }),
        { n: 0, lo: 0, hi: 0 },
      )
      const rest = {
        n: all.n - inside.n,
        lo: Math.max((all.n - inside.n) * range.min, all.lo - inside.hi),
        hi: Math.min((all.n - inside.n) * range.max, all.hi - inside.lo),
      }
      const tight = rest.lo > rest.hi ? 'inconsistent' : tightestGroup(range, rest.n, rest.lo, rest.hi, most)
      if (tight) report(whole, measure.id, tight)
      own.forEach((one, i) => {
        const part = parts[i]
        const lo = Math.max(one.lo, all.lo - (inside.hi - one.hi) - rest.n * range.max)
        const hi = Math.min(one.hi, all.hi - (inside.lo - one.lo) - rest.n * range.min)
        const narrowed = lo > hi ? 'inconsistent' : tightestGroup(range, one.n, lo, hi, most)
        if (part && narrowed) report(part, measure.id, narrowed)
      })
    })
  }
  return findings
}

/** Every shown cell with the shown cells of the same unit that name one attribute more, attribute by attribute. */
function splitsOf(
  { wave }: WaveIndex,
  families: readonly DisplayedFamily[],
): { whole: Shown; parts: Shown[] }[] {
  if (families.length < 2) return []
  const shown = families.flatMap((family) =>
    Array.from(family.nested.cells, (number, cell): Shown => ({ family, cell, number })),
  )
  const place = (number: number, without: string | null) => {
    const { unit, cut } = wave.cells[number] ?? { unit: '', cut: {} }
    return JSON.stringify([
      unit,
      ...Object.entries(cut)
        .filter(([name]) => name !== without)
        .sort(),
    ])
  }
  const wholes = new Map(shown.map((one) => [place(one.number, null), one]))
  const splits = new Map<string, { whole: Shown; parts: Shown[] }>()
  for (const part of shown)
    for (const attribute of part.family.nested.attributes) {
      const around = place(part.number, attribute)
      const whole = wholes.get(around)
      if (!whole) continue
      const key = `${around} ${attribute}`
      const split = splits.get(key) ?? { whole, parts: [] }
      splits.set(key, split)
      split.parts.push(part)
    }
  return [...splits.values()]
}
