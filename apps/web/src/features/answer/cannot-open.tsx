import type { MessageId } from '../../lib/i18n/message-id.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { buttonClass } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageTitle } from '../../ui/page-title.tsx'

/** The page cannot begin. */
export function CannotOpen({ title, words }: { title: MessageId; words: MessageId }) {
  const { t } = useTexts()
  return (
    <div className="outcome">
      <PageTitle title={t(title)} />
      <Notice tone="problem">
        <p>{t(words)}</p>
      </Notice>
      <p>
        <a className={buttonClass('plain')} href="/">
          {t('answer.home')}
        </a>
      </p>
    </div>
  )
}
