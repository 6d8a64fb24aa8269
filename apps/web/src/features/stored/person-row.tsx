import type { MyStored } from '@chorus/contracts/stored'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Card } from '../../ui/card.tsx'
import { Facts } from './facts.tsx'

export function PersonRow({ person }: { person: MyStored['person'] }) {
  const { t } = useTexts()
  const { name, email, unit, role, language, cuts, channel, zone, lastGroups } = person
  return (
    <Card labelledBy="stored-person">
      <h2 id="stored-person">{t('stored.person')}</h2>
      <p className="measure">{t('stored.person-words')}</p>
      <Facts
        facts={[
          [t('stored.name'), name],
          [t('stored.email'), email],
          [t('stored.unit'), unit],
          [t('stored.role'), role],
          [t('stored.language'), language ?? t('stored.none')],
          [t('stored.channel'), t(`stored.channel-${channel}`)],
          [t('stored.zone'), zone ?? t('stored.none')],
          ...lastGroups.map(({ wave, unit }) => [t('stored.last-group', { wave }), unit] as const),
          ...Object.entries(cuts).map(([cut, group]) => [cut, group] as const),
        ]}
      />
    </Card>
  )
}
