import { useId, useState } from 'react'
import { type DotFrame, type DotRow, dotGeometry } from './dot-geometry.ts'
import { HatchPattern } from './hatch.tsx'
import { PointWalk } from './point-walk.tsx'
import { textWidth } from './text-width.ts'
import { useWidth } from './use-width.ts'
import './dot-chart.css'

type Props = Pick<DotFrame, 'min' | 'max'> & {
  title: string
  rows: readonly DotRow[]
  /** The word on what is protected. */
  gapWord: string
  /** What a line says in words; read aloud and shown under the chart. */
  describe: (index: number) => string
  /** What the arrow keys walk over, for screen readers. */
  walkLabel: string
  direction: 'ltr' | 'rtl'
  /** What bar, line and hatching stand for. */
  chartKey: string
}

/** Means below each other, each with the step in which it lies and its interval: in the order given, never sorted by level. */
export function DotChart({
  title,
  rows,
  min,
  max,
  gapWord,
  describe,
  walkLabel,
  direction,
  chartKey,
}: Props) {
  const [box, width] = useWidth(420)
  const [chosen, setChosen] = useState(0)
  const hatch = useId()
  const chart = dotGeometry(rows, { width, min, max, mirrored: direction === 'rtl' })
  return (
    <figure className="dots">
      <div ref={box}>
        <div role="img" aria-label={title}>
          {rows.map(({ id, label }, index) => (
            <div
              key={id}
              className={index === chosen ? 'dots-row is-chosen' : 'dots-row'}
              onPointerEnter={() => setChosen(index)}
            >
              <p className="dots-label" data-in-picture="label">
                <bdi>{label}</bdi>
              </p>
              <svg
                width={width}
                height={lineHeight}
                viewBox={`0 0 ${width} ${lineHeight}`}
                aria-hidden="true"
              >
                <HatchPattern id={`${hatch}${index}`} />
                {chart.ticks.map(({ tick, x }) => (
                  <line key={tick} className="dots-grid" x1={x} x2={x} y1={0} y2={lineHeight} />
                ))}
                <Line
                  chart={chart}
                  place={chart.places[index] ?? null}
                  hatch={`${hatch}${index}`}
                  word={gapWord}
                />
              </svg>
            </div>
          ))}
          <svg width={width} height={20} viewBox={`0 0 ${width} 20`} aria-hidden="true">
            {chart.ticks.map(({ tick, x }) => (
              <text key={tick} className="dots-tick" x={x} y={14} textAnchor="middle">
                {tick}
              </text>
            ))}
          </svg>
        </div>
        <PointWalk
          count={rows.length}
          chosen={chosen}
          onChoose={setChosen}
          label={walkLabel}
          words={describe(chosen)}
        />
      </div>
      <figcaption className="dots-words">
        {describe(chosen)}
        <span className="dots-key" data-in-picture="key">
          {chartKey}
        </span>
      </figcaption>
    </figure>
  )
}

const lineHeight = 26
const middle = lineHeight / 2

type Chart = ReturnType<typeof dotGeometry>

function Line({
  chart: { left, right },
  place,
  hatch,
  word,
}: {
  chart: Chart
  place: Chart['places'][number]
  hatch: string
  word: string
}) {
  if (!place) {
    const length = textWidth(word) + 14
    const centre = (left + right) / 2
    return (
      <>
        <rect x={left} y={4} width={right - left} height={lineHeight - 8} fill={`url(#${hatch})`} />
        <rect className="dots-plate" x={centre - length / 2} y={4} width={length} height="18" rx="9" />
        <text className="dots-tick" x={centre} y={middle} dy="0.34em" textAnchor="middle">
          {word}
        </text>
      </>
    )
  }
  const { step, interval } = place
  const wide = Math.max(5, step.hi - step.lo)
  return (
    <>
      <path
        className="dots-interval"
        d={`M${interval.lo} ${middle}H${interval.hi}M${interval.lo} ${middle - 5}v10M${interval.hi} ${middle - 5}v10`}
      />
      <rect
        className="dots-step"
        x={(step.lo + step.hi - wide) / 2}
        y={middle - 6}
        width={wide}
        height={12}
        rx="2.5"
      />
    </>
  )
}
