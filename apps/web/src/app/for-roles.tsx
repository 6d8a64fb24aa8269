import type { Role } from '@chorus/contracts/session'
import type { ReactNode } from 'react'
import { useTexts } from '../lib/i18n/texts.ts'
import { Notice } from '../ui/notice.tsx'
import { PageTitle } from '../ui/page-title.tsx'
import { useSession } from './session.ts'

/** Says in words that a page is not for the reader's role. The server decides; this only spares a round. */
export function ForRoles({ roles, children }: { roles: readonly Role[]; children: ReactNode }) {
  const { t } = useTexts()
  const session = useSession()
  if (session.roles.some((role) => roles.includes(role))) return children
  return (
    <div className="stack">
      <PageTitle title={t('shell.not-for-you')} />
      <Notice tone="problem">
        <p>{t('problem.not-allowed')}</p>
      </Notice>
    </div>
  )
}
