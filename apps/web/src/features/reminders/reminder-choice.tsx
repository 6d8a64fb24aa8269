import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { remindersQuery, setReminders, type Whose } from './api/reminders.ts'

const wordsOf = {
  reminders: {
    on: 'reminders.on',
    off: 'reminders.off',
    stop: 'reminders.stop',
    undo: 'reminders.undo',
  },
  results: {
    on: 'results-mails.on',
    off: 'results-mails.off',
    stop: 'results-mails.stop',
    undo: 'results-mails.undo',
  },
  actions: {
    on: 'actions-mails.on',
    off: 'actions-mails.off',
    stop: 'actions-mails.stop',
    undo: 'actions-mails.undo',
  },
  digest: {
    on: 'digest-mails.on',
    off: 'digest-mails.off',
    stop: 'digest-mails.stop',
    undo: 'digest-mails.undo',
  },
} as const

/** How it stands, and the one button that changes it: back, too. */
export function ReminderChoice({ whose }: { whose: Whose }) {
  const { t } = useTexts()
  const client = useQueryClient()
  const query = useQuery(remindersQuery(whose))
  const changing = useMutation({
    mutationFn: (wanted: boolean) => setReminders(whose, wanted),
    onSuccess: (reminders) => client.setQueryData(remindersQuery(whose).queryKey, reminders),
  })
  return (
    <Loaded query={query}>
      {({ wanted, topic }) => (
        <div className="stack">
          <Notice tone={wanted ? 'info' : 'good'}>
            <p>{t(wordsOf[topic][wanted ? 'on' : 'off'])}</p>
          </Notice>
          {changing.error && <ProblemNotice error={changing.error} />}
          <div>
            <Button
              look={wanted ? 'main' : 'plain'}
              busy={changing.isPending}
              onClick={() => changing.mutate(!wanted)}
            >
              {t(changing.isPending ? 'shared.working' : wordsOf[topic][wanted ? 'stop' : 'undo'])}
            </Button>
          </div>
          {topic === 'reminders' && <p className="small soft measure">{t('reminders.kept')}</p>}
        </div>
      )}
    </Loaded>
  )
}
