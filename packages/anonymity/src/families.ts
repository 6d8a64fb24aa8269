import type { Policy } from '@chorus/contracts/policy'
import { thresholdsOf } from './policy.ts'
import type { Family } from './rules/cut-protection.ts'

/** The families of cut cells that a policy declares, most wanted first: attributes, then crossings. */
export function familiesOf(policy: Policy, minimum = 0): Family[] {
  const { cut, crossing } = thresholdsOf(policy)
  const numbers = new Map(policy.cuts.map((name, number) => [name, number]))
  return [
    ...policy.cuts.map((_, attribute) => ({ attributes: [attribute], threshold: Math.max(cut, minimum) })),
    ...policy.crossings.map((names) => ({
      attributes: names.map((name) => numbers.get(name) ?? -1),
      threshold: Math.max(crossing, minimum),
    })),
  ]
}

type Attributes = readonly { readonly name: string; readonly categories: readonly string[] }[]

/** The cut of every category of a family, in the order in which masks number them (first attribute slowest). */
export function cutsOf({ attributes }: Family, all: Attributes): Record<string, string>[] {
  return attributes.reduce<Record<string, string>[]>(
    (cuts, number) => {
      const attribute = all[number]
      return cuts.flatMap((cut) =>
        (attribute?.categories ?? []).map((category) => ({ ...cut, [attribute?.name ?? '']: category })),
      )
    },
    [{}],
  )
}
