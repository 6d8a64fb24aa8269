import type { UnitReport } from '@chorus/contracts/report'
import { showDay } from '../../lib/format/dates.ts'
import type { MessageId } from '../../lib/i18n/message-id.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Notice } from '../../ui/notice.tsx'

type Break = UnitReport['past']['breaks'][number]

const words: Record<Break['kind'], MessageId> = {
  merged: 'unit-history.merged',
  split: 'unit-history.split',
}

/** In words: what the unit was called before, and of which units it was made. */
export function UnitPast({ report }: { report: UnitReport }) {
  const { t, locale } = useTexts()
  const { names, breaks } = report.past
  if (names.length + breaks.length === 0) return null
  const list = new Intl.ListFormat(locale)
  const isAlone = (one: Break) => one.predecessors.length === 0
  return (
    <Notice>
      {names.map(({ day, name }) => (
        <p key={day}>{t('unit-history.renamed', { day: showDay(day, locale), unit: name })}</p>
      ))}
      {breaks.map((one) => (
        <p key={`${one.day} ${one.kind}`}>
          {t(isAlone(one) ? 'unit-history.parted' : words[one.kind], {
            day: showDay(one.day, locale),
            units: list.format(one.predecessors.map(({ unit }) => unit.name)),
          })}
        </p>
      ))}
    </Notice>
  )
}
