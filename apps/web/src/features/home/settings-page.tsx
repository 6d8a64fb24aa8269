import type { Session } from '@chorus/contracts/session'
import { useTexts } from '../../lib/i18n/texts.ts'
import { PageTitle } from '../../ui/page-title.tsx'
import { PlaceGroups } from './place-groups.tsx'

export function SettingsPage({ session }: { session: Session }) {
  const { t } = useTexts()
  return (
    <div className="stack stack-wide">
      <div className="stack">
        <PageTitle title={t('settings.title')} />
        <p className="lead soft">{t('settings.lead')}</p>
      </div>
      <PlaceGroups session={session} where="settings" />
    </div>
  )
}
