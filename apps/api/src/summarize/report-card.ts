import type { Change, Figure } from '@chorus/contracts/publish'
import type { FamilyOf, JudgedChange } from '@chorus/reporting/change-family'
import { mayBeSaid, type SayableFrom } from '@chorus/reporting/may-be-said'
import { escapeHtml } from './html.ts'
import type { Point, Series, SeriesBlock } from './report-series.ts'
import { countText, meanText, shareText } from './shown-words.ts'
import { trendPicture } from './trend-picture.ts'

/** What a card has to ask before it says something. */
export type Judges = { readonly from: SayableFrom; readonly familyOf: (wave: string) => FamilyOf }

/** One scale or outcome: the picture, what changed in words, and a real table behind it. */
export function blockCard({ head, items }: SeriesBlock, judges: Judges): string {
  const last = head.points.at(-1)
  if (head.points.every((point) => point.shown === null))
    return `<article><h3>${escapeHtml(head.name)}</h3><p class="verdict">Not shown, to protect anonymity.</p></article>`
  return `<article><h3>${escapeHtml(head.name)}</h3>${trendPicture(head)}${verdictOf(head, last, judges)}
<details><summary>Figures</summary><div class="scroll">${waveTable(head, judges)}${items.length > 0 ? itemTable(items) : ''}</div></details></article>`
}

function verdictOf(head: Series, point: Point | undefined, { familyOf }: Judges): string {
  if (!point?.shown) return '<p class="verdict">Last wave not shown, to protect anonymity.</p>'
  const { change } = point.shown
  if (!change) return ''
  return `<p class="verdict">${changeText(change, familyOf(point.wave)(head.type).judge(change))}</p>`
}

function changeText({ difference, since }: Change, { verdict, smallestSeen }: JudgedChange): string {
  const size = difference === null ? '' : sizeText(difference)
  const than = `since ${escapeHtml(since)}`
  switch (verdict) {
    case 'up':
      return `<span class="up">▲ up ${size}</span> ${than}`
    case 'down':
      return `<span class="down">▼ down ${size}</span> ${than}`
    case 'no change shown':
      return smallestSeen === null
        ? `no change shown ${than}`
        : `no change shown ${than}; one of ${smallestSeen.toFixed(1)} points would most likely have been seen`
    case 'too few':
      return `too few answers to compare with ${escapeHtml(since)}`
  }
}

/** How far it moved, whichever way: "1.5 to 2.5". */
function sizeText(difference: Figure): string {
  if (typeof difference === 'number') return Math.abs(difference).toFixed(1)
  const ends = [difference.lo, difference.hi].map(Math.abs).sort((a, b) => a - b)
  return ends.map((end) => end.toFixed(1)).join(' to ')
}

function waveTable(series: Series, { from }: Judges): string {
  const rows = series.points.map(({ wave, shown }) => {
    const name = `<th scope="row">${escapeHtml(wave)}</th>`
    if (!shown) return `<tr>${name}<td colspan="5">not shown, to protect anonymity</td></tr>`
    const interval = shown.interval
      ? `${shown.interval.lo.toFixed(1)} to ${shown.interval.hi.toFixed(1)}`
      : '–'
    const say = mayBeSaid(shown.n, from)
    const favourable = shown.favourable === null || !say.favourable ? '–' : shareText(shown.favourable)
    const cells = [
      countText(shown.n),
      meanText(shown.mean, series),
      interval,
      favourable,
      say.agreement ? (shown.agreement ?? '–') : '–',
    ]
    return `<tr>${name}${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
  })
  return `<table><thead><tr><th scope="col">Wave</th><th scope="col">People</th><th scope="col">Mean</th><th scope="col">95 % interval</th><th scope="col">Favourable</th><th scope="col">Agreement</th></tr></thead><tbody>${rows.join('')}</tbody></table>`
}

/** Means of the items, turned so that high is good. */
function itemTable(items: readonly Series[]): string {
  const waves = items[0]?.points.map((point) => `<th scope="col">${escapeHtml(point.wave)}</th>`) ?? []
  const rows = items.map((item) => {
    const means = item.points.map(({ shown }) => `<td>${shown ? meanText(shown.mean, item) : '–'}</td>`)
    return `<tr><th scope="row">${escapeHtml(item.name)}</th>${means.join('')}</tr>`
  })
  return `<table><caption>Means of the items, high is good</caption><thead><tr><th scope="col">Item</th>${waves.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`
}
