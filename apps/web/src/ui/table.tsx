import { type CSSProperties, type ReactNode, useId } from 'react'
import './table.css'

/**
 * A real table; on narrow screens it scrolls sideways inside its own region, which the keyboard reaches too, or its rows become
 * entries one below the other.
 */
export function Table({
  caption,
  columns,
  figures = false,
  stacked = false,
  children,
}: {
  caption: string
  columns: readonly string[]
  /** For figures and short words: no cell breaks its line. */
  figures?: boolean
  /** For words and buttons: on narrow screens each row is an entry, its cells named after their columns. At most five columns. */
  stacked?: boolean
  children: ReactNode
}) {
  const id = useId()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keyboard
    <section className="table-scroll" aria-labelledby={id} tabIndex={0}>
      <table
        className={['table', figures && 'table-figures', stacked && 'table-stacked']
          .filter(Boolean)
          .join(' ')}
        style={stacked ? namesOf(columns) : undefined}
      >
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

/** The names of the columns as strings of CSS, for the cells to say before what they hold. */
function namesOf(columns: readonly string[]): CSSProperties {
  return Object.fromEntries(columns.map((name, at) => [`--column-${at + 1}`, JSON.stringify(name)]))
}
