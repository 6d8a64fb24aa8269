import type { ReactNode } from 'react'
import './notice.css'

/** A problem is announced at once; an information waits its turn. */
export function Notice({
  tone = 'info',
  title,
  children,
}: {
  tone?: 'info' | 'good' | 'problem'
  title?: string
  children: ReactNode
}) {
  return (
    <div className={`notice notice-${tone}`} role={tone === 'problem' ? 'alert' : 'status'}>
      <span className="notice-mark" aria-hidden="true">
        {tone === 'problem' ? '!' : tone === 'good' ? '✓' : 'i'}
      </span>
      <div className="stack stack-tight">
        {title && <p className="notice-title">{title}</p>}
        {children}
      </div>
    </div>
  )
}
