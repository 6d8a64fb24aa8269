import { present } from '@chorus/basics/assert'
import type { Cell, Release } from '@chorus/contracts/publish'
import { textIn } from '@chorus/instruments/localise'
import { falseShare, familiesOf } from '@chorus/reporting/change-family'
import { sayableFrom } from '@chorus/reporting/may-be-said'
import { escapeHtml } from './html.ts'
import { placedUnits } from './placed-units.ts'
import { blockCard, type Judges } from './report-card.ts'
import { organisationSection } from './report-organisation.ts'
import { overviewTable } from './report-overview.ts'
import { seriesOf } from './report-series.ts'
import { reportStyle } from './report-style.ts'
import { countText, rateText } from './shown-words.ts'

/** report.html: one page without any other file, made from the release alone, unit by unit. */
export function* reportPage(release: Release): Generator<string> {
  const title = escapeHtml(textIn(release.instrument.name, 'en'))
  const units = placedUnits(release.units)
  const blocksOfUnit = seriesOf(release)
  const shownUnits = new Set(
    release.waves.flatMap((wave) =>
      wave.cells.flatMap((cell) => (cell.status === 'published' ? [cell.unit] : [])),
    ),
  )
  const judges = { from: sayableFrom(release.policy), familyOf: familiesByWave(release) }
  const lastCells = new Map(release.waves.at(-1)?.cells.map((cell) => [cell.unit, cell]))

  yield `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="referrer" content="no-referrer"><title>${title}</title><style>${reportStyle}</style></head><body>
<header><h1>${title}</h1>${introduction(release)}</header><main>`
  yield* overviewTable(release, units, blocksOfUnit)
  yield organisationSection(release)
  for (const [number, unit] of units.entries()) {
    if (!shownUnits.has(unit.id)) continue
    yield `<section id="unit-${number}"><p class="path">${unit.path.map(escapeHtml).join(' / ')}</p>
<h2>${escapeHtml(unit.name)}</h2>${participation(lastCells.get(unit.id))}<div class="cards">`
    for (const block of blocksOfUnit(unit.id)) yield blockCard(block, judges)
    yield '</div></section>'
  }
  yield `</main><footer>${footer(release)}</footer></body></html>\n`
}

/** The families of each wave: the page shows whole units and no cuts. */
function familiesByWave({ waves }: Release): Judges['familyOf'] {
  const families = new Map(
    waves.map(({ id, cells }) => [id, familiesOf(cells.filter(({ cut }) => Object.keys(cut).length === 0))]),
  )
  return (wave) => present(families.get(wave), `the comparisons of wave ${wave}`)
}

function introduction({ waves, policy, units }: Release): string {
  const [first, last] = [waves[0], waves.at(-1)]
  if (!first || !last) return '<p class="soft">No wave has been answered yet.</p>'
  const span = waves.length === 1 ? `Wave ${first.id}` : `${waves.length} waves, ${first.id} to ${last.id}`
  const { n, responseRate } = last.organisation
  const facts = [
    escapeHtml(span),
    units.length === 1 ? '1 unit' : `${units.length} units`,
    n !== null && `<b>${countText(n)}</b> answers in the last wave`,
    responseRate !== null && `response rate <b>${rateText(responseRate)}</b>`,
  ].filter((fact) => fact !== false)
  return `<p class="soft">What teams said, as means in steps, with the range that chance leaves open. Groups with fewer than ${policy.k} answers
are not shown, nor are groups that would give one of them away.</p><ul class="facts">${facts.map((fact) => `<li>${fact}</li>`).join('')}</ul>`
}

/** How many answered the newest wave. */
function participation(cell: Cell | undefined): string {
  if (!cell || cell.n === null) return '<p class="soft">Not shown in the last wave, to protect anonymity.</p>'
  const of = cell.responseRate === null ? '' : ` of ${cell.invited} invited (${rateText(cell.responseRate)})`
  return `<p class="soft">${countText(cell.n)} answers${of} in the last wave</p>`
}

function footer({ policy }: Release): string {
  const { favourable, agreement, change } = sayableFrom(policy)
  return `<p>Numbers come in steps: the fewer answers, the coarser, so that nobody can work out what one person said. Dark bar: the step in
which the mean lies. Pale bar: 95 % interval of the climate as such, of which these answers are a sample, made with the typical spread of the
whole organisation, or with the group's own where that is shown. Dashed circle: not shown, to protect anonymity. Favourable: share in the upper part of the scale, from ${favourable} answers on.
Agreement: how far people see it the same way, from ${agreement} answers on. A change is called when it is two steps wide or more, its 95 % interval
excludes zero, both waves have at least ${change} answers, as they are shown, and it holds among all comparisons of the wave: of all changes called
here, at most ${100 * falseShare} % are expected to be false (Benjamini-Hochberg, items apart from scales); "no change shown" does not mean that nothing changed.</p>`
}
