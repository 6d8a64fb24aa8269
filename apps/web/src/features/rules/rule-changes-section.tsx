import { useQuery } from '@tanstack/react-query'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { ruleChangesQuery } from './api/rule-changes.ts'
import { ChangeHistory } from './change-history.tsx'
import { SecondPerson } from './second-person.tsx'
import { WaitingChange } from './waiting-change.tsx'

/** How the rules came to be what they are, for everybody; what waits is decided here. */
export function RuleChangesSection({ maySwitch }: { maySwitch: boolean }) {
  const { t } = useTexts()
  return (
    <section className="stack" aria-labelledby="rule-changes">
      <h2 id="rule-changes">{t('rules.title')}</h2>
      <p className="measure">{t('rules.words')}</p>
      <Loaded query={useQuery(ruleChangesQuery)}>
        {({ secondPerson, changes }) => (
          <>
            <SecondPerson on={secondPerson} maySwitch={maySwitch} />
            {changes
              .filter(({ state }) => state === 'proposed')
              .map((waiting) => (
                <WaitingChange key={waiting.id} waiting={waiting} />
              ))}
            <ChangeHistory changes={changes.filter(({ state }) => state !== 'proposed')} />
          </>
        )}
      </Loaded>
    </section>
  )
}
