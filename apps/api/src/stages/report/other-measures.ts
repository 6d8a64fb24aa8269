import type { Cell } from '@chorus/contracts/publish'
import type { OrganisationOverview } from '@chorus/contracts/report-across-units'
import type { ReleaseHeader } from '@chorus/db/stores/releases'
import type { Measure } from '@chorus/instruments/score'
import { familiesOf } from '@chorus/reporting/change-family'
import { scaleMeasure } from './scale-measure.ts'
import { trendPoint } from './trend-point.ts'

type Other = OrganisationOverview['others'][number]

/** One released wave with the cell of the whole organisation. */
type WaveOfWhole = { readonly header: ReleaseHeader; readonly cell: Cell | undefined }

/**
 * Scales that take turns, and outcomes, over the waves that asked them, of the whole organisation. Their changes are judged among each
 * other: in each wave, all that this list shows of it.
 * @param waves oldest first
 */
export function otherMeasures(waves: readonly WaveOfWhole[]): Other[] {
  const asked = new Map<string, { measure: Measure; name: Other['name']; type: Other['type'] }>()
  for (const { header } of waves)
    for (const scale of header.instrument.scales) {
      if (scale.role === 'rotating')
        asked.set(scale.id, { measure: scaleMeasure(scale), name: scale.name, type: 'scale' })
      if (scale.role === 'outcome')
        for (const { id, min, max, text } of scale.items)
          asked.set(id, { measure: { type: 'outcome', id, min, max }, name: text, type: 'outcome' })
    }
  const families = waves.map(({ cell }) =>
    familiesOf([{ measures: cell?.measures.filter(({ type, id }) => asked.get(id)?.type === type) ?? [] }]),
  )
  return [...asked.values()].map(({ measure, name, type }) => ({
    id: measure.id,
    name,
    min: measure.min,
    max: measure.max,
    type,
    points: waves.flatMap((wave, at) => {
      const family = families[at]
      return family && asks(wave.header, measure.id)
        ? [trendPoint(measure, wave, waves.slice(0, at), family)]
        : []
    }),
  }))
}

function asks({ instrument }: ReleaseHeader, id: string): boolean {
  return instrument.scales.some((scale) => scale.id === id || scale.items.some((item) => item.id === id))
}
