import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Card } from '../../ui/card.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { organisationQuery } from './api/organisation.ts'
import { ErasingCard } from './erasing-card.tsx'
import { ImportCard } from './import/import-card.tsx'
import { UnitTree } from './unit-tree.tsx'
import { UnitChangesCard } from './units/unit-changes-card.tsx'
import './organisation-page.css'

export function OrganisationPage() {
  const { t } = useTexts()
  const query = useQuery(organisationQuery)
  return (
    <div className="stack stack-wide">
      <div className="stack">
        <PageTitle title={t('organisation.title')} />
        <p className="lead soft">{t('organisation.lead')}</p>
        <p>
          <Link to="/people">{t('people.link')}</Link>
        </p>
      </div>
      <div className="organisation">
        <Card labelledBy="organisation-units">
          <h2 id="organisation-units">{t('organisation.units')}</h2>
          <Loaded query={query}>{(tree) => <UnitTree tree={tree} />}</Loaded>
        </Card>
        <div className="stack">
          <ImportCard />
          <UnitChangesCard />
          <ErasingCard />
        </div>
      </div>
    </div>
  )
}
