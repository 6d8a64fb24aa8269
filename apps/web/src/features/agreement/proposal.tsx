import type { Agreement, AgreementVersion } from '@chorus/contracts/agreements'
import type { ReactNode } from 'react'
import { showDay } from '../../lib/format/dates.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { decide } from './api/agreements.ts'
import { Differences } from './differences.tsx'
import { useAgreementChange } from './use-agreement-change.ts'
import { VersionWords } from './version-words.tsx'

type Props = {
  agreement: Agreement
  version: AgreementVersion
  /** Whether the reader proposed it. */
  mine: boolean
  /** What the unit says to it. */
  thread: ReactNode
}

/** A version that waits: what it changes, what is said to it, and for who leads the unit: in force or not. */
export function Proposal({ agreement, version, mine, thread }: Props) {
  const { t, locale } = useTexts()
  const deciding = useAgreementChange()
  const heading = `proposal-${version.id}`
  const put = (state: 'in force' | 'withdrawn') => () => deciding.mutate(() => decide(version.id, state))
  return (
    <Card labelledBy={heading}>
      <h3 id={heading}>
        {t('agreement.proposed', {
          name: version.proposedBy?.name ?? t('community.left'),
          day: showDay(version.proposedOn, locale),
        })}
      </h3>
      {agreement.current && !agreement.current.hidden && !version.hidden ? (
        <Differences before={agreement.current.texts} after={version.texts} />
      ) : (
        <VersionWords version={version} />
      )}
      {deciding.error && <ProblemNotice error={deciding.error} />}
      <div className="row">
        {agreement.leads && (
          <Button look="main" busy={deciding.isPending} onClick={put('in force')}>
            {t('agreement.put-in-force')}
          </Button>
        )}
        {(agreement.leads || mine) && (
          <Button look="quiet" busy={deciding.isPending} onClick={put('withdrawn')}>
            {t('agreement.withdraw')}
          </Button>
        )}
      </div>
      {agreement.belongs && (mine || !version.hidden) && thread}
    </Card>
  )
}
