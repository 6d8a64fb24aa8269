import { fromBase64url } from '@chorus/ballot/base64url'
import { wordsOf } from '@chorus/ballot/six-words'
import { useEffect, useState } from 'react'
import { useTexts } from '../lib/i18n/texts.ts'
import { loadWordList } from '../lib/six-words/load-word-list.ts'
import './six-words.css'

/** A secret as six words to be written down. They are English for everybody. @param secret base64url */
export function SixWords({ secret }: { secret: string }) {
  const { t } = useTexts()
  const [words, setWords] = useState<string>()
  useEffect(() => {
    void loadWordList()
      .then((list) => wordsOf(fromBase64url(secret), list).join(' '))
      .catch(() => '')
      .then(setWords)
  }, [secret])
  if (words === undefined) return null
  if (words === '') return <p role="alert">{t('problem.offline')}</p>
  return (
    <p className="six-words" lang="en" dir="ltr">
      {words}
    </p>
  )
}
