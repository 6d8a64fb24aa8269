import type { PersonalTokens } from '@chorus/contracts/tokens'
import { useState } from 'react'
import { showDay } from '../../lib/format/dates.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Table } from '../../ui/table.tsx'
import { RevokeToken } from './revoke-token.tsx'

type Token = PersonalTokens['tokens'][number]

export function TokenTable({
  tokens,
  onRevoked,
}: {
  tokens: readonly Token[]
  onRevoked: (id: string) => void
}) {
  const { t, locale } = useTexts()
  const [revoking, setRevoking] = useState<Token | null>(null)
  return (
    <>
      <Table
        stacked
        caption={t('tokens.list')}
        columns={[t('tokens.name'), t('tokens.ends'), t('tokens.action')]}
      >
        {tokens.map((token) => (
          <tr key={token.id}>
            <th scope="row">
              <bdi>{token.name}</bdi>
            </th>
            <td>{showDay(token.endsOn, locale)}</td>
            <td>
              <Button
                aria-label={t('tokens.revoke-named', { name: token.name })}
                onClick={() => setRevoking(token)}
              >
                {t('tokens.revoke')}
              </Button>
            </td>
          </tr>
        ))}
      </Table>
      {revoking && <RevokeToken token={revoking} onRevoked={onRevoked} onClose={() => setRevoking(null)} />}
    </>
  )
}
