import './point-walk.css'

type Props = {
  count: number
  chosen: number
  onChoose: (index: number) => void
  /** What the arrow keys walk over, for screen readers. */
  label: string
  /** What the chosen point says in words. */
  words: string
}

/** A native slider over a chart, unseen: arrow keys and screen readers walk over its points; pointers go through to the chart. */
export function PointWalk({ count, chosen, onChoose, label, words }: Props) {
  if (count < 2) return null
  return (
    <input
      type="range"
      className="point-walk"
      min={0}
      max={count - 1}
      step={1}
      value={chosen}
      aria-label={label}
      aria-valuetext={words}
      onChange={(event) => onChoose(Number(event.currentTarget.value))}
    />
  )
}
