import './logo.css'

/** Several voices, one shape: no arc can be picked out. */
export function Logo() {
  return (
    <svg className="logo" viewBox="0 0 32 24" aria-hidden="true">
      <path className="logo-first" d="M3 20a8 8 0 0 1 16 0" />
      <path className="logo-second" d="M8 20a8 8 0 0 1 16 0" />
      <path className="logo-third" d="M13 20a8 8 0 0 1 16 0" />
    </svg>
  )
}
