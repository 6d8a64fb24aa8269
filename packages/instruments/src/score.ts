import { present } from '@chorus/basics/assert'
import type { Item, Scale } from '@chorus/contracts/instrument'

/** A figure that reports know: a scale score, one item of a scale, or an outcome item that stands alone. */
export type Measure = {
  readonly type: 'scale' | 'item' | 'outcome'
  readonly id: string
  /** Range of a score, in scale points. */
  readonly min: number
  readonly max: number
}

/**
 * Items that are answered, counted and shown together: a scale with its items, because a scale is the sum of
 * its items; or one outcome item.
 */
export type Block = {
  readonly id: string
  readonly items: readonly Item[]
  /** The scale first, then its items; a single one for an outcome. */
  readonly measures: readonly Measure[]
}

export function blocksOf(scales: readonly Scale[]): Block[] {
  return scales.flatMap((scale) => (scale.role === 'outcome' ? outcomeBlocks(scale) : [scaleBlock(scale)]))
}

/** The answer turned so that high is good: a reversed 2 of 1..7 becomes 6. */
export function oriented(item: Item, answer: number): number {
  return item.reversed ? item.min + item.max - answer : answer
}

function scaleBlock(scale: Scale): Block {
  const { min, max } = present(scale.items[0], `an item of the scale ${scale.id}`)
  return {
    id: scale.id,
    items: scale.items,
    measures: [
      { type: 'scale', id: scale.id, min, max },
      ...scale.items.map((item) => measureOf(item, 'item')),
    ],
  }
}

function outcomeBlocks(scale: Scale): Block[] {
  return scale.items.map((item) => ({ id: item.id, items: [item], measures: [measureOf(item, 'outcome')] }))
}

function measureOf(item: Item, type: 'item' | 'outcome'): Measure {
  return { type, id: item.id, min: item.min, max: item.max }
}
