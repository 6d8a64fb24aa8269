import { spreadOf } from '@chorus/anonymity/shown-sample'
import { typicalSpread } from '@chorus/anonymity/typical-spread'
import type { Cell, Change } from '@chorus/contracts/publish'
import type { UnitAbove } from '@chorus/contracts/report'
import type { ReleaseHeader } from '@chorus/db/stores/releases'
import type { Measure } from '@chorus/instruments/score'
import { type ChangeFamily, changeFamily } from '@chorus/reporting/change-family'
import { mayBeSaid, sayableFrom } from '@chorus/reporting/may-be-said'
import { partAndWhole, type ShownGroup } from '@chorus/reporting/part-and-whole'
import { unitsUpFrom } from './around-unit.ts'
import { figuresIn } from './trend-point.ts'

export type UnitsAbove = {
  /** Comparisons that could be made. */
  readonly comparisons: number
  readonly of: (scale: string) => UnitAbove[]
}

/** The unit directly above, and the whole organisation where that is another one. */
function placesAbove(
  units: ReleaseHeader['units'],
  unit: string,
): { id: string; name: string; of: UnitAbove['of'] }[] {
  const above = unitsUpFrom(units, unit)
  const [parent, root] = [above[0], above.at(-1)]
  if (!parent || !root) return []
  const organisation = { id: root.id, name: root.name, of: 'organisation' as const }
  return parent === root ? [organisation] : [{ id: parent.id, name: parent.name, of: 'parent' }, organisation]
}

/**
 * A unit beside what lies above it in the newest wave, scale by scale. Of the units above it takes the mean and its interval alone, as they were
 * released; that this unit is a part of them, `partAndWhole` reckons with. All comparisons are judged together.
 */
export function unitsAbove(
  header: ReleaseHeader,
  unit: string,
  measures: readonly Measure[],
  cellOf: (unit: string) => Cell | undefined,
): UnitsAbove {
  const places = placesAbove(header.units, unit).map((place) => ({ ...place, cell: cellOf(place.id) }))
  const found = measures.flatMap((measure) => {
    const own = shownIn(header, cellOf(unit), measure)
    return own
      ? places.map((place) => ({ measure, place, ...comparedIn(header, measure, cellOf(unit), place.cell) }))
      : []
  })
  const family = changeFamily(found.flatMap(({ compared }) => compared ?? []))
  return {
    comparisons: family.comparisons,
    of: (scale) =>
      found
        .filter(({ measure }) => measure.id === scale)
        .map(({ place: { of, name }, shown, compared }) =>
          shown && compared
            ? {
                status: 'published',
                of,
                name,
                mean: shown.mean,
                interval: shown.interval,
                ...judged(family, compared),
              }
            : { status: 'protected', of, name },
        ),
  }
}

type Compared = Omit<Change, 'since'>
type Shown = ShownGroup & Pick<Extract<UnitAbove, { status: 'published' }>, 'interval'>

/** What is shown of a unit above, and how the unit compares with it in one wave. */
export function comparedIn(
  header: ReleaseHeader,
  measure: Measure,
  part: Cell | undefined,
  whole: Cell | undefined,
): { shown: Shown | null; compared: Compared | null } {
  const [own, shown] = [shownIn(header, part, measure), shownIn(header, whole, measure)]
  const { change } = sayableFrom(header.policy)
  return { shown, compared: own && shown && partAndWhole(own, shown, change) }
}

function shownIn({ policy, summary }: ReleaseHeader, cell: Cell | undefined, measure: Measure): Shown | null {
  const figures = figuresIn(cell, measure)
  if (!figures || figures.n === null || figures.mean === null) return null
  const { n, mean, interval } = figures
  if (!mayBeSaid(n, sayableFrom(policy)).mean) return null
  return { n, mean, interval, spread: spreadOf(figures, typicalSpread(summary.spread, measure)) }
}

function judged(family: ChangeFamily, compared: Compared) {
  const { verdict, smallestSeen } = family.judge(compared)
  const words = {
    up: 'higher',
    down: 'lower',
    'no change shown': 'no difference shown',
    'too few': 'too few',
  } as const
  return { verdict: words[verdict], smallestSeen }
}
