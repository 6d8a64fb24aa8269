import type { ReactNode } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { PageTitle } from '../../ui/page-title.tsx'
import { FourStages } from './four-stages.tsx'
import { Rules } from './rules.tsx'
import { Trail } from './trail.tsx'
import { WhoMaySee } from './who-may-see.tsx'
import './trust-page.css'

/**
 * How Chorus keeps its promise, for everybody; the rules in force and the trail for those who watch over them.
 * @param children how the rules have changed, for whoever is signed in
 */
export function TrustPage({ mayAudit, children }: { mayAudit: boolean; children: ReactNode }) {
  const { t } = useTexts()
  return (
    <div className="stack stack-wide">
      <div className="stack">
        <PageTitle title={t('trust.title')} />
        <p className="lead soft">{t('trust.lead')}</p>
      </div>
      <FourStages />
      <WhoMaySee />
      {mayAudit && <Rules />}
      {children}
      {mayAudit && <Trail />}
    </div>
  )
}
