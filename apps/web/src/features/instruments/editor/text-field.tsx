import { longestText } from '@chorus/contracts/instrument-limits'
import type { DraftText } from '@chorus/contracts/instruments'
import { type Locale, languages } from '@chorus/contracts/locale'
import { LongField } from '../../../ui/long-field.tsx'

/** One language of a text; the other one stands above it, for whoever translates. */
export function TextField({
  label,
  text,
  language,
  beside,
  onChange,
}: {
  label: string
  text: DraftText
  language: Locale
  beside: Locale | null
  onChange: (text: DraftText) => void
}) {
  const other = beside === null ? undefined : text[beside]
  return (
    <LongField
      className="instrument-text"
      rows={1}
      label={label}
      {...(other && beside ? { hint: `${languages[beside].name}: ${other}` } : {})}
      lang={language}
      dir={languages[language].direction}
      value={text[language] ?? ''}
      maxLength={longestText}
      onChange={(event) => onChange({ ...text, [language]: event.target.value.replace(/[\r\n]+/g, ' ') })}
    />
  )
}
