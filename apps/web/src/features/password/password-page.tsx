import { useMutation, useQuery } from '@tanstack/react-query'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { WaitOrProblem } from '../../ui/wait-or-problem.tsx'
import { beginSetUp, passwordQuery, setPassword } from './api/password.ts'
import { RemovePassword } from './remove-password.tsx'
import { SetUpForm } from './set-up-form.tsx'
import './password-page.css'

/** An administrator's own password and second factor. The recovery codes stay here until the page is left. */
export function PasswordPage() {
  const { t } = useTexts()
  const query = useQuery(passwordQuery)
  const beginning = useMutation({ mutationFn: beginSetUp })
  const setting = useMutation({
    mutationFn: setPassword,
    onSuccess: async () => {
      beginning.reset()
      await query.refetch()
    },
  })
  return (
    <div className="stack stack-wide">
      <div className="stack">
        <PageTitle title={t('password.title')} />
        <p className="lead soft">{t('password.lead')}</p>
      </div>
      {setting.data && (
        <Notice tone="good" title={t('password.codes')}>
          <p>{t('password.codes-words')}</p>
          <ul className="recovery-codes" dir="ltr">
            {setting.data.recoveryCodes.map((code) => (
              <li key={code}>
                <code>{code}</code>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <Loaded query={query}>
        {({ isSet, recoveryCodesLeft }) => (
          <>
            <Card as="div">
              <p>{isSet ? t('password.is-set', { count: recoveryCodesLeft }) : t('password.not-set')}</p>
              {beginning.data ? (
                <SetUpForm
                  setUp={beginning.data}
                  isSet={isSet}
                  busy={setting.isPending}
                  error={setting.error}
                  onSave={(given) => setting.mutate(given)}
                />
              ) : (
                <div>
                  <Button look="main" busy={beginning.isPending} onClick={() => beginning.mutate()}>
                    {t(isSet ? 'password.change' : 'password.begin')}
                  </Button>
                </div>
              )}
              {beginning.error && <WaitOrProblem error={beginning.error} />}
            </Card>
            {isSet && <RemovePassword onRemoved={() => void query.refetch()} />}
          </>
        )}
      </Loaded>
    </div>
  )
}
