import { useWidth } from './use-width.ts'
import { type ZoneFrame, type ZonePoint, zoneGeometry } from './zone-geometry.ts'
import './zone-map.css'

type Props = Omit<ZoneFrame, 'size'> & {
  title: string
  /** Oldest first; the last one is drawn full. */
  points: readonly ZonePoint[]
  axes: { readonly x: string; readonly y: string }
  /** Names of the four fields. */
  fields: { readonly [place in 'topLeft' | 'topRight' | 'bottomLeft' | 'bottomRight']: string }
}

/** Two scales against each other, with a line through both: a path over time, each place with its uncertainty as a cross. */
export function ZoneMap({ title, points, axes, fields, ...range }: Props) {
  const [box, width] = useWidth(400)
  const size = Math.min(460, width)
  const map = zoneGeometry(points, { size, ...range })
  const { plot, cut } = map
  const names = [
    { name: fields.topLeft, x: plot.left + 8, y: plot.top + 18, anchor: 'start' },
    { name: fields.topRight, x: plot.right - 8, y: plot.top + 18, anchor: 'end' },
    { name: fields.bottomLeft, x: plot.left + 8, y: plot.bottom - 8, anchor: 'start' },
    { name: fields.bottomRight, x: plot.right - 8, y: plot.bottom - 8, anchor: 'end' },
  ] as const
  return (
    <div ref={box} className="zone-map" dir="ltr">
      <svg role="img" aria-label={title} width={size} height={size} viewBox={`0 0 ${size} ${size}`}>
        <rect
          className="zone-ground"
          x={plot.left}
          y={plot.top}
          width={plot.right - plot.left}
          height={plot.bottom - plot.top}
        />
        <rect
          className="zone-best"
          x={cut.x}
          y={plot.top}
          width={plot.right - cut.x}
          height={cut.y - plot.top}
        />
        <path
          className="zone-cut"
          d={`M${cut.x} ${plot.top}V${plot.bottom}M${plot.left} ${cut.y}H${plot.right}`}
        />
        {names.map(({ name, x, y, anchor }) => (
          <text key={name} className="zone-name" x={x} y={y} textAnchor={anchor}>
            {name}
          </text>
        ))}
        {map.ticks.map((tick) => (
          <g key={tick} className="zone-tick">
            <text x={map.x(tick)} y={plot.bottom + 15} textAnchor="middle">
              {tick}
            </text>
            <text x={plot.left - 6} y={map.y(tick)} dy="0.33em" textAnchor="end">
              {tick}
            </text>
          </g>
        ))}
        <text className="zone-axis" x={(plot.left + plot.right) / 2} y={size - 4} textAnchor="middle">
          {axes.x}
        </text>
        <text
          className="zone-axis"
          transform={`translate(10 ${(plot.top + plot.bottom) / 2}) rotate(-90)`}
          textAnchor="middle"
        >
          {axes.y}
        </text>
        {map.path && <path className="zone-path" d={map.path} />}
        {map.places.map((place, index) => {
          const last = index === map.places.length - 1
          return (
            <g key={`${index} ${place.label}`} className={last ? 'zone-point is-last' : 'zone-point'}>
              <path
                className="zone-cross"
                d={`M${place.across.from} ${place.y}H${place.across.to}M${place.x} ${place.up.from}V${place.up.to}`}
              />
              <circle cx={place.x} cy={place.y} r={last ? 7 : 4} />
            </g>
          )
        })}
      </svg>
    </div>
  )
}
