import type { PaperGroups } from '@chorus/contracts/paper'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { groupName } from '../../lib/i18n/group-name.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import type { FrozenWave } from './api/frozen-wave.ts'
import { printSheets } from './api/paper.ts'
import { ConfirmBowl } from './confirm-bowl.tsx'
import { Instructions } from './instructions.tsx'
import { SheetList } from './sheet-list.tsx'

type Group = PaperGroups['groups'][number]
type Props = { wave: string; group: Group; frozen: FrozenWave; organisation: string }

const states = { none: 'none', printed: 'printed', 'handed out': 'handed-out' } as const

/** One bowl: make the codes, print, cut, fold, and say that they are in. */
export function PaperGroup({ wave, group, frozen, organisation }: Props) {
  const { t } = useTexts()
  const client = useQueryClient()
  const titleId = useId()
  const [confirming, setConfirming] = useState(false)
  const { cohort, label, sheets, state } = group
  const printing = useMutation({
    mutationFn: () => printSheets(wave, cohort),
    // The codes live as long as this page shows them.
    gcTime: 0,
    onSuccess: () => client.invalidateQueries({ queryKey: ['paper', wave] }),
  })
  const codes = state === 'handed out' ? undefined : printing.data
  return (
    <>
      <div className="paper-screen">
        <Card as="article" labelledBy={titleId}>
          <div className="row">
            <h2 id={titleId}>{groupName(label, t)}</h2>
            <p className="soft">
              {t('paper.sheets', { count: sheets })} · {t(`paper.state.${states[state]}`)}
            </p>
          </div>
          {printing.error && <ProblemNotice error={printing.error} />}
          {codes && <Notice>{t('paper.once')}</Notice>}
          {state === 'handed out' ? (
            <Notice tone="good">{t('paper.handed-words')}</Notice>
          ) : (
            <>
              {state === 'printed' && !codes && <p>{t('paper.make-again-words', { print: group.print })}</p>}
              <div className="row">
                {codes && (
                  <Button look="main" onClick={() => window.print()}>
                    {t('paper.print')}
                  </Button>
                )}
                <Button
                  look={state === 'none' ? 'main' : 'plain'}
                  busy={printing.isPending}
                  onClick={() => printing.mutate()}
                >
                  {t(state === 'none' ? 'paper.make' : 'paper.make-again')}
                </Button>
                {state === 'printed' && (
                  <Button onClick={() => setConfirming(true)}>{t('paper.handed')}</Button>
                )}
              </div>
            </>
          )}
          <Instructions wave={wave} count={sheets} />
        </Card>
      </div>
      {codes && <SheetList wave={wave} printed={codes} frozen={frozen} organisation={organisation} />}
      {confirming && <ConfirmBowl wave={wave} group={group} onClose={() => setConfirming(false)} />}
    </>
  )
}
