import { type Family, protectCuts } from '../packages/anonymity/src/rules/cut-protection.ts'
import { protectTree } from '../packages/anonymity/src/rules/tree-protection.ts'
import { rollUp } from '../packages/anonymity/src/tree.ts'
import { type Company, makeCompany } from './company.ts'

const k = 5
const families: Family[] = [0, 1, 2].map((attribute) => ({ attributes: [attribute], threshold: 10 }))
const withCrossing: Family[] = [...families, { attributes: [0, 2], threshold: 10 }]

/**
 * How many category cells are shown of those that a plain rule (10 people or more) would show, and how long it takes: the
 * certificate alone, with fill, and with a crossing beside its margins. `pnpm bench cuts 1000` measures that size only.
 */
export async function benchCuts(): Promise<void> {
  const only = process.argv[3]
  for (const [people, companies, fill] of [
    [200, 20, true],
    [1_000, 4, true],
    [3_000, 1, true],
    [1_000_000, 1, false],
  ] as const) {
    if (only !== undefined && Number(only) !== people) continue
    const made = Array.from({ length: companies }, (_, i) => makeCompany(people, 20_261_121 + i))
    console.log(
      `${companies} x ${people} people, ${made[0]?.tree.ids.length} units, ${made[0]?.heads.unit.length} answers in the first`,
    )
    measure('certificate alone', made, families, false)
    if (!fill) continue
    measure('with fill', made, families, true)
    measure('and a crossing', made, withCrossing, true)
  }
}

function measure(
  name: string,
  companies: readonly Company[],
  wanted: readonly Family[],
  fill: boolean,
): void {
  let [plain, shown, crossed] = [0, 0, 0]
  let seconds = 0
  for (const { tree, heads } of companies) {
    const own = new Uint32Array(tree.ids.length)
    for (const unit of heads.unit) own[unit] = (own[unit] ?? 0) + 1
    const counts = rollUp(Uint32Array.from(own), 1, tree)
    const shownUnits = protectTree(
      tree,
      own,
      k,
      Uint8Array.from(counts, (count) => (count >= k ? 1 : 0)),
    )
    const started = process.cpuUsage()
    const cuts = protectCuts({ tree, heads, shownUnits, families: wanted, k, fill })
    const { user, system } = process.cpuUsage(started)
    seconds += (user + system) / 1e6
    shown += sum(cuts.slice(0, 3).flat())
    crossed += sum(cuts.slice(3).flat())
    plain += plainCells({ tree, heads })
  }
  const each = (seconds / companies.length).toFixed(2)
  const share = ((100 * shown) / plain).toFixed(1)
  console.log(
    `  ${name.padEnd(18)} ${each} s of processor each, ${shown} of ${plain} category cells = ${share} %${crossed > 0 ? `, ${crossed} crossed cells` : ''}`,
  )
}

/** Category cells of ten or more, at all units. */
function plainCells({ tree, heads }: Company): number {
  const width = heads.attributes.length
  return heads.attributes
    .flatMap(({ categories }, attribute) =>
      categories.map((_, category) => {
        const own = new Uint32Array(tree.ids.length)
        for (const [group, unit] of heads.unit.entries())
          if (heads.category[group * width + attribute] === category) own[unit] = (own[unit] ?? 0) + 1
        return rollUp(own, 1, tree).reduce((cells, count) => cells + (count >= 10 ? 1 : 0), 0)
      }),
    )
    .reduce((a, b) => a + b, 0)
}

function sum(masks: readonly Uint8Array[]): number {
  return masks.reduce((all, mask) => all + mask.reduce((a, b) => a + b, 0), 0)
}
