import type { Heatmap } from '@chorus/contracts/report-across-units'
import { Link } from '@tanstack/react-router'
import { useId } from 'react'
import { directionOf } from '../../../lib/i18n/direction.ts'
import { groupName } from '../../../lib/i18n/group-name.ts'
import { localised } from '../../../lib/i18n/localised.ts'
import { useTexts } from '../../../lib/i18n/texts.ts'
import { figuresInWords } from '../figures-in-words.ts'
import { HeatCell } from './heat-cell.tsx'
import { useGridWalk } from './walk-grid.ts'

/** Units against scales, a real table: its cells are walked over with arrow keys, and the words of the chosen one stand below. */
export function HeatTable({ heatmap }: { heatmap: Heatmap }) {
  const { t, locale } = useTexts()
  const words = useId()
  const { rows, scales, k } = heatmap
  const names = scales.map(({ name }) => localised(name, locale).text)
  const walk = useGridWalk({
    rows: rows.length,
    columns: scales.length + 1,
    direction: directionOf(locale),
  })
  const stop = (row: number, column: number) => ({
    'data-place': `${row} ${column}`,
    tabIndex: walk.place.row === row && walk.place.column === column ? 0 : -1,
    onFocus: () => walk.setPlace({ row, column }),
  })
  return (
    <figure className="heatmap">
      <div className="heatmap-scroll">
        {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells arrow keys walk over is ARIA's grid */}
        <table className="heatmap-table" role="grid" onKeyDown={walk.onKeyDown} aria-describedby={words}>
          <caption>{t('heatmap.caption', { wave: heatmap.wave.label })}</caption>
          <thead>
            <tr>
              <th scope="col" className="heatmap-unit">
                {t('heatmap.unit')}
              </th>
              {scales.map(({ id }, at) => (
                <th key={id} scope="col">
                  {names[at]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ unit, depth, cells }, row) => (
              <tr key={unit.id}>
                <th scope="row" className="heatmap-unit">
                  <Link
                    to="/reports/$unit"
                    params={{ unit: unit.id }}
                    className={heatmap.order === 'name' ? `heatmap-depth-${Math.min(depth, 4)}` : undefined}
                    {...stop(row, 0)}
                  >
                    {groupName(unit.name, t)}
                  </Link>
                </th>
                {scales.map((scale, at) => (
                  <HeatCell
                    key={scale.id}
                    figures={cells[at] ?? { status: 'protected' }}
                    scale={scale}
                    stop={stop(row, at + 1)}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <figcaption id={words} className="heatmap-words" aria-live="polite">
        <ChosenWords heatmap={heatmap} names={names} place={walk.place} k={k} />
      </figcaption>
    </figure>
  )
}

function ChosenWords({
  heatmap: { rows, scales },
  names,
  place: { row, column },
  k,
}: {
  heatmap: Heatmap
  names: readonly string[]
  place: { row: number; column: number }
  k: number
}) {
  const { t, locale } = useTexts()
  const at = column - 1
  const chosen = rows[row]
  const [scale, name, figures] = [scales[at], names[at], chosen?.cells[at]]
  if (!chosen || !scale || name === undefined || !figures) return t('heatmap.choose')
  const { min, max } = scale
  return figuresInWords(figures, {
    place: groupName(chosen.unit.name, t),
    scale: { name, min, max },
    k,
    t,
    locale,
  })
}
