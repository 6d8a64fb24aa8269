import type { ReactNode } from 'react'
import './card.css'

export function Card({
  as: Tag = 'section',
  tone = 'plain',
  labelledBy,
  children,
}: {
  as?: 'section' | 'article' | 'div' | 'li'
  tone?: 'plain' | 'accent'
  labelledBy?: string
  children: ReactNode
}) {
  return (
    <Tag className={`card card-${tone} stack`} aria-labelledby={labelledBy}>
      {children}
    </Tag>
  )
}
