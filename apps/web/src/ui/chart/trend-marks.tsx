import { textWidth } from './text-width.ts'
import type { ChartPoint, trendGeometry } from './trend-geometry.ts'

type Props = {
  chart: ReturnType<typeof trendGeometry>
  points: readonly ChartPoint[]
  chosen: number
  gapWord: string
  hatch: string
}

/** The drawing itself, from the back to the front. */
export function TrendMarks({ chart, points, chosen, gapWord, hatch }: Props) {
  const { plot, x, y } = chart
  return (
    <>
      {chart.ticks.map((tick) => (
        <g key={tick}>
          <line className="trend-grid" x1={plot.left} x2={plot.right} y1={y(tick)} y2={y(tick)} />
          <text className="trend-tick" x={chart.axis} y={y(tick)} dy="0.33em" textAnchor="end">
            {tick}
          </text>
        </g>
      ))}
      {chart.gaps.map((gap) => (
        <Gap key={gap.from} gap={gap} plot={plot} word={gapWord} hatch={hatch} />
      ))}
      {chart.breaks.map((place) => (
        <line key={place} className="trend-break" x1={place} x2={place} y1={plot.top} y2={plot.bottom} />
      ))}
      <line className="trend-chosen" x1={x(chosen)} x2={x(chosen)} y1={plot.top} y2={plot.bottom} />
      {chart.areas.map((path) => (
        <path key={path} className="trend-interval" d={path} />
      ))}
      {chart.lines.map((path) => (
        <path key={path} className="trend-line" d={path} />
      ))}
      {points.map(({ label, value, isForeign = false }, index) =>
        value ? (
          <g key={`${index} ${label}`} className={index === chosen ? 'trend-point is-chosen' : 'trend-point'}>
            <Whisker
              x={x(index)}
              lo={y((value.interval ?? value.band).lo)}
              hi={y((value.interval ?? value.band).hi)}
            />
            <Step
              x={x(index)}
              lo={y(value.band.lo)}
              hi={y(value.band.hi)}
              wide={index === chosen}
              isForeign={isForeign}
            />
          </g>
        ) : null,
      )}
      {chart.labels.map(({ index, x: place }) => (
        <text
          key={index}
          className={index === chosen ? 'trend-label is-chosen' : 'trend-label'}
          x={place}
          y={plot.bottom + 20}
          textAnchor="middle"
        >
          {points[index]?.label}
        </text>
      ))}
    </>
  )
}

function Whisker({ x, lo, hi }: { x: number; lo: number; hi: number }) {
  return <path className="trend-whisker" d={`M${x} ${lo}V${hi}M${x - 4} ${lo}h8M${x - 4} ${hi}h8`} />
}

type StepProps = { x: number; lo: number; hi: number; wide: boolean; isForeign: boolean }

/**
 * The step in which the mean lies: a bar as high as the step is wide, never thinner than a line that is seen. One that comes from elsewhere
 * is a diamond of the same height, never lower than can be told from a bar.
 */
function Step({ x, lo, hi, wide, isForeign }: StepProps) {
  const width = (wide ? 12 : 9) + (isForeign ? 3 : 0)
  const height = Math.max(isForeign ? width : 5, lo - hi)
  const middle = (lo + hi) / 2
  if (isForeign)
    return (
      <path
        className="trend-step trend-step-foreign"
        d={`M${x} ${middle - height / 2}L${x + width / 2} ${middle}L${x} ${middle + height / 2}L${x - width / 2} ${middle}Z`}
      />
    )
  return (
    <rect
      className="trend-step"
      x={x - width / 2}
      y={middle - height / 2}
      width={width}
      height={height}
      rx="2.5"
    />
  )
}

type Plot = Props['chart']['plot']
type GapPlace = Props['chart']['gaps'][number]

function Gap({ gap, plot, word, hatch }: { gap: GapPlace; plot: Plot; word: string; hatch: string }) {
  const middle = (gap.left + gap.right) / 2
  const length = textWidth(word) + 14
  const narrow = gap.right - gap.left < length
  const centre = (plot.top + plot.bottom) / 2
  return (
    <g>
      <rect
        className="trend-gap"
        x={gap.left}
        y={plot.top}
        width={gap.right - gap.left}
        height={plot.bottom - plot.top}
        fill={`url(#${hatch})`}
      />
      <g transform={narrow ? `rotate(-90 ${middle} ${centre})` : undefined}>
        <rect
          className="trend-gap-plate"
          x={middle - length / 2}
          y={centre - 10}
          width={length}
          height="20"
          rx="10"
        />
        <text className="trend-gap-word" x={middle} y={centre} dy="0.34em" textAnchor="middle">
          {word}
        </text>
      </g>
    </g>
  )
}
