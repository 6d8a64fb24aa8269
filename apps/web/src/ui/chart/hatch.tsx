import './hatch.css'

/** The pattern of what is protected: seen without colour, too. */
export function HatchPattern({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={id} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path d="M0 0v7" className="hatch" />
      </pattern>
    </defs>
  )
}
