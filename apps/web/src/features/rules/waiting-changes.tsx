import { useQuery } from '@tanstack/react-query'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { ruleChangesQuery } from './api/rule-changes.ts'
import { WaitingChange } from './waiting-change.tsx'

/**
 * What waits for a second person, on the pages where it was proposed; nothing where nothing does.
 * @param alone where one person may do something alone, which is said while a second one is needed
 */
export function WaitingChanges({ alone }: { alone?: keyof typeof whatAlone }) {
  const { t } = useTexts()
  return (
    <Loaded query={useQuery(ruleChangesQuery)}>
      {({ secondPerson, changes }) => {
        const waiting = changes.filter(({ state }) => state === 'proposed')
        return (
          <>
            {secondPerson && alone && <p className="measure">{t(whatAlone[alone])}</p>}
            {waiting.length > 0 && (
              <section className="stack" aria-labelledby="waiting-changes">
                <h2 id="waiting-changes">{t('rules.waiting-list')}</h2>
                {waiting.map((one) => (
                  <WaitingChange key={one.id} waiting={one} />
                ))}
              </section>
            )}
          </>
        )
      }}
    </Loaded>
  )
}

const whatAlone = { 'sign-in': 'rules.alone', scim: 'rules.alone-scim' } as const
