import { bandOf } from '@chorus/anonymity/shown-sample'
import type { Scale } from '@chorus/contracts/instrument'
import type { Cell } from '@chorus/contracts/publish'
import type { ItemResult } from '@chorus/contracts/report'
import type { Measure } from '@chorus/instruments/score'
import { type ChangeFamily, familiesOf } from '@chorus/reporting/change-family'
import { mayBeSaid, sayableFrom } from '@chorus/reporting/may-be-said'
import { splitOpinion } from '@chorus/reporting/split-opinion'
import { figuresIn, trendPoint, type WaveOfUnit } from './trend-point.ts'

/**
 * The statements of a scale as one wave shows them; none where it is protected.
 * @param earlier the waves before it, oldest first
 */
export function itemsOf(scale: Scale, wave: WaveOfUnit, earlier: readonly WaveOfUnit[]): ItemResult[] {
  const { policy } = wave.header
  const family = itemFamily(wave.cell)
  return scale.items.flatMap(({ id, text, reversed, min, max }) => {
    const measure: Measure = { type: 'item', id, min, max }
    const point = trendPoint(measure, wave, earlier, () => family)
    if (point.status !== 'published') return []
    const { n, mean, favourable, agreement, change } = point
    const say = mayBeSaid(n, sayableFrom(policy))
    const answers = say.detail ? (figuresIn(wave.cell, measure)?.answers ?? null) : null
    return [
      {
        id,
        text,
        reversed,
        mean,
        favourable,
        agreement,
        change: change && { verdict: change.verdict, difference: change.difference },
        answers,
        split: answers && splitOpinion(answers, bandOf(n).lo, policy.k),
      },
    ]
  })
}

/** All statements of a unit that one wave shows are judged among each other. */
export function itemFamily(cell: Cell | undefined): ChangeFamily {
  return familiesOf(cell ? [cell] : [])('item')
}
