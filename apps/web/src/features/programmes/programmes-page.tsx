import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { programmesQuery } from './api/programmes.ts'
import { CreateProgramme } from './create-programme.tsx'
import { ProgrammeCard } from './programme-card.tsx'
import './programmes-page.css'

/** @param children what waits for a second person */
export function ProgrammesPage({ maySteer, children }: { maySteer: boolean; children: ReactNode }) {
  const { t } = useTexts()
  const query = useQuery(programmesQuery)
  const [creating, setCreating] = useState(false)
  return (
    <div className="stack stack-wide">
      <div className="programmes-head">
        <div className="stack">
          <PageTitle title={t('programmes.title')} />
          <p className="lead soft">{t('programmes.lead')}</p>
        </div>
        {maySteer && <Button onClick={() => setCreating(true)}>{t('programmes.create')}</Button>}
      </div>
      {children}
      <Loaded query={query}>
        {({ programmes }) =>
          programmes.length === 0 ? (
            <Card as="div">
              <h2>{t('programmes.none')}</h2>
              <p className="soft">{t('programmes.none-words')}</p>
            </Card>
          ) : (
            programmes.map((programme) => (
              <ProgrammeCard key={programme.id} programme={programme} maySteer={maySteer} />
            ))
          )
        }
      </Loaded>
      {creating && <CreateProgramme onClose={() => setCreating(false)} />}
    </div>
  )
}
