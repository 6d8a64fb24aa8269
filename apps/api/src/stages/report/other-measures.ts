import type { Scale } from '@chorus/contracts/instrument'
import type { OtherMeasure } from '@chorus/contracts/report'
import type { Measure } from '@chorus/instruments/score'
import { familiesOf } from '@chorus/reporting/change-family'
import { scaleMeasure } from './scale-measure.ts'
import { asks, trendPoint, type WaveOfUnit } from './trend-point.ts'
import { itemsOf } from './unit-items.ts'

/**
 * Scales that take turns, and outcomes, of one unit over the waves that asked them. Their changes are judged among each other: in each wave,
 * all that this list shows of it.
 * @param waves oldest first
 */
export function otherMeasures(waves: readonly WaveOfUnit[]): OtherMeasure[] {
  const asked = new Map<string, { measure: Measure; name: OtherMeasure['name']; scale: Scale }>()
  for (const { header } of waves)
    for (const scale of header.instrument.scales) {
      if (scale.role === 'rotating')
        asked.set(scale.id, { measure: scaleMeasure(scale), name: scale.name, scale })
      if (scale.role === 'outcome')
        for (const { id, min, max, text } of scale.items)
          asked.set(id, { measure: { type: 'outcome', id, min, max }, name: text, scale })
    }
  const families = waves.map(({ cell }) =>
    familiesOf([
      { measures: cell?.measures.filter(({ type, id }) => asked.get(id)?.measure.type === type) ?? [] },
    ]),
  )
  return [...asked.values()].map(({ measure, name, scale }) => {
    const asking = waves.flatMap((wave, at) => (asks(wave.header, measure.id) ? [{ wave, at }] : []))
    const last = asking.at(-1)
    return {
      id: measure.id,
      name,
      min: measure.min,
      max: measure.max,
      type: measure.type === 'scale' ? 'scale' : 'outcome',
      points: asking.flatMap(({ wave, at }) => {
        const family = families[at]
        return family ? [trendPoint(measure, wave, waves.slice(0, at), family)] : []
      }),
      items: last && measure.type === 'scale' ? itemsOf(scale, last.wave, waves.slice(0, last.at)) : [],
    }
  })
}
