import { type ReactNode, useId } from 'react'
import './table.css'

/** A real table; on narrow screens it scrolls sideways inside its own region, which the keyboard reaches too. */
export function Table({
  caption,
  columns,
  figures = false,
  children,
}: {
  caption: string
  columns: readonly string[]
  /** For figures and short words: no cell breaks its line. */
  figures?: boolean
  children: ReactNode
}) {
  const id = useId()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keyboard
    <section className="table-scroll" aria-labelledby={id} tabIndex={0}>
      <table className={figures ? 'table table-figures' : 'table'}>
        <caption id={id}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  )
}
