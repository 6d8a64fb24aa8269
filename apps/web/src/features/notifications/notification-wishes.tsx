import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Card } from '../../ui/card.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { setWish, wishesQuery } from './api/notifications.ts'
import { kindWords } from './kind-words.ts'

const ways = [
  ['digest', 'notifications.how.digest'],
  ['page', 'notifications.how.page'],
  ['not at all', 'notifications.how.not-at-all'],
] as const

/** Which kinds of things one is told of, and where. */
export function NotificationWishes() {
  const { t } = useTexts()
  const client = useQueryClient()
  const changing = useMutation({
    mutationFn: setWish,
    onSuccess: (wishes) => client.setQueryData(wishesQuery.queryKey, wishes),
  })
  return (
    <Card labelledBy="notification-wishes">
      <h2 id="notification-wishes">{t('notifications.wishes')}</h2>
      <p className="measure">{t('notifications.wishes-words')}</p>
      <Loaded query={useQuery(wishesQuery)}>
        {({ wishes }) => (
          <div className="notification-wishes">
            {wishes.map(({ what, how }) => (
              <Choice
                key={what}
                label={t(kindWords[what].called)}
                value={changing.variables?.what === what && changing.isPending ? changing.variables.how : how}
                onChange={({ currentTarget }) => {
                  const chosen = ways.find(([way]) => way === currentTarget.value)
                  if (chosen) changing.mutate({ what, how: chosen[0] })
                }}
                options={ways.map(([way, words]) => [way, t(words)] as const)}
              />
            ))}
          </div>
        )}
      </Loaded>
      {changing.error && <ProblemNotice error={changing.error} />}
    </Card>
  )
}
