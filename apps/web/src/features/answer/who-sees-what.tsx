import { groupName } from '../../lib/i18n/group-name.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { AnswerLeavesName, GroupBecomesOne, OneAmongMany } from './pictures.tsx'
import './who-sees-what.css'

/** The promise in three sentences, each with a small picture that says the same. */
export function WhoSeesWhat({ group, size, k }: { group: string; size: number; k: number }) {
  const { t } = useTexts()
  return (
    <ol className="who" aria-label={t('answer.who.title')}>
      <li>
        <OneAmongMany size={size} />
        <p>{t('answer.who.group', { group: groupName(group, t), size })}</p>
      </li>
      <li>
        <AnswerLeavesName />
        <p>{t('answer.who.stored')}</p>
      </li>
      <li>
        <GroupBecomesOne />
        <p>{t('answer.who.shown', { k })}</p>
      </li>
    </ol>
  )
}
