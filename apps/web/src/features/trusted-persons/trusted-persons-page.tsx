import type { TrustedPerson } from '@chorus/contracts/concerns'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { trustedPersonsQuery } from '../../lib/api/trusted-persons.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { dismissTrusted } from './api/trusted-persons.ts'
import { ConcernSettingsForm } from './concern-settings-form.tsx'
import { NameTrustedForm } from './name-trusted-form.tsx'
import { TrustedList } from './trusted-list.tsx'

/**
 * HR names and dismisses those who take concerns. What they are sent, HR does not read.
 * @param children what waits for a second person
 */
export function TrustedPersonsPage({ children }: { children: ReactNode }) {
  const { t } = useTexts()
  const [leaving, setLeaving] = useState<TrustedPerson | null>(null)
  return (
    <div className="stack stack-wide">
      <div className="stack">
        <PageTitle title={t('trusted.title')} />
        <p className="lead soft">{t('trusted.lead')}</p>
      </div>
      {children}
      <Loaded query={useQuery(trustedPersonsQuery)}>
        {({ people, answerWithinDays, eraseAfterDays }) => (
          <>
            <Card>
              <TrustedList
                people={people}
                days={answerWithinDays}
                act={(one) => (
                  <div>
                    <Button
                      aria-label={t('trusted.dismiss-named', { name: one.name })}
                      onClick={() => setLeaving(one)}
                    >
                      {t('trusted.dismiss')}
                    </Button>
                  </div>
                )}
              />
            </Card>
            <Card labelledBy="name-trusted">
              <h2 id="name-trusted">{t('trusted.name')}</h2>
              <NameTrustedForm />
            </Card>
            <Card labelledBy="concern-settings">
              <h2 id="concern-settings">{t('trusted.settings')}</h2>
              <ConcernSettingsForm settings={{ answerWithinDays, eraseAfterDays }} />
            </Card>
          </>
        )}
      </Loaded>
      {leaving && <Dismiss one={leaving} onClose={() => setLeaving(null)} />}
    </div>
  )
}

function Dismiss({ one, onClose }: { one: TrustedPerson; onClose: () => void }) {
  const { t } = useTexts()
  const client = useQueryClient()
  const dismissing = useMutation({
    mutationFn: () => dismissTrusted(one.id),
    onSuccess: async () => {
      onClose()
      await client.invalidateQueries({ queryKey: ['rule-changes'] })
      await client.invalidateQueries({ queryKey: trustedPersonsQuery.queryKey })
    },
  })
  return (
    <Dialog title={t('trusted.dismiss-named', { name: one.name })} onClose={onClose}>
      <p>{t('trusted.dismiss-words', { name: one.escalation })}</p>
      {dismissing.error && <ProblemNotice error={dismissing.error} />}
      <div className="dialog-actions">
        <Button onClick={onClose}>{t('shared.cancel')}</Button>
        <Button look="main" busy={dismissing.isPending} onClick={() => dismissing.mutate()}>
          {t('trusted.dismiss')}
        </Button>
      </div>
    </Dialog>
  )
}
