import { policyDifferences } from '@chorus/contracts/policy-differences'
import type { ProposedChange } from '@chorus/contracts/rights'
import { policyDifferenceWords } from '../../lib/i18n/policy-difference.ts'
import { useTexts } from '../../lib/i18n/texts.ts'

/** What a change is about, in sentences. */
export function ChangeWords({ change }: { change: ProposedChange }) {
  const { t } = useTexts()
  if (change.kind === 'second-person')
    return <p>{t(change.on ? 'rules.second-person.change-on' : 'rules.second-person.change-off')}</p>
  if (change.kind === 'auditor')
    return <p>{t(change.on ? 'rules.auditor.on' : 'rules.auditor.off', { name: change.name })}</p>
  const told = policyDifferences(change.before, change.after)
  return (
    <div>
      <p>
        <bdi>{change.name}</bdi>
      </p>
      <ul>
        {told.map((one) => (
          <li key={one.what}>{policyDifferenceWords(one, t)}</li>
        ))}
        {told.length === 0 && <li>{t('rules.silent')}</li>}
      </ul>
    </div>
  )
}
