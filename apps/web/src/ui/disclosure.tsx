import type { ReactNode } from 'react'
import './disclosure.css'

export function Disclosure({ summary, children }: { summary: string; children: ReactNode }) {
  return (
    <details className="disclosure">
      <summary>{summary}</summary>
      <div className="disclosure-body stack">{children}</div>
    </details>
  )
}
