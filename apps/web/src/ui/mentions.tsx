import { mentionedIn, partsOfText } from '@chorus/contracts/mention-text'
import { useQuery } from '@tanstack/react-query'
import { namesQuery } from '../lib/api/colleagues.ts'
import { useTexts } from '../lib/i18n/texts.ts'
import './mentions.css'

/** The words of a text, with the names of today for people who are mentioned in it: for a place among other words. */
export function Mentions({ text }: { text: string }) {
  const { t } = useTexts()
  // More than fifty names in one text are no mentions: those stay unnamed.
  const names = useQuery(namesQuery(mentionedIn(text).slice(0, 50))).data?.names
  let place = 0
  return partsOfText(text).map((part) => {
    place += 'words' in part ? part.words.length : part.person.length
    return 'words' in part ? (
      part.words
    ) : (
      <bdi key={place} className="mention">
        @{names?.[part.person] ?? (names ? t('community.left') : '…')}
      </bdi>
    )
  })
}
