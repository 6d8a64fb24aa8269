import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { getReminders, setReminders, type Whose } from './api/reminders.ts'

/** How it stands, and the one button that changes it: back, too. */
export function ReminderChoice({ whose }: { whose: Whose }) {
  const { t } = useTexts()
  const client = useQueryClient()
  const queryKey = ['reminders', whose]
  const query = useQuery({ queryKey, queryFn: () => getReminders(whose) })
  const changing = useMutation({
    mutationFn: (wanted: boolean) => setReminders(whose, wanted),
    onSuccess: (reminders) => client.setQueryData(queryKey, reminders),
  })
  return (
    <Loaded query={query}>
      {({ wanted }) => (
        <div className="stack">
          <Notice tone={wanted ? 'info' : 'good'}>
            <p>{t(wanted ? 'reminders.on' : 'reminders.off')}</p>
          </Notice>
          {changing.error && <ProblemNotice error={changing.error} />}
          <div>
            <Button
              look={wanted ? 'main' : 'plain'}
              busy={changing.isPending}
              onClick={() => changing.mutate(!wanted)}
            >
              {t(changing.isPending ? 'shared.working' : wanted ? 'reminders.stop' : 'reminders.undo')}
            </Button>
          </div>
          <p className="small soft measure">{t('reminders.kept')}</p>
        </div>
      )}
    </Loaded>
  )
}
