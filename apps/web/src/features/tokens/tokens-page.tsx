import type { MadeToken } from '@chorus/contracts/tokens'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Card } from '../../ui/card.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { tokensQuery } from './api/tokens.ts'
import { MakeToken } from './make-token.tsx'
import { NewSecret } from './new-secret.tsx'
import { TokenTable } from './token-table.tsx'

/** Tokens with which programs read what their owner may read. A new one's secret stays here until the page is left. */
export function TokensPage() {
  const { t } = useTexts()
  const [made, setMade] = useState<MadeToken | null>(null)
  return (
    <div className="stack stack-wide">
      <div className="stack">
        <PageTitle title={t('tokens.title')} />
        <p className="lead soft">{t('tokens.lead')}</p>
      </div>
      {made && <NewSecret token={made} />}
      <Loaded query={useQuery(tokensQuery)}>
        {({ tokens }) =>
          tokens.length === 0 ? (
            <p className="soft">{t('tokens.none')}</p>
          ) : (
            <TokenTable
              tokens={tokens}
              onRevoked={(id) => setMade((shown) => (shown?.id === id ? null : shown))}
            />
          )
        }
      </Loaded>
      <Card labelledBy="make-token">
        <h2 id="make-token">{t('tokens.make')}</h2>
        <MakeToken onMade={setMade} />
      </Card>
    </div>
  )
}
