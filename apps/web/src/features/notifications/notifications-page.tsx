import type { Notification } from '@chorus/contracts/commons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { unseenQuery } from '../../lib/api/unseen.ts'
import { showStamp } from '../../lib/format/dates.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { markSeen, notificationsQuery } from './api/notifications.ts'
import { kindWords } from './kind-words.ts'
import { NotificationWishes } from './notification-wishes.tsx'
import './notifications-page.css'

type LinkTo = (about: NonNullable<Notification['about']>, onFollow: () => void) => ReactNode

/**
 * What others wrote to whoever is signed in.
 * @param linkTo a link to the page of a subject, which is seen once it is followed
 * @param children what can be chosen about mails
 */
export function NotificationsPage({ linkTo, children }: { linkTo: LinkTo; children: ReactNode }) {
  const { t } = useTexts()
  const client = useQueryClient()
  const seeing = useMutation({
    mutationFn: markSeen,
    onSuccess: async (unseen) => {
      client.setQueryData(unseenQuery.queryKey, unseen)
      await client.invalidateQueries({ queryKey: notificationsQuery.queryKey })
    },
  })
  return (
    <div className="stack stack-wide">
      <div className="stack">
        <PageTitle title={t('notifications.title')} />
        <p className="lead soft">{t('notifications.lead')}</p>
      </div>
      <Loaded query={useQuery(notificationsQuery)}>
        {({ notifications }) => {
          const fresh = notifications.filter(({ seen }) => !seen).map(({ id }) => id)
          return (
            <div className="stack">
              {notifications.length === 0 && <p className="measure">{t('notifications.none')}</p>}
              {fresh.length > 0 && (
                <div>
                  <Button busy={seeing.isPending} onClick={() => seeing.mutate(fresh)}>
                    {t('notifications.seen-all')}
                  </Button>
                </div>
              )}
              {seeing.error && <ProblemNotice error={seeing.error} />}
              {notifications.length > 0 && (
                <ul className="notifications">
                  {notifications.map((one) => (
                    <Item key={one.id} one={one} linkTo={linkTo} onSeen={() => seeing.mutate([one.id])} />
                  ))}
                </ul>
              )}
            </div>
          )
        }}
      </Loaded>
      {children}
      <NotificationWishes />
    </div>
  )
}

function Item({ one, linkTo, onSeen }: { one: Notification; linkTo: LinkTo; onSeen: () => void }) {
  const { t, locale } = useTexts()
  return (
    <li className={`notification stack stack-tight${one.seen ? '' : ' is-new'}`}>
      <p>
        {t(kindWords[one.what].says, { name: one.actor ?? t('notifications.somebody') })}
        {!one.seen && <strong className="notification-new">{t('notifications.new')}</strong>}
      </p>
      <p>
        {one.about ? (
          linkTo(one.about, () => !one.seen && onSeen())
        ) : (
          <span className="soft">{t('notifications.gone')}</span>
        )}
      </p>
      <p className="small soft">{showStamp(one.at, locale)}</p>
    </li>
  )
}
