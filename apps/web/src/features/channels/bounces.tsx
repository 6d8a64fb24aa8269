import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { showDay } from '../../lib/format/dates.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { bounceSecretQuery, makeBounceSecret, removeBounceSecret } from './api/bounces.ts'

const example = '{"bounces":[{"address":"ada@example.org","kind":"hard"}]}'

/** How a mail provider tells Chorus which addresses take no mails: the secret for it is made here, and shown once. */
export function Bounces() {
  const { t, locale } = useTexts()
  const client = useQueryClient()
  const again = () => client.invalidateQueries({ queryKey: bounceSecretQuery.queryKey })
  const making = useMutation({ mutationFn: makeBounceSecret, onSuccess: again })
  const removing = useMutation({
    mutationFn: removeBounceSecret,
    onSuccess: () => {
      making.reset()
      return again()
    },
  })
  const error = making.error ?? removing.error
  return (
    <Card labelledBy="channels-bounces">
      <h2 id="channels-bounces">{t('bounces.title')}</h2>
      <p className="measure">{t('bounces.lead')}</p>
      <p className="signing-key">
        <code dir="ltr">POST /api/mail/bounces {example}</code>
      </p>
      {making.data && (
        <Notice tone="good" title={t('bounces.secret')}>
          <p>{t('bounces.secret-words')}</p>
          <p className="signing-key">
            <code dir="ltr">Authorization: Bearer {making.data.secret}</code>
          </p>
        </Notice>
      )}
      {error && <ProblemNotice error={error} />}
      <Loaded query={useQuery(bounceSecretQuery)}>
        {({ madeOn }) => (
          <div className="stack">
            <p className="soft">
              {madeOn === null ? t('bounces.none') : t('bounces.made-on', { day: showDay(madeOn, locale) })}
            </p>
            <div className="row">
              <Button busy={making.isPending} onClick={() => making.mutate()}>
                {t(
                  making.isPending
                    ? 'shared.working'
                    : madeOn === null
                      ? 'bounces.make'
                      : 'bounces.make-anew',
                )}
              </Button>
              {madeOn !== null && (
                <Button look="quiet" busy={removing.isPending} onClick={() => removing.mutate()}>
                  {t(removing.isPending ? 'shared.working' : 'bounces.remove')}
                </Button>
              )}
            </div>
          </div>
        )}
      </Loaded>
    </Card>
  )
}
