import { WhoReadsToday } from '../features/delegation/who-reads-today.tsx'
import { RuleChangesSection } from '../features/rules/rule-changes-section.tsx'
import { TrustPage } from '../features/trust/trust-page.tsx'
import { TrustedSection } from '../features/trusted-persons/trusted-section.tsx'
import { useSessionQuery } from './session.ts'

/** Open to everybody; the rules in force and the trail only to those who watch over them. */
export function TrustRoute() {
  const session = useSessionQuery().data
  const roles = session?.roles ?? []
  return (
    <TrustPage mayAudit={roles.includes('auditor') || roles.includes('hr')}>
      {session && <WhoReadsToday />}
      {session && <TrustedSection />}
      {session && <RuleChangesSection maySwitch={roles.includes('hr')} />}
    </TrustPage>
  )
}
