import { type PointerEvent, useId, useState } from 'react'
import { HatchPattern } from './hatch.tsx'
import { type ChartPoint, trendGeometry } from './trend-geometry.ts'
import { TrendMarks } from './trend-marks.tsx'
import { useWidth } from './use-width.ts'
import './trend-chart.css'

/** Points that stand out together, by place, and what they are. */
export type MarkedPoints = { readonly first: number; readonly last: number; readonly words: string }

type Props = {
  title: string
  points: readonly ChartPoint[]
  min: number
  max: number
  /** The word that stands in a gap. */
  gapWord: string
  /** What a point says in words; read aloud and shown under the chart. */
  describe: (index: number) => string
  /** What the arrow keys walk over, for screen readers. */
  walkLabel: string
  /** How time runs: as people read. */
  direction: 'ltr' | 'rtl'
  /** What bar, line and hatching stand for. */
  chartKey: string
  marked?: MarkedPoints | undefined
}

const height = 232
const thumb = 16

/**
 * A trend with its uncertainty. A native slider lies over the plot, unseen: arrow keys, touch and screen readers
 * walk over the points with it, in the direction in which people read, and the words of the chosen point stand under the chart.
 */
export function TrendChart({
  title,
  points,
  min,
  max,
  gapWord,
  describe,
  walkLabel,
  direction,
  chartKey,
  marked,
}: Props) {
  const [box, width] = useWidth(560)
  const [chosen, setChosen] = useState(points.length - 1)
  const hatch = useId()
  const chart = trendGeometry(points, { width, height, min, max, mirrored: direction === 'rtl' })
  const ends = [chart.x(0), chart.x(points.length - 1)]
  const left = Math.min(...ends) - thumb / 2
  const right = Math.max(...ends) + thumb / 2
  const follow = (event: PointerEvent<HTMLDivElement>) => {
    const at = event.clientX - event.currentTarget.getBoundingClientRect().left
    const away = direction === 'rtl' ? chart.x(0) - at : at - chart.x(0)
    const nearest = Math.round(away / chart.step)
    if (event.pointerType === 'mouse') setChosen(Math.min(points.length - 1, Math.max(0, nearest)))
  }
  return (
    <figure className="trend">
      <div ref={box} className="trend-box" onPointerMove={follow}>
        <svg role="img" aria-label={title} width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
          <HatchPattern id={hatch} />
          {marked && <MarkedStretch chart={chart} marked={marked} />}
          <TrendMarks chart={chart} points={points} chosen={chosen} gapWord={gapWord} hatch={hatch} />
        </svg>
        {points.length > 1 && (
          <input
            type="range"
            className="trend-walk"
            style={{ left, width: right - left }}
            min={0}
            max={points.length - 1}
            step={1}
            value={chosen}
            aria-label={walkLabel}
            aria-valuetext={describe(chosen)}
            onChange={(event) => setChosen(Number(event.currentTarget.value))}
          />
        )}
      </div>
      <figcaption className="trend-words">
        {describe(chosen)}
        <span className="trend-key">{chartKey}</span>
      </figcaption>
    </figure>
  )
}

function MarkedStretch({
  chart: { x, step, plot },
  marked: { first, last },
}: {
  chart: ReturnType<typeof trendGeometry>
  marked: MarkedPoints
}) {
  const [start, end] = [Math.min(x(first), x(last)) - step / 2, Math.max(x(first), x(last)) + step / 2]
  return (
    <rect
      className="trend-marked"
      x={Math.max(start, plot.left)}
      y={plot.top}
      width={Math.min(end, plot.right) - Math.max(start, plot.left)}
      height={plot.bottom - plot.top}
    />
  )
}
