import { useQuery } from '@tanstack/react-query'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Card } from '../../ui/card.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { AddDelegation } from './add-delegation.tsx'
import { delegationsQuery } from './api/delegations.ts'
import { DelegationTable } from './delegation-table.tsx'

/** Who stands in for whom, and naming somebody for the own units. */
export function DelegationPage() {
  const { t } = useTexts()
  return (
    <div className="stack stack-wide">
      <div className="stack">
        <PageTitle title={t('delegation.title')} />
        <p className="lead soft">{t('delegation.lead')}</p>
      </div>
      <Loaded query={useQuery(delegationsQuery)}>
        {({ units, delegations }) => (
          <>
            {delegations.length === 0 ? (
              <p className="soft">{t('delegation.none')}</p>
            ) : (
              <DelegationTable delegations={delegations} />
            )}
            {units.length > 0 && (
              <Card labelledBy="add-delegation">
                <h2 id="add-delegation">{t('delegation.add')}</h2>
                <AddDelegation units={units} />
              </Card>
            )}
          </>
        )}
      </Loaded>
    </div>
  )
}
