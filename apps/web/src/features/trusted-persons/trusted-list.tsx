import type { TrustedPerson } from '@chorus/contracts/concerns'
import type { ReactNode } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { AboutTrusted } from '../../ui/about-trusted.tsx'
import './trusted-persons.css'

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
    <ul className="trusted-list">
      {people.map((one) => (
        <li key={one.id} className="stack stack-tight">
          <AboutTrusted one={one} days={days} />
          {act?.(one)}
        </li>
      ))}
    </ul>
  )
}
