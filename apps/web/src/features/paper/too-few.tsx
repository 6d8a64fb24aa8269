import type { PaperGroups } from '@chorus/contracts/paper'
import { groupName } from '../../lib/i18n/group-name.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Card } from '../../ui/card.tsx'

/** Groups whose paper people are invited online. The number is the one that HR imported. */
export function TooFew({ k, groups }: { k: number; groups: PaperGroups['tooFew'] }) {
  const { t } = useTexts()
  return (
    <div className="paper-screen">
      <Card labelledBy="paper-few">
        <h2 id="paper-few">{t('paper.few')}</h2>
        <p className="measure">{t('paper.few-words', { k })}</p>
        <ul>
          {groups.map(({ label, people }) => (
            <li key={label}>{t('paper.few-group', { group: groupName(label, t), people })}</li>
          ))}
        </ul>
      </Card>
    </div>
  )
}
