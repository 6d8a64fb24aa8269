import { useTexts } from '../../lib/i18n/texts.ts'
import { SixWords } from '../../ui/six-words.tsx'

/** Where answers to a comment can be read: on this device, or, where others use it too, with words that are shown this once. */
export function MayBeAnswered({ secret }: { secret: string | null }) {
  const { t } = useTexts()
  return (
    <>
      <h2>{t('answer.replies.title')}</h2>
      <p className="measure">{t(secret ? 'answer.replies.words' : 'answer.replies.kept')}</p>
      {secret && <SixWords secret={secret} />}
    </>
  )
}
