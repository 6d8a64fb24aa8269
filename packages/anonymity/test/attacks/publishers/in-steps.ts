import type { Figure, Interval, Snapshot, Statistics } from '../snapshot-format.ts'

/**
 * The same snapshot with every exact figure shown in steps that grow as groups get smaller, the two outermost steps merged: what
 * an attacker should get nothing from. Means from 1 in steps of 0.5, from 15 answers 0.2, from 30 answers 0.1; shares
 * from 10 answers in steps of 10 points, from 30 of 5; histograms from 30.
 */
export function inSteps(snapshot: Snapshot): Snapshot {
  const [lowest, highest] = snapshot.scale
  const shown = ({ mean, fav, hist }: Statistics, n: number): Statistics => {
    const share = (value: Figure | undefined) => step(value, n < 30 ? 0.1 : 0.05, 0, 1)
    return {
      mean: step(mean, n < 15 ? 0.5 : n < 30 ? 0.2 : 0.1, lowest, highest),
      ...(n < 10 ? {} : { fav: share(fav) }),
      ...(n < 30 || !hist ? {} : { hist: hist.map(share) }),
    }
  }
  return {
    ...snapshot,
    cells: snapshot.cells.map((cell) => {
      const { n, items } = cell
      if (typeof n !== 'number' || items === null) return cell
      const statistics = Object.entries(items).map(([item, one]) => [item, shown(one, n)])
      return { ...cell, n: band(n), items: Object.fromEntries(statistics) }
    }),
  }
}

function step(value: Figure | undefined, size: number, lowest: number, highest: number): Figure {
  if (typeof value !== 'number') return null
  const at = Math.round((value - lowest) / size)
  const last = Math.round((highest - lowest) / size)
  const middle = lowest + at * size
  return {
    lo: at <= 1 ? lowest : middle - size / 2 - (at >= last ? size : 0),
    hi: at >= last - 1 ? highest : middle + size / 2 + (at <= 0 ? size : 0),
  }
}

function band(n: number): number | Interval {
  const bands = [5, 10, 15, 20, 30]
  const above = bands.find((from) => from > n)
  return above === undefined || n < 5 ? n : { lo: bands[bands.indexOf(above) - 1] ?? 5, hi: above - 1 }
}
