import type { TrustedPerson } from '@chorus/contracts/concerns'
import { languages } from '@chorus/contracts/locale'
import type { ReactNode } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'

/** Who takes concerns, by name. @param act what can be done with one */
export function TrustedList({
  people,
  days,
  act,
}: {
  people: readonly TrustedPerson[]
  days: number
  act?: (one: TrustedPerson) => ReactNode
}) {
  const { t } = useTexts()
  if (people.length === 0) return <p className="soft">{t('concern.nobody')}</p>
  return (
    <ul className="stack">
      {people.map((one) => (
        <li key={one.id} className="stack stack-tight">
          <p>
            <strong>
              <bdi>{one.name}</bdi>
            </strong>
            , <bdi>{one.office}</bdi>
          </p>
          {one.about && (
            <p className="as-written measure" dir="auto">
              {one.about}
            </p>
          )}
          <p className="small soft">
            {one.languages.map((language) => languages[language].name).join(', ')} ·{' '}
            {t('concern.escalation', { days, name: one.escalation })}
          </p>
          {act?.(one)}
        </li>
      ))}
    </ul>
  )
}
