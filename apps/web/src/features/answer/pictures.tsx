/** Dots in a spiral, all alike: one of them is the reader, and nobody can say which. */
export function OneAmongMany({ size }: { size: number }) {
  const shown = Math.min(size, 40)
  const radius = shown > 20 ? 2 : 2.8
  return (
    <svg className="picture" viewBox="0 0 72 60" aria-hidden="true">
      {Array.from({ length: shown }, (_, index) => {
        const angle = index * 2.39996
        const distance = 26 * Math.sqrt((index + 0.5) / shown)
        const x = 36 + distance * Math.cos(angle)
        const y = 30 + distance * Math.sin(angle)
        return <circle className="dot" key={`${x},${y}`} cx={x} cy={y} r={radius} />
      })}
    </svg>
  )
}

/** Many points go in, one value with its uncertainty comes out. */
export function GroupBecomesOne() {
  return (
    <svg className="picture" viewBox="0 0 72 60" aria-hidden="true">
      {[10, 20, 30, 40, 50].map((y, index) => (
        <circle className="dot" key={y} cx={index % 2 ? 12 : 7} cy={y} r="2.8" />
      ))}
      <path className="stroke" d="M20 12 36 27M20 30h16M20 48 36 33" />
      <path className="stroke accent" d="M52 12v36M47 12h10M47 48h10" />
      <circle className="dot" cx="52" cy="30" r="5.5" />
    </svg>
  )
}

/** A lock that is not quite closed: no promise is without its limits. */
export function OpenLock() {
  return (
    <svg className="picture" viewBox="0 0 72 60" aria-hidden="true">
      <rect className="wash stroke" x="14" y="24" width="44" height="30" rx="5" />
      <path className="stroke" d="M24 24v-6a12 12 0 0 1 23-5" />
      <circle className="stroke warm accent" cx="36" cy="36" r="4" />
      <path className="stroke warm accent" d="M36 40v8" />
    </svg>
  )
}
