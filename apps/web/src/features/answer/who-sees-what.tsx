import { groupName } from '../../lib/i18n/group-name.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { GroupBecomesOne, OneAmongMany, OpenLock } from './pictures.tsx'
import './who-sees-what.css'

type Props = {
  /** Undefined while nothing is known of who reads. */
  group: { label: string; size: number } | undefined
  k: number
  /** Told where reminders do not go to everybody alike. */
  remindsSome: boolean
}

/** The promise in three sentences, and what it does not cover; each with a small picture that says the same. */
export function WhoSeesWhat({ group, k, remindsSome }: Props) {
  const { t } = useTexts()
  return (
    <ol className="who" aria-label={t('answer.who.title')}>
      <li>
        <OneAmongMany size={group?.size ?? 12} />
        <p>
          {group
            ? t('answer.who.group', { group: groupName(group.label, t), size: group.size })
            : t('answer.who.group-soon')}
        </p>
      </li>
      <li>
        <GroupBecomesOne />
        <p>{t('answer.who.shown', { k })}</p>
      </li>
      <li>
        <OpenLock />
        <p>
          {t('answer.who.not-protected')}
          {remindsSome && ` ${t('answer.who.reminders')}`}
        </p>
      </li>
    </ol>
  )
}
