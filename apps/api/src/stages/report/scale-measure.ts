import { present } from '@chorus/basics/assert'
import type { Scale } from '@chorus/contracts/instrument'
import type { Measure } from '@chorus/instruments/score'

/** A scale as a measure of a release. */
export function scaleMeasure(scale: Scale): Measure {
  const { min, max } = present(scale.items[0], `an item of the scale ${scale.id}`)
  return { type: 'scale', id: scale.id, min, max }
}
