import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { agreementQuery } from './api/agreements.ts'
import { VersionWords } from './version-words.tsx'
import './agreement.css'

/** What the unit of somebody new agreed on, or the nearest one above it, in full. @param none what stands there where there is nothing */
export function AgreementForJoiners({ unit, none }: { unit: string; none: ReactNode }) {
  const { t } = useTexts()
  return (
    <Loaded query={useQuery(agreementQuery(unit))}>
      {({ unit: { name }, current, above }) =>
        current ? (
          <section className="agreement-for-joiners stack" aria-labelledby="agreement-for-joiners">
            <p className="lead" id="agreement-for-joiners">
              {t('agreement.for-joiners', { unit: name })}
            </p>
            <VersionWords version={current} />
            <p>
              <Link to="/agreement/$unit" params={{ unit }}>
                {t('agreement.to-page')}
              </Link>
            </p>
          </section>
        ) : above ? (
          <AgreementForJoiners unit={above.id} none={none} />
        ) : (
          none
        )
      }
    </Loaded>
  )
}
