import type { Cell, Figure, MeasureFigures, Release, ReleasedWave } from '@chorus/contracts/publish'
import { textIn } from '@chorus/instruments/localise'
import { type FamilyOf, familiesOf } from '@chorus/reporting/change-family'
import { mayBeSaid, type SayableFrom, sayableFrom } from '@chorus/reporting/may-be-said'
import { stringify } from 'csv-stringify/sync'
import { middleOf } from './shown-words.ts'
import { noteOf } from './summary-note.ts'

/** The columns of summary.csv. Their order is part of the format. */
export const summaryColumns = [
  'wave',
  'wave_closed',
  'unit_id',
  'unit_name',
  'unit_path',
  'cut',
  'cut_value',
  'measure_type',
  'measure',
  'measure_name',
  'status',
  'respondents_low',
  'respondents_high',
  'invited',
  'response_rate',
  'mean',
  'mean_low',
  'mean_high',
  'ci_low',
  'ci_high',
  'favourable_low',
  'favourable_high',
  'agreement',
  'change_low',
  'change_high',
  'change_verdict',
  'note',
] as const

type Row = Record<(typeof summaryColumns)[number], string | number | null>

/**
 * The HR file: one row per wave, unit, cut and measure, made from releases alone, oldest first, and the same to the
 * byte each time. Low and high enclose what would be shown in the same way and are equal where a figure is
 * exact; `mean` and `response_rate` are their middle; `ci` is the 95 % interval of the climate as such. Verdicts are judged among all
 * of a wave, items apart from scales. Text that a spreadsheet would run as a formula is neutralised.
 */
export async function* summaryCsv(
  releases: AsyncIterable<Release> | Iterable<Release>,
): AsyncGenerator<string> {
  yield stringify([[...summaryColumns]])
  for await (const release of releases) {
    const paths = pathsOf(release.units)
    const names = measureNames(release)
    const from = sayableFrom(release.policy)
    for (const wave of release.waves) {
      const family = familiesOf(wave.cells)
      for (const cell of wave.cells) {
        const unit = paths.get(cell.unit) ?? { name: '', path: '' }
        const rows = cell.measures.map((figures) => rowOf(wave, cell, figures, { unit, names, from, family }))
        yield stringify(
          rows.map((row) => summaryColumns.map((column) => row[column])),
          { escape_formulas: true },
        )
      }
    }
  }
}

type Around = {
  readonly unit: { readonly name: string; readonly path: string }
  readonly names: ReadonlyMap<string, string>
  readonly from: SayableFrom
  readonly family: FamilyOf
}

function rowOf(
  wave: ReleasedWave,
  cell: Cell,
  figures: MeasureFigures,
  { unit, names, from, family }: Around,
): Row {
  const say = mayBeSaid(figures.n, from)
  const favourable = say.favourable ? figures.favourable : null
  const difference = figures.change?.difference ?? null
  const judged = figures.change && family(figures.type).judge(figures.change)
  return {
    wave: wave.label ?? wave.id,
    wave_closed: wave.closed,
    unit_id: cell.unit,
    unit_name: unit.name,
    unit_path: unit.path,
    cut: Object.keys(cell.cut).join(' & '),
    cut_value: Object.values(cell.cut).join(' & '),
    measure_type: figures.type,
    measure: figures.id,
    measure_name: names.get(figures.id) ?? '',
    status: figures.status,
    respondents_low: low(figures.n),
    respondents_high: high(figures.n),
    invited: figures.status === 'published' ? cell.invited : null,
    response_rate: figures.status === 'published' ? middle(cell.responseRate) : null,
    mean: middle(figures.mean),
    mean_low: low(figures.mean),
    mean_high: high(figures.mean),
    ci_low: low(figures.interval),
    ci_high: high(figures.interval),
    favourable_low: low(favourable),
    favourable_high: high(favourable),
    agreement: say.agreement ? figures.agreement : null,
    change_low: low(difference),
    change_high: high(difference),
    change_verdict: judged?.verdict ?? null,
    note: noteOf(wave, cell, figures, judged, from),
  }
}

function low(figure: Figure | null): number | null {
  return figure === null || typeof figure === 'number' ? figure : figure.lo
}

function high(figure: Figure | null): number | null {
  return figure === null || typeof figure === 'number' ? figure : figure.hi
}

function middle(figure: Figure | null): number | null {
  return figure === null ? null : middleOf(figure)
}

/** "Whole / Division / Team" for every unit. */
function pathsOf(units: Release['units']): Map<string, { name: string; path: string }> {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const paths = new Map<string, { name: string; path: string }>()
  for (const { id, name } of units) {
    const names: string[] = []
    for (let at = byId.get(id); at; at = at.parent === null ? undefined : byId.get(at.parent))
      names.push(at.name)
    paths.set(id, { name, path: names.reverse().join(' / ') })
  }
  return paths
}

function measureNames({ instrument }: Release): Map<string, string> {
  return new Map(
    instrument.scales.flatMap((scale): [string, string][] => [
      [scale.id, textIn(scale.name, 'en')],
      ...scale.items.map((item): [string, string] => [item.id, textIn(item.text, 'en')]),
    ]),
  )
}
