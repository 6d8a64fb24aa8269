import { scaleLinear } from 'd3-scale'
import { useId } from 'react'
import { HatchPattern } from './hatch.tsx'
import type { ChartPoint, Range } from './trend-geometry.ts'
import './sparkline.css'

const [width, height] = [132, 40]

/** The course of a value without axes; decoration beside the figure in words. All of one set share a domain. */
export function Sparkline({ points, domain }: { points: readonly ChartPoint[]; domain: Range }) {
  const hatch = useId()
  const x = scaleLinear([0, Math.max(1, points.length - 1)], [6, width - 6])
  const y = scaleLinear([domain.lo, domain.hi], [height - 4, 4])
  const half = (width - 12) / Math.max(1, points.length - 1) / 2
  return (
    <svg className="sparkline" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <HatchPattern id={hatch} />
      {points.map(({ value, label, isAbsent = false }, index) => {
        const after = points[index + 1]
        const next = after?.startsAnew ? null : after?.value
        const place = x(index)
        if (isAbsent) return null
        if (!value)
          return (
            <rect
              key={`${index} ${label}`}
              x={Math.max(0, place - half)}
              y="0"
              width={Math.min(width, half * 2)}
              height={height}
              fill={`url(#${hatch})`}
            />
          )
        const last = index === points.length - 1
        return (
          <g key={`${index} ${label}`}>
            {next && (
              <line
                className="sparkline-line"
                x1={place}
                y1={y(value.middle)}
                x2={x(index + 1)}
                y2={y(next.middle)}
              />
            )}
            <circle className="sparkline-point" cx={place} cy={y(value.middle)} r={last ? 4 : 1.75} />
          </g>
        )
      })}
    </svg>
  )
}
