import { type ReactNode, useState } from 'react'
import './disclosure.css'

/** @param isOpen when it is first shown; from then on the reader opens and closes it */
export function Disclosure({
  summary,
  isOpen = false,
  children,
}: {
  summary: string
  isOpen?: boolean
  children: ReactNode
}) {
  const [atFirst] = useState(isOpen)
  return (
    <details className="disclosure" open={atFirst}>
      <summary>{summary}</summary>
      <div className="disclosure-body stack">{children}</div>
    </details>
  )
}
