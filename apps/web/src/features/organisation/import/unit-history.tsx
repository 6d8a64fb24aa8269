import type { UnitChange } from '@chorus/contracts/organisation-import'
import type { MessageId } from '../../../lib/i18n/message-id.ts'
import { useTexts } from '../../../lib/i18n/texts.ts'

const kindWords: Record<UnitChange['kind'], MessageId> = {
  renamed: 'import.history.renamed',
  moved: 'import.history.moved',
  merged: 'import.history.merged',
  split: 'import.history.split',
  closed: 'import.history.closed',
}

/** What the file says became of units, to be kept or dropped one by one. */
export function UnitHistory({
  changes,
  dropped,
  onDrop,
}: {
  changes: readonly UnitChange[]
  dropped: ReadonlySet<number>
  onDrop: (dropped: ReadonlySet<number>) => void
}) {
  const { t, locale } = useTexts()
  if (changes.length === 0) return null
  const list = new Intl.ListFormat(locale)
  const names = (units: UnitChange['from']) => list.format(units.map(({ name }) => name))
  const words = ({ kind, from, to }: UnitChange) => {
    const isSame = kind === 'renamed' && names(from) === names(to)
    return t(isSame ? 'import.history.same' : kindWords[kind], { from: names(from), to: names(to) })
  }
  const toggle = (at: number) => {
    const next = new Set(dropped)
    if (!next.delete(at)) next.add(at)
    onDrop(next)
  }
  return (
    <fieldset className="stack stack-tight">
      <legend className="import-legend">{t('import.history')}</legend>
      <p className="soft">{t('import.history-words')}</p>
      {changes.map((change, at) => (
        <label key={at} className="import-tick">
          <input type="checkbox" checked={!dropped.has(at)} onChange={() => toggle(at)} />
          <span>{words(change)}</span>
        </label>
      ))}
    </fieldset>
  )
}
