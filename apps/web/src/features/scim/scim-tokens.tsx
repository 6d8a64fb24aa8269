import type { MadeScimToken, ScimConnection } from '@chorus/contracts/scim'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { showDay, showStamp } from '../../lib/format/dates.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Table } from '../../ui/table.tsx'
import { renewScimToken, revokeScimToken, scimQuery } from './api/scim.ts'

type Token = ScimConnection['tokens'][number]
type Props = {
  tokens: readonly Token[]
  onRenewed: (token: MadeScimToken) => void
  onRevoked: (id: string) => void
}

export function ScimTokens({ tokens, onRenewed, onRevoked }: Props) {
  const { t, locale } = useTexts()
  const [asked, setAsked] = useState<{ what: 'rotate' | 'revoke'; token: Token } | null>(null)
  const columns = ['scim.name', 'scim.used', 'scim.did', 'scim.ends', 'scim.action'] as const
  return (
    <>
      <Table stacked caption={t('scim.tokens')} columns={columns.map((column) => t(column))}>
        {tokens.map((token) => (
          <tr key={token.id}>
            <th scope="row">
              <bdi>{token.name}</bdi>
            </th>
            <td>{token.lastUsedOn ? showDay(token.lastUsedOn, locale) : t('scim.never')}</td>
            <td>{token.work ? t('scim.work', token.work) : t('scim.nothing')}</td>
            <td>{token.endsAt ? showStamp(token.endsAt, locale) : t('scim.goes-on')}</td>
            <td>
              <div className="row">
                {(['rotate', 'revoke'] as const)
                  .filter((what) => what === 'revoke' || token.endsAt === null)
                  .map((what) => (
                    <Button
                      key={what}
                      aria-label={t(`scim.${what}-named`, { name: token.name })}
                      onClick={() => setAsked({ what, token })}
                    >
                      {t(`scim.${what}`)}
                    </Button>
                  ))}
              </div>
            </td>
          </tr>
        ))}
      </Table>
      {asked?.what === 'rotate' && (
        <Confirm
          what="rotate"
          token={asked.token}
          work={() => renewScimToken(asked.token.id).then(onRenewed)}
          onClose={() => setAsked(null)}
        />
      )}
      {asked?.what === 'revoke' && (
        <Confirm
          what="revoke"
          token={asked.token}
          work={() => revokeScimToken(asked.token.id).then(() => onRevoked(asked.token.id))}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  )
}

type ConfirmProps = {
  what: 'rotate' | 'revoke'
  token: Token
  work: () => Promise<void>
  onClose: () => void
}

function Confirm({ what, token, work, onClose }: ConfirmProps) {
  const { t } = useTexts()
  const client = useQueryClient()
  const working = useMutation({
    mutationFn: work,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['rule-changes'] })
      await client.invalidateQueries({ queryKey: scimQuery.queryKey })
      onClose()
    },
  })
  return (
    <Dialog title={t(`scim.${what}-named`, { name: token.name })} onClose={onClose}>
      <p>{t(`scim.${what}-words`)}</p>
      {working.error && <ProblemNotice error={working.error} />}
      <div className="dialog-actions">
        <Button onClick={onClose}>{t('shared.cancel')}</Button>
        <Button look="danger" busy={working.isPending} onClick={() => working.mutate()}>
          {t(working.isPending ? 'shared.working' : `scim.${what}`)}
        </Button>
      </div>
    </Dialog>
  )
}
