import { useQuery } from '@tanstack/react-query'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { unitsQuery } from './api/people.ts'
import { PeopleList } from './people-list.tsx'
import { UnitsCard } from './units-card.tsx'

/** People and units, one at a time. @param part the reader works for a part of the tree: people of that part, and no units */
export function PeoplePage({ part }: { part: boolean }) {
  const { t } = useTexts()
  const query = useQuery(unitsQuery)
  return (
    <div className="stack stack-wide">
      <div className="stack">
        <PageTitle title={t('people.title')} />
        <p className="lead soft">{t(part ? 'people.lead-part' : 'people.lead')}</p>
      </div>
      <Loaded query={query}>
        {({ units }) => (
          <>
            <PeopleList units={units} part={part} />
            {!part && units.length > 0 && <UnitsCard units={units} />}
          </>
        )}
      </Loaded>
    </div>
  )
}
