import { bandOf } from '@chorus/anonymity/shown-sample'
import type { Scale } from '@chorus/contracts/instrument'
import type { Policy } from '@chorus/contracts/policy'
import type { Cell } from '@chorus/contracts/publish'
import type { ItemResult } from '@chorus/contracts/report'
import { mayBeSaid, sayableFrom } from '@chorus/reporting/may-be-said'
import { splitOpinion } from '@chorus/reporting/split-opinion'

/** The statements of a scale as one wave shows them; none where it is protected. */
export function itemsOf(scale: Scale, cell: Cell | undefined, policy: Policy): ItemResult[] {
  const figures = new Map(cell?.measures.map((measure) => [measure.id, measure]))
  return scale.items.flatMap(({ id, text, reversed }) => {
    const shown = figures.get(id)
    if (!shown || shown.mean === null) return []
    const { n, mean, agreement, answers } = shown
    const say = mayBeSaid(n, sayableFrom(policy))
    const shares = say.detail ? answers : null
    return [
      {
        id,
        text,
        reversed,
        mean,
        agreement: say.agreement ? agreement : null,
        answers: shares,
        split: shares && n !== null ? splitOpinion(shares, bandOf(n).lo, policy.k) : null,
      },
    ]
  })
}
