import { scaleLinear } from 'd3-scale'
import type { Range } from './trend-geometry.ts'

/** One place on the map: where it stands on both axes, and how far that is uncertain. */
export type ZonePoint = { readonly label: string; readonly x: Axis; readonly y: Axis }
type Axis = { readonly middle: number; readonly interval: Range }
export type ZoneFrame = { size: number; min: number; max: number; cut: number }

const margin = { start: 34, end: 10, top: 10, bottom: 38 }

/** Everything that a map of two scales draws, in pixels of a square. */
export function zoneGeometry(points: readonly ZonePoint[], { size, min, max, cut }: ZoneFrame) {
  const plot = { left: margin.start, right: size - margin.end, top: margin.top, bottom: size - margin.bottom }
  const x = scaleLinear([min, max], [plot.left, plot.right])
  const y = scaleLinear([min, max], [plot.bottom, plot.top])
  return {
    plot,
    cut: { x: x(cut), y: y(cut) },
    ticks: x.ticks(Math.min(7, max - min + 1)).filter((tick) => Number.isInteger(tick)),
    x,
    y,
    path:
      points.length > 1 ? `M${points.map((at) => `${x(at.x.middle)} ${y(at.y.middle)}`).join('L')}` : null,
    places: points.map((at) => ({
      label: at.label,
      x: x(at.x.middle),
      y: y(at.y.middle),
      across: { from: x(at.x.interval.lo), to: x(at.x.interval.hi) },
      up: { from: y(at.y.interval.lo), to: y(at.y.interval.hi) },
    })),
  }
}

type Place = { readonly x: number; readonly y: number }

/** The place nearest to a point of the map, in pixels; null where there is none. */
export function nearestPlace(places: readonly Place[], { x, y }: Place): number | null {
  const away = places.map((place) => Math.hypot(place.x - x, place.y - y))
  const least = Math.min(...away)
  return away.length === 0 ? null : away.indexOf(least)
}
