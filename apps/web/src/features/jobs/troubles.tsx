import type { JobsAnswer } from '@chorus/contracts/jobs'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { showStampIn } from '../../lib/format/dates.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { jobsQuery, tryAgain } from './api/jobs.ts'

type Trouble = JobsAnswer['troubles'][number]

export function Troubles({ troubles, maySteer }: { troubles: readonly Trouble[]; maySteer: boolean }) {
  const { t } = useTexts()
  return (
    <section className="stack" aria-labelledby="jobs-troubles">
      <h2 id="jobs-troubles">{t('jobs.troubles')}</h2>
      {troubles.length === 0 ? (
        <Notice tone="good">
          <p>{t('jobs.troubles-none')}</p>
        </Notice>
      ) : (
        troubles.map((trouble) => (
          <OneTrouble key={`${trouble.kind} ${trouble.subject}`} trouble={trouble} maySteer={maySteer} />
        ))
      )}
    </section>
  )
}

function OneTrouble({ trouble, maySteer }: { trouble: Trouble; maySteer: boolean }) {
  const { t, locale } = useTexts()
  const { kind, code, programme, label, since, tries } = trouble
  const client = useQueryClient()
  const trying = useMutation({
    mutationFn: () => tryAgain(trouble),
    // It takes a moment: the next look says what came of it.
    onSettled: () => client.invalidateQueries({ queryKey: jobsQuery.queryKey }),
  })
  const what = t(`jobs.failed.${kind}`)
  const where = [programme?.name, label].filter((part) => part != null).join(' · ')
  return (
    <Card as="article">
      <h3>{what}</h3>
      {where !== '' && (
        <p>
          <bdi>{where}</bdi>
        </p>
      )}
      <p className="measure">{t(`problem.${code}`)}</p>
      <p className="soft">
        {t('jobs.tries', { count: tries, since: showStampIn(since, programme?.zone ?? null, locale) })}
      </p>
      {trying.error && <ProblemNotice error={trying.error} />}
      {trying.isSuccess && (
        <Notice>
          <p>{t('jobs.again-asked')}</p>
        </Notice>
      )}
      {maySteer && (
        <div>
          <Button
            aria-label={t('jobs.again-named', { what, where })}
            busy={trying.isPending}
            onClick={() => trying.mutate()}
          >
            {t(trying.isPending ? 'shared.working' : 'jobs.again')}
          </Button>
        </div>
      )}
    </Card>
  )
}
