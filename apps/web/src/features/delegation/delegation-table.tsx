import type { Delegation } from '@chorus/contracts/delegation'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { showDay } from '../../lib/format/dates.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Table } from '../../ui/table.tsx'
import { delegationsQuery, endDelegation } from './api/delegations.ts'

export function DelegationTable({ delegations }: { delegations: readonly Delegation[] }) {
  const { t, locale } = useTexts()
  const client = useQueryClient()
  const ending = useMutation({
    mutationFn: endDelegation,
    onSuccess: () => client.invalidateQueries({ queryKey: delegationsQuery.queryKey }),
  })
  return (
    <>
      {ending.error && <ProblemNotice error={ending.error} />}
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
        {delegations.map(({ id, giver, standIn, units, from, until, reason }) => (
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
                busy={ending.isPending}
                onClick={() => ending.mutate(id)}
              >
                {t('delegation.end')}
              </Button>
            </td>
          </tr>
        ))}
      </Table>
    </>
  )
}
