import { WhoReadsToday } from '../features/delegation/who-reads-today.tsx'
import { RuleChangesSection } from '../features/rules/rule-changes-section.tsx'
import { TrustPage } from '../features/trust/trust-page.tsx'
import { useSessionQuery } from './session.ts'

/** Open to everybody; the rules in force and the trail only to those who watch over them. */
export function TrustRoute() {
  const session = useSessionQuery().data
  const roles = session?.roles ?? []
  return (
    <TrustPage mayAudit={roles.includes('auditor') || roles.includes('hr')}>
      {session && <WhoReadsToday />}
      {session && <RuleChangesSection maySwitch={roles.includes('hr')} />}
    </TrustPage>
  )
}
