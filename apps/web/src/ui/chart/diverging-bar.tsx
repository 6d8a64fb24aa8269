import { useId } from 'react'
import { type AnswerShare, divergingBar, type Reach } from './diverging-geometry.ts'
import { useWidth } from './use-width.ts'
import './diverging-bar.css'

type Props = {
  shares: readonly AnswerShare[]
  reach: Reach
  direction: 'ltr' | 'rtl'
}

const height = 26

/** One statement's answers to both sides of a line. A picture of the table beside it, which says the same in figures. */
export function DivergingBar({ shares, reach, direction }: Props) {
  const [box, width] = useWidth(320)
  const stripes = useId()
  const bar = divergingBar(shares, reach, { width, mirrored: direction === 'rtl' })
  return (
    <div ref={box} className="diverging">
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <defs>
          <pattern
            id={stripes}
            width="5"
            height="5"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <path d="M0 0v5" className="diverging-stripe" />
          </pattern>
        </defs>
        {bar.segments.map(({ answer, side, strength, x, width: size }) => (
          <g key={answer}>
            <rect
              className={`diverging-${side} is-${strength}`}
              x={x}
              y={4}
              width={size}
              height={height - 8}
            />
            {side === 'against' && (
              <rect x={x} y={4} width={size} height={height - 8} fill={`url(#${stripes})`} />
            )}
          </g>
        ))}
        <path className="diverging-line" d={`M${bar.centre} 0V${height}`} />
        <path className="diverging-ground" d={`M${bar.besideAt} 2V${height - 2}`} />
      </svg>
    </div>
  )
}
