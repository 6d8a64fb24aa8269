import type { ReactNode } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'

type Props<Entry> = {
  /** What one of them is called, with its number. */
  name: (number: number) => string
  add: string
  entries: readonly Entry[]
  empty: Entry
  onChange: (entries: Entry[]) => void
  children: (entry: Entry, change: (now: Entry) => void) => ReactNode
}

/** Entries of one kind, each with its fields; more are added below. */
export function ListFields<Entry>({ name, add, entries, empty, onChange, children }: Props<Entry>) {
  const { t } = useTexts()
  return (
    <>
      {entries.map((entry, at) => (
        <fieldset key={at} className="review-entry stack">
          <legend>{name(at + 1)}</legend>
          {children(entry, (now) => onChange(entries.map((one, place) => (place === at ? now : one))))}
          <div>
            <Button
              look="quiet"
              aria-label={`${t('reviews.remove')}: ${name(at + 1)}`}
              onClick={() => onChange(entries.filter((_, place) => place !== at))}
            >
              {t('reviews.remove')}
            </Button>
          </div>
        </fieldset>
      ))}
      <div>
        <Button onClick={() => onChange([...entries, empty])}>{add}</Button>
      </div>
    </>
  )
}
