import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Card } from '../../ui/card.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { agreementQuery } from './api/agreements.ts'
import { VersionWords } from './version-words.tsx'

/** The agreement that holds in a unit, beside its report: its own, or that of the nearest unit above. Nothing where there is none. */
export function AgreementCard({ unit }: { unit: string }) {
  const { t } = useTexts()
  const { data } = useQuery(agreementQuery(unit))
  if (data?.above && !data.current) return <AgreementCard unit={data.above.id} />
  if (!data?.current) return null
  return (
    <Card labelledBy="team-agreement">
      <h2 id="team-agreement">{t('agreement.title')}</h2>
      <p className="small soft">
        <bdi>{data.unit.name}</bdi> ·{' '}
        {t('agreement.read-by', { count: data.signed.count, people: data.signed.people })}
      </p>
      <Disclosure summary={t('agreement.show')}>
        <VersionWords version={data.current} />
      </Disclosure>
      <Link to="/agreement/$unit" params={{ unit }}>
        {t('agreement.to-page')}
      </Link>
    </Card>
  )
}
