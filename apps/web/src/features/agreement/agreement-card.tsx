import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Card } from '../../ui/card.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { AgreementWords } from './agreement-words.tsx'
import { agreementQuery } from './api/agreements.ts'

/** The agreement in force, beside a report or on somebody's first day. Nothing where a unit has none. */
export function AgreementCard({ unit }: { unit: string }) {
  const { t } = useTexts()
  const { data } = useQuery(agreementQuery(unit))
  if (!data?.current) return null
  return (
    <Card labelledBy="team-agreement">
      <h2 id="team-agreement">{t('agreement.title')}</h2>
      <p className="small soft">
        {t('agreement.read-by', { count: data.signed.count, people: data.signed.people })}
      </p>
      <Disclosure summary={t('agreement.show')}>
        <AgreementWords texts={data.current.texts} />
      </Disclosure>
      <Link to="/agreement/$unit" params={{ unit }}>
        {t('agreement.to-page')}
      </Link>
    </Card>
  )
}
