import type { Session } from '@chorus/contracts/session'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { groupName } from '../../../lib/i18n/group-name.ts'
import { useTexts } from '../../../lib/i18n/texts.ts'
import { Card } from '../../../ui/card.tsx'
import { Loaded } from '../../../ui/loaded.tsx'
import { myClimateQuery } from '../api/my-climate.ts'
import { ClimateCard } from './climate-card.tsx'
import '../report-page.css'

type Props = {
  session: Session
  /** What a unit does about it. `since`: the day on which the newest published wave closed, where there is one. */
  actionsOf: (unit: string, since: string | undefined) => ReactNode
}

/** On the start page: what was published of the reader's own team and of the led units, and what came of it. */
export function MyClimate({ session, actionsOf }: Props) {
  const { t } = useTexts()
  // An auditor sees no results; what the own team does is read like everybody's.
  const seesOwn = !session.roles.includes('auditor')
  return (
    <Loaded query={useQuery(myClimateQuery)}>
      {({ own, led }) => (
        <>
          {own && (
            <ClimateCard climate={own} eyebrow={t('climate.own')}>
              {own.unit.id !== session.unit.id && (
                <p className="measure">
                  {t('climate.together', { unit: session.unit.name, group: groupName(own.unit.name, t) })}
                </p>
              )}
              <p className="small soft">{t('climate.same')}</p>
              {/* Who leads the own unit finds them with its climate, further down. */}
              {!led.some(({ unit }) => unit.id === session.unit.id) &&
                actionsOf(session.unit.id, own.waves.at(-1)?.closed)}
            </ClimateCard>
          )}
          {!own && (
            <Card labelledBy="climate-none">
              <p className="eyebrow">{t('climate.own')}</p>
              <h2 id="climate-none">{seesOwn ? t('climate.nothing') : session.unit.name}</h2>
              {seesOwn && <p className="soft">{t('climate.nothing-words')}</p>}
              {actionsOf(session.unit.id, undefined)}
            </Card>
          )}
          {led.map((climate) => (
            <ClimateCard key={climate.unit.id} climate={climate} eyebrow={t('climate.led')}>
              {actionsOf(climate.unit.id, climate.waves.at(-1)?.closed)}
            </ClimateCard>
          ))}
        </>
      )}
    </Loaded>
  )
}
