import type { Agreement } from '@chorus/contracts/agreements'
import { useQuery } from '@tanstack/react-query'
import { Link, Navigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { showDay } from '../../lib/format/dates.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { agreementQuery } from './api/agreements.ts'
import { ChooseUnit } from './choose-unit.tsx'
import { EarlierVersions } from './earlier-versions.tsx'
import { Proposal } from './proposal.tsx'
import { ProposeVersion } from './propose-version.tsx'
import { Signatures } from './signatures.tsx'
import { VersionWords } from './version-words.tsx'
import './agreement.css'

type Props = {
  unit: string
  /** The id of the reader. */
  reader: string
  /** What the unit says to a version. */
  threadOf: (version: string) => ReactNode
}

/** What a unit agreed on: the version in force, what is proposed, and what was before. */
export function AgreementPage({ unit, ...given }: Props) {
  const { t } = useTexts()
  const query = useQuery(agreementQuery(unit))
  return (
    <div className="stack stack-wide">
      <div className="stack">
        <PageTitle title={t('agreement.title')} />
        <p className="lead soft">{t('agreement.lead')}</p>
        <ChooseUnit current={unit} name={query.data?.unit.name ?? '–'} />
      </div>
      <Loaded query={query}>
        {(agreement) =>
          // Whoever was told of a version comes here by that.
          agreement.unit.id === unit ? (
            <Agreed key={unit} agreement={agreement} {...given} />
          ) : (
            <Navigate to="/agreement/$unit" params={{ unit: agreement.unit.id }} replace />
          )
        }
      </Loaded>
    </div>
  )
}

function Agreed({ agreement, reader, threadOf }: Omit<Props, 'unit'> & { agreement: Agreement }) {
  const { t, locale } = useTexts()
  const [proposing, setProposing] = useState(false)
  const { current, above, proposals, earlier, unit, belongs, leads } = agreement
  return (
    <>
      <Card labelledBy="agreement-current">
        <h2 id="agreement-current">
          <bdi>{unit.name}</bdi>
        </h2>
        {current ? (
          <>
            <p className="small soft">
              {t('agreement.version', {
                number: current.number ?? 0,
                day: showDay(current.decidedOn ?? current.proposedOn, locale),
              })}
            </p>
            <VersionWords version={current} />
            <Signatures agreement={agreement} version={current.id} />
          </>
        ) : (
          <p className="measure">{t('agreement.none')}</p>
        )}
        {above && (
          <p>
            <Link to="/agreement/$unit" params={{ unit: above.id }}>
              {t('agreement.above', { unit: above.name })}
            </Link>
          </p>
        )}
      </Card>
      {(belongs || leads) && (
        <div>
          <Button look={current ? 'plain' : 'main'} onClick={() => setProposing(true)}>
            {t('agreement.propose')}
          </Button>
        </div>
      )}
      {proposals.length > 0 && (
        <section className="stack" aria-labelledby="agreement-proposals">
          <h2 id="agreement-proposals">{t('agreement.proposals')}</h2>
          {proposals.map((version) => (
            <Proposal
              key={version.id}
              agreement={agreement}
              version={version}
              mine={version.proposedBy?.person === reader}
              thread={threadOf(version.id)}
            />
          ))}
        </section>
      )}
      {current && belongs && (current.hidden === null || current.proposedBy?.person === reader) && (
        <Disclosure summary={t('agreement.talk')}>{threadOf(current.id)}</Disclosure>
      )}
      {current && earlier.length > 0 && <EarlierVersions current={current} earlier={earlier} />}
      {proposing && (
        <ProposeVersion unit={unit.id} current={current?.texts} onClose={() => setProposing(false)} />
      )}
    </>
  )
}
