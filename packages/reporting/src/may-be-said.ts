import { thresholdsOf } from '@chorus/anonymity/policy'
import { bandOf, middleOf } from '@chorus/anonymity/shown-sample'
import type { Policy } from '@chorus/contracts/policy'
import type { Figure } from '@chorus/contracts/publish'

/** What a report may say of a group. A release may hold less than is allowed here, and never shows more than it holds. */
export type Sayable = {
  /** Mean with its interval, how many answered, response rate. */
  readonly mean: boolean
  /** Where it stands among teams: in a word, or in a word with a number and its uncertainty. */
  readonly position: 'nothing' | 'word' | 'number'
  readonly favourable: boolean
  /** How far people agree, in a word. */
  readonly agreement: boolean
  /** Whether it moved: up, down or no change shown; from more answers on also how large that is. */
  readonly change: 'nothing' | 'verdict' | 'size'
  /** How often each answer was given, spread as a number, two camps. */
  readonly detail: boolean
}

export type SayableFrom = {
  readonly mean: number
  readonly favourable: number
  readonly agreement: number
  readonly change: number
  readonly size: number
  readonly detail: number
}

/** From here on a change has a size and a position a number: fifteen answers see changes of 1.1 standard deviations. */
const numbersFrom = 15

/** From how many answers on each thing may be said; what disclosure asks for wins where it asks for more. */
export function sayableFrom(policy: Policy): SayableFrom {
  const { cell, favourable, agreement, change, detail } = thresholdsOf(policy)
  return { mean: cell, favourable, agreement, change, size: Math.max(numbersFrom, change), detail }
}

/**
 * What a number of answers can bear; the only place that decides it for pages, CSV and API answers. Of a band of numbers the middle
 * counts: "5-9" is taken for 7, which is too few to compare. Where the release itself holds a figure back below a threshold that lies inside
 * a band, it has the last word: then the upper end counts here.
 * Reliability (alpha, omega) and drivers are never said of a group: they belong to the whole organisation.
 * Source: docs/statistics.md, "From how many answers on".
 * @param n null where it is protected
 */
export function mayBeSaid(n: Figure | null, from: SayableFrom): Sayable {
  if (n === null || bandOf(n).hi < from.mean) return nothing
  const likely = middleOf(n)
  const most = bandOf(n).hi
  return {
    mean: true,
    position: likely >= from.size ? 'number' : 'word',
    favourable: most >= from.favourable,
    agreement: most >= from.agreement,
    change: likely < from.change ? 'nothing' : likely < from.size ? 'verdict' : 'size',
    detail: most >= from.detail,
  }
}

const nothing: Sayable = {
  mean: false,
  position: 'nothing',
  favourable: false,
  agreement: false,
  change: 'nothing',
  detail: false,
}
