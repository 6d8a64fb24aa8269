import { type ReactNode, useEffect, useRef } from 'react'

let firstPage = true

/**
 * The one h1 of a page. It names the document, and takes the focus when the page was reached by a link inside
 * the app, so that a screen reader says where one is; on the first page the focus stays where the browser has it.
 */
export function PageTitle({ title, children }: { title: string; children?: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = title === 'Chorus' ? title : `${title} · Chorus`
  }, [title])
  useEffect(() => {
    if (!firstPage) heading.current?.focus({ preventScroll: true })
    firstPage = false
  }, [])
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children ?? title}
    </h1>
  )
}
