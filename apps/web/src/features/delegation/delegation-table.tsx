import type { Delegation } from '@chorus/contracts/delegation'
import { useState } from 'react'
import { showDay } from '../../lib/format/dates.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Table } from '../../ui/table.tsx'
import { EndDelegation } from './end-delegation.tsx'

export function DelegationTable({ delegations }: { delegations: readonly Delegation[] }) {
  const { t, locale } = useTexts()
  const [ending, setEnding] = useState<Delegation | null>(null)
  return (
    <>
      <Table
        stacked
        caption={t('delegation.list')}
        columns={[
          t('delegation.who'),
          t('delegation.units'),
          t('delegation.days'),
          t('delegation.reason'),
          t('delegation.end'),
        ]}
      >
        {delegations.map((delegation) => {
          const { id, giver, standIn, units, from, until, reason } = delegation
          return (
            <tr key={id}>
              <th scope="row">{t('delegation.for', { standIn, giver })}</th>
              <td>{units.map(({ name }) => name).join(', ')}</td>
              <td>
                {t('delegation.from-until', { from: showDay(from, locale), until: showDay(until, locale) })}
              </td>
              <td>
                <bdi>{reason}</bdi>
              </td>
              <td>
                <Button
                  aria-label={t('delegation.end-of', { standIn, giver })}
                  onClick={() => setEnding(delegation)}
                >
                  {t('delegation.end')}
                </Button>
              </td>
            </tr>
          )
        })}
      </Table>
      {ending && <EndDelegation delegation={ending} onClose={() => setEnding(null)} />}
    </>
  )
}
