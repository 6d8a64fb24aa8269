import type { ScimSettings } from '@chorus/contracts/scim'
import { useQuery } from '@tanstack/react-query'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Card } from '../../ui/card.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { scimCutsQuery } from './api/scim.ts'
import { CutValues } from './cut-values.tsx'
import { ScimCutsForm } from './scim-cuts-form.tsx'

/** Which attribute feeds which cut, and what people have of each today. */
export function ScimCutsCard({ unitsFrom }: Pick<ScimSettings, 'unitsFrom'>) {
  const { t } = useTexts()
  const query = useQuery(scimCutsQuery)
  return (
    <Card labelledBy="scim-cuts">
      <h2 id="scim-cuts">{t('scim-cuts.title')}</h2>
      <p className="soft">{t('scim-cuts.words')}</p>
      <Loaded query={query}>
        {({ cuts, now }) => (
          <>
            <ScimCutsForm cuts={cuts} known={now.map(({ cut }) => cut)} unitsFrom={unitsFrom} />
            {now.length === 0 ? (
              <p className="soft">{t('scim-cuts.none')}</p>
            ) : (
              <>
                <CutValues cuts={cuts} now={now} />
                <p className="small soft">{t('scim-cuts.few')}</p>
              </>
            )}
          </>
        )}
      </Loaded>
    </Card>
  )
}
