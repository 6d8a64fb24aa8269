import type { Recognition } from '@chorus/contracts/recognition'
import { showDay } from '../../lib/format/dates.ts'
import { useTexts } from '../../lib/i18n/texts.ts'

/** Who is thanked, by today's names. */
export function useThanked(): (recognition: Recognition) => string {
  const { t, locale } = useTexts()
  return ({ of, people, unit }) => {
    if (of === 'team') return unit.name
    if (people.length === 0) return t('recognition.nobody')
    return new Intl.ListFormat(locale, { type: 'conjunction' }).format(people.map(({ name }) => name))
  }
}

/** What was done, what it made possible, and by whom it is said. */
export function RecognitionText({ recognition }: { recognition: Recognition }) {
  const { t, locale } = useTexts()
  const { did, enabled, value, author, at, audience, unit, withdrawn } = recognition
  return (
    <>
      <p className="as-written measure" dir="auto">
        {did}
      </p>
      <div className="stack stack-tight">
        <p className="small soft">{t('recognition.enabled')}</p>
        <p className="as-written measure" dir="auto">
          {enabled}
        </p>
      </div>
      <p className="small soft">
        {[
          value,
          author?.name ?? t('community.left'),
          showDay(at, locale),
          audience === 'unit' ? t('recognition.only-unit', { unit: unit.name }) : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {withdrawn && <p className="small soft">{t('recognition.withdrawn')}</p>}
    </>
  )
}
