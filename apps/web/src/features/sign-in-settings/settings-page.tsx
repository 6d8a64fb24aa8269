import type { SignInSettings } from '@chorus/contracts/sign-in'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { buttonClass } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { settingsQuery } from './api/settings.ts'
import { ProviderForm } from './provider-form.tsx'
import { RemoveProvider } from './remove-provider.tsx'
import { TriedNotice } from './tried-notice.tsx'
import './settings-page.css'

/**
 * Where an administrator sets up the provider by which people sign in, and tries it.
 * @param children what waits for a second person
 */
export function SignInSettingsPage({ children }: { children: ReactNode }) {
  const { t } = useTexts()
  return (
    <div className="stack stack-wide">
      <div className="stack">
        <PageTitle title={t('provider.title')} />
        <p className="lead soft">{t('provider.lead')}</p>
      </div>
      {children}
      <TriedNotice />
      <Loaded query={useQuery(settingsQuery)}>{(settings) => <Settings {...settings} />}</Loaded>
    </div>
  )
}

function Settings({ provider, callbackAddress, afterSignOutAddress, buttonAddress }: SignInSettings) {
  const { t } = useTexts()
  return (
    <>
      <Card labelledBy="provider-register">
        <h2 id="provider-register">{t('provider.register')}</h2>
        <p className="measure">{t('provider.register-words')}</p>
        <dl className="provider-addresses">
          <dt>{t('provider.callback')}</dt>
          <dd>
            <code dir="ltr">{callbackAddress}</code>
          </dd>
          <dt>{t('provider.after-sign-out')}</dt>
          <dd>
            <code dir="ltr">{afterSignOutAddress}</code>
          </dd>
        </dl>
      </Card>
      <Card labelledBy="provider-form">
        <h2 id="provider-form">{t('provider.form')}</h2>
        <ProviderForm key={provider ? 'there' : 'new'} provider={provider} />
      </Card>
      {provider && (
        <Card labelledBy="provider-try">
          <h2 id="provider-try">{t('provider.try-title')}</h2>
          <p className="measure">{t('provider.try-words')}</p>
          <div className="row">
            <a className={buttonClass('main')} href="/api/sign-in-settings/try">
              {t('provider.try')}
            </a>
            <RemoveProvider />
          </div>
        </Card>
      )}
      {provider?.offered && (
        <Card labelledBy="provider-button">
          <h2 id="provider-button">{t('provider.button-title')}</h2>
          <p className="measure">{t('provider.button-words')}</p>
          <p className="provider-addresses">
            <code dir="ltr">{buttonAddress}</code>
          </p>
        </Card>
      )}
    </>
  )
}
