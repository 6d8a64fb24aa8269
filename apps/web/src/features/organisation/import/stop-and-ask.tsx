import type { ImportPreview, StopReason } from '@chorus/contracts/organisation-import'
import type { MessageId } from '../../../lib/i18n/message-id.ts'
import { useTexts } from '../../../lib/i18n/texts.ts'
import { Field } from '../../../ui/field.tsx'
import { Notice } from '../../../ui/notice.tsx'

const reasonWords: Record<StopReason['code'], MessageId> = {
  'last-hr': 'import.stop.last-hr',
  'last-administrator': 'import.stop.last-administrator',
  'auditors-lose-role': 'import.stop.auditors-lose-role',
  'many-leave': 'import.stop.many-leave',
  'unit-loses-half': 'import.stop.unit-loses-half',
  'many-addresses': 'import.stop.many-addresses',
}

/** Why the import looks like a mistake; whoever goes on has read the number. */
export function StopAndAsk({
  stop,
  typed,
  onType,
  problem,
}: {
  stop: NonNullable<ImportPreview['stop']>
  typed: string
  onType: (typed: string) => void
  problem: string | undefined
}) {
  const { t } = useTexts()
  return (
    <Notice tone="problem" title={t('import.stop')}>
      <ul className="import-list">
        {stop.reasons.map(({ code, number, of, unit }) => (
          <li key={`${code} ${unit}`}>{t(reasonWords[code], { number, of, unit: unit ?? '' })}</li>
        ))}
      </ul>
      {stop.inAll > stop.reasons.length && (
        <p>{t('import.shown-of', { shown: stop.reasons.length, all: stop.inAll })}</p>
      )}
      <Field
        label={t('import.stop.type', { number: stop.number })}
        inputMode="numeric"
        autoComplete="off"
        value={typed}
        onChange={(event) => onType(event.target.value)}
        problem={problem}
      />
    </Notice>
  )
}
