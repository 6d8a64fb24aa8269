import type { Figure, Release } from '@chorus/contracts/publish'
import { escapeHtml } from './html.ts'
import type { PlacedUnit } from './placed-units.ts'
import type { Series, SeriesBlock } from './report-series.ts'
import { meanText, middleOf } from './shown-words.ts'

/** All units at a glance: the last wave's mean of every scale, with a bar for its place between lowest and highest. */
export function* overviewTable(
  release: Release,
  units: readonly PlacedUnit[],
  blocksOfUnit: (unit: string) => SeriesBlock[],
): Generator<string> {
  const last = release.waves.at(-1)?.id
  const scales = units[0]
    ? blocksOfUnit(units[0].id).flatMap(({ head }) => (isInLast(head, last) ? [head] : []))
    : []
  const columns = scales.filter((head) => head.type === 'scale')
  const shownColumns = columns.length > 0 ? columns : scales.slice(0, 6)
  if (shownColumns.length === 0) return
  const names = shownColumns.map((head) => `<th scope="col">${escapeHtml(head.name)}</th>`)
  yield `<section><h2>All units</h2><div class="scroll"><table class="overview"><caption>Means of wave ${escapeHtml(last ?? '')}</caption>
<thead><tr><th scope="col">Unit</th>${names.join('')}</tr></thead><tbody>`
  for (const [number, unit] of units.entries()) {
    const heads = new Map(blocksOfUnit(unit.id).map(({ head }) => [head.id, head]))
    const means = shownColumns.map(({ id }) => meanIn(heads.get(id), last))
    const name = escapeHtml(unit.name)
    const everShown = [...heads.values()].some((head) => head.points.some((point) => point.shown))
    const head = `<tr><th scope="row" style="--depth:${unit.depth}">${everShown ? `<a href="#unit-${number}">${name}</a>` : name}</th>`
    yield means.every((mean) => mean === null)
      ? `${head}<td class="protected" colspan="${shownColumns.length}">not shown, to protect anonymity</td></tr>`
      : `${head}${means.map((mean, i) => meanCell(mean, shownColumns[i])).join('')}</tr>`
  }
  yield '</tbody></table></div></section>'
}

function isInLast(head: Series, wave: string | undefined): boolean {
  return head.points.some((point) => point.wave === wave)
}

function meanIn(head: Series | undefined, wave: string | undefined): Figure | null {
  return head?.points.find((point) => point.wave === wave)?.shown?.mean ?? null
}

function meanCell(mean: Figure | null, head: Series | undefined): string {
  if (mean === null || !head) return '<td>–</td>'
  const share = Math.round((100 * (middleOf(mean) - head.min)) / (head.max - head.min))
  return `<td>${meanText(mean, head)}<span class="bar"><i style="width:${share}%"></i></span></td>`
}
