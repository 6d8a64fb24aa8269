import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useId } from 'react'
import { trustedPersonsQuery } from '../../lib/api/trusted-persons.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Card } from '../../ui/card.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { TrustedList } from './trusted-list.tsx'

/** For everybody who is signed in: who takes concerns, and how they come there. */
export function TrustedSection() {
  const { t } = useTexts()
  const id = useId()
  return (
    <Card labelledBy={id}>
      <h2 id={id}>{t('trusted.title')}</h2>
      <p className="measure">{t('trusted.told')}</p>
      <Loaded query={useQuery(trustedPersonsQuery)}>
        {({ people, answerWithinDays }) => <TrustedList people={people} days={answerWithinDays} />}
      </Loaded>
      <p>
        <Link className="button button-plain" to="/concern">
          {t('concern.title')}
        </Link>
      </p>
    </Card>
  )
}
