import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Card } from '../../ui/card.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { getFrozenWave } from './api/frozen-wave.ts'
import { getPaper } from './api/paper.ts'
import { PaperGroup } from './paper-group.tsx'
import { TooFew } from './too-few.tsx'
import './paper-page.css'

/** HR prints the sheets of an open wave, group by group, and says when they are in the bowl. */
export function PaperPage({ wave, organisation }: { wave: string; organisation: string }) {
  const { t } = useTexts()
  const query = useQuery({
    queryKey: ['paper', wave],
    queryFn: async () => {
      const [paper, frozen] = await Promise.all([getPaper(wave), getFrozenWave(wave)])
      return { paper, frozen }
    },
  })
  return (
    <div className="stack stack-wide">
      <div className="stack paper-screen">
        <p>
          <Link to="/programmes">{t('paper.back')}</Link>
        </p>
        <PageTitle title={t('paper.title')} />
        <p className="lead soft">{t('paper.lead')}</p>
      </div>
      <Loaded query={query}>
        {({ paper, frozen }) => (
          <>
            {paper.groups.length === 0 && (
              <Card as="div">
                <h2>{t('paper.none')}</h2>
                <p>{t('paper.none-words', { k: paper.k })}</p>
              </Card>
            )}
            {paper.groups.map((group) => (
              <PaperGroup
                key={group.cohort}
                wave={wave}
                group={group}
                frozen={frozen}
                organisation={organisation}
              />
            ))}
            {paper.tooFew.length > 0 && <TooFew k={paper.k} groups={paper.tooFew} />}
          </>
        )}
      </Loaded>
    </div>
  )
}
