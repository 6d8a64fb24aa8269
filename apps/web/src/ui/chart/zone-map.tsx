import { type PointerEvent, useState } from 'react'
import { PointWalk } from './point-walk.tsx'
import { useWidth } from './use-width.ts'
import { nearestPlace, type ZoneFrame, type ZonePoint, zoneGeometry } from './zone-geometry.ts'
import './zone-map.css'

type Props = Omit<ZoneFrame, 'size'> & {
  title: string
  points: readonly ZonePoint[]
  /** A path over time, oldest first, whose last point is drawn full; or many places that have nothing to do with each other. */
  kind: 'path' | 'places'
  /** What a point says in words; read aloud and shown under the map. */
  describe: (index: number) => string
  /** What the arrow keys walk over, for screen readers. */
  walkLabel: string
  /** What points and crosses stand for. */
  chartKey: string
  axes: { readonly x: string; readonly y: string }
  /** Names of the four fields. */
  fields: { readonly [place in 'topLeft' | 'topRight' | 'bottomLeft' | 'bottomRight']: string }
}

/** Two scales against each other, with a line through both: each place with its uncertainty as a cross, which is faint until it is chosen. */
export function ZoneMap({
  title,
  points,
  kind,
  axes,
  fields,
  describe,
  walkLabel,
  chartKey,
  ...range
}: Props) {
  const [box, width] = useWidth(400)
  const [chosen, setChosen] = useState(kind === 'path' ? points.length - 1 : 0)
  const size = Math.min(kind === 'path' ? 460 : 640, width)
  const map = zoneGeometry(points, { size, ...range })
  const { plot, cut } = map
  const names = [
    { name: fields.topLeft, x: plot.left + 8, y: plot.top + 18, anchor: 'start' },
    { name: fields.topRight, x: plot.right - 8, y: plot.top + 18, anchor: 'end' },
    { name: fields.bottomLeft, x: plot.left + 8, y: plot.bottom - 8, anchor: 'start' },
    { name: fields.bottomRight, x: plot.right - 8, y: plot.bottom - 8, anchor: 'end' },
  ] as const
  const follow = (event: PointerEvent<HTMLDivElement>) => {
    const { left, top } = event.currentTarget.getBoundingClientRect()
    const nearest = nearestPlace(map.places, { x: event.clientX - left, y: event.clientY - top })
    if (nearest !== null) setChosen(nearest)
  }
  const classOf = (index: number) => {
    const isFull = index === (kind === 'path' ? points.length - 1 : chosen)
    const states = [isFull && 'is-full', index === chosen && 'is-chosen', kind === 'places' && 'is-faint']
    return ['zone-point', ...states.filter(Boolean)].join(' ')
  }
  return (
    <figure className={kind === 'places' ? 'zone-map is-wide' : 'zone-map'}>
      <div ref={box} dir="ltr" onPointerMove={follow} onPointerDown={follow}>
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
          {kind === 'path' && map.path && <path className="zone-path" d={map.path} />}
          {inFront(chosen, map.places).map(({ place, index }) => (
            <g key={`${index} ${place.label}`} className={classOf(index)}>
              <path
                className="zone-cross"
                d={`M${place.across.from} ${place.y}H${place.across.to}M${place.x} ${place.up.from}V${place.up.to}`}
              />
              <circle cx={place.x} cy={place.y} r={index === chosen ? 7 : 4} />
            </g>
          ))}
        </svg>
        <PointWalk
          count={points.length}
          chosen={chosen}
          onChoose={setChosen}
          label={walkLabel}
          words={describe(chosen)}
        />
      </div>
      <figcaption className="zone-words">
        <span {...(kind === 'places' && { 'data-in-picture': 'key' })}>{describe(chosen)}</span>
        <span className="zone-key">{chartKey}</span>
      </figcaption>
    </figure>
  )
}

/** What is drawn last lies on top. */
function inFront<Place>(chosen: number, places: readonly Place[]): { place: Place; index: number }[] {
  const all = places.map((place, index) => ({ place, index }))
  return [...all.filter(({ index }) => index !== chosen), ...all.slice(chosen, chosen + 1)]
}
