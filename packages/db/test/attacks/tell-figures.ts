import type { Linkage } from './linkage.ts'

/** Prints what each attack got, where CHORUS_FIGURES is set: tests that pass are silent. */
export function tellFigures(target: string, linkages: ReadonlyMap<string, Linkage>): void {
  if (!process.env.CHORUS_FIGURES) return
  for (const [attack, { found, linked, chance }] of linkages)
    console.log(
      `${target} | ${attack} | found ${found} | linked ${linked} | by chance ${chance.toExponential(1)}`,
    )
}
