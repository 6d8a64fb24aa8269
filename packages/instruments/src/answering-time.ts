import type { Scale } from '@chorus/contracts/instrument'

/**
 * Words of English that adults read silently in a minute, mean of 190 studies of non-fiction; most adults lie between 175 and 300.
 * Source: Brysbaert (2019), Journal of Memory and Language 109, 104047.
 */
const wordsPerMinute = 238

/** To choose and press one of the points of a scale. An assumption of ours: no study of a page like ours gives it. */
const secondsPerChoice = 2.5

/**
 * Seconds that answering takes somebody of average reading speed: reading each statement and choosing. Comments come on top. It goes by
 * the English text, which every item has; other languages take about as long for the same message (Brysbaert 2019).
 */
export function answeringSeconds(scales: readonly Pick<Scale, 'items'>[]): number {
  return scales
    .flatMap(({ items }) => items)
    .reduce((sum, { text }) => sum + (wordsOf(text.en) * 60) / wordsPerMinute + secondsPerChoice, 0)
}

/** The same as people are told it: whole minutes, at least one. */
export function answeringMinutes(scales: readonly Pick<Scale, 'items'>[]): number {
  return Math.max(1, Math.round(answeringSeconds(scales) / 60))
}

/** Past this, people stop half-way or answer without reading; the product promises less. Seconds. */
export const longestAnswering = 120

function wordsOf(text = ''): number {
  return text.match(/\S+/g)?.length ?? 0
}
