import type { MadeScimToken } from '@chorus/contracts/scim'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Card } from '../../ui/card.tsx'
import { CopyText } from '../../ui/copy-text.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { scimQuery } from './api/scim.ts'
import { MakeScimToken } from './make-scim-token.tsx'
import { ScimCutsCard } from './scim-cuts-card.tsx'
import { ScimSettingsForm } from './scim-settings-form.tsx'
import { ScimTokens } from './scim-tokens.tsx'

/**
 * The connection to an identity provider. A new token's secret stays here until the page is left.
 * @param children what waits for a second person
 */
export function ScimPage({ children }: { children: ReactNode }) {
  const { t } = useTexts()
  const [made, setMade] = useState<MadeScimToken | null>(null)
  const query = useQuery(scimQuery)
  return (
    <div className="stack stack-wide">
      <div className="stack">
        <PageTitle title={t('scim.title')} />
        <p className="lead soft">{t('scim.lead')}</p>
      </div>
      {children}
      <Card labelledBy="scim-address">
        <h2 id="scim-address">{t('scim.address')}</h2>
        <p className="soft">{t('scim.address-words')}</p>
        <CopyText text={`${location.origin}/scim/v2`} />
      </Card>
      {made && (
        <Notice key={made.id} tone="good" title={t('scim.made', { name: made.name })}>
          <p>{t('scim.made-words')}</p>
          {made.waits && <p>{t('rules.token-waits')}</p>}
          <CopyText text={made.secret} />
        </Notice>
      )}
      <Loaded query={query}>
        {({ tokens, settings }) => (
          <>
            {tokens.length === 0 ? (
              <p className="soft">{t('scim.none')}</p>
            ) : (
              <ScimTokens
                tokens={tokens}
                onRenewed={setMade}
                onRevoked={(id) => setMade((shown) => (shown?.id === id ? null : shown))}
              />
            )}
            <Card labelledBy="make-scim-token">
              <h2 id="make-scim-token">{t('scim.make')}</h2>
              <MakeScimToken onMade={setMade} />
            </Card>
            <Card labelledBy="scim-settings">
              <h2 id="scim-settings">{t('scim.settings')}</h2>
              <ScimSettingsForm settings={settings} />
            </Card>
            <ScimCutsCard unitsFrom={settings.unitsFrom} />
          </>
        )}
      </Loaded>
    </div>
  )
}
