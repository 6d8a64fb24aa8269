import { mentionedIn, partsOfText } from '@chorus/contracts/mention-text'
import { useQuery } from '@tanstack/react-query'
import { namesQuery } from '../lib/api/colleagues.ts'
import { useTexts } from '../lib/i18n/texts.ts'
import './mention-text.css'

/** A text as it was written, with the names of today for people who are mentioned in it. */
export function MentionText({ text }: { text: string }) {
  const { t } = useTexts()
  // More than fifty names in one text are no mentions: those stay unnamed.
  const names = useQuery(namesQuery(mentionedIn(text).slice(0, 50))).data?.names
  let place = 0
  return (
    <p className="as-written measure" dir="auto">
      {partsOfText(text).map((part) => {
        place += 'words' in part ? part.words.length : part.person.length
        return 'words' in part ? (
          part.words
        ) : (
          <bdi key={place} className="mention">
            @{names?.[part.person] ?? (names ? t('community.left') : '…')}
          </bdi>
        )
      })}
    </p>
  )
}
