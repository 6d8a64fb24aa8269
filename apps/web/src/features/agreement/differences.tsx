import { agreementParts } from '@chorus/contracts/agreement-parts'
import type { AgreementTexts } from '@chorus/contracts/agreements'
import { useTexts } from '../../lib/i18n/texts.ts'
import { changedWords, type Stretch } from './changed-words.ts'
import { partWords } from './part-words.ts'

type Props = { before: AgreementTexts; after: AgreementTexts }

/** What a version changes, in words; parts that stay are only named. */
export function Differences({ before, after }: Props) {
  const { t, locale } = useTexts()
  const same = agreementParts.filter((part) => before[part] === after[part] && after[part] !== '')
  return (
    <>
      {agreementParts
        .filter((part) => before[part] !== after[part])
        .map((part) => (
          <div key={part} className="stack stack-tight">
            <h4>{t(partWords[part].name)}</h4>
            {changedWords(before[part], after[part], locale).map((paragraph, place) => (
              // The paragraphs of a comparison never move, nor do their stretches.
              <p key={place} className="measure" dir="auto">
                {paragraph.map((stretch, position) => (
                  <Marked key={position} stretch={stretch} />
                ))}
              </p>
            ))}
          </div>
        ))}
      {same.length > 0 && (
        <p className="small soft">
          {t('agreement.unchanged', { parts: same.map((part) => t(partWords[part].name)).join(', ') })}
        </p>
      )}
    </>
  )
}

function Marked({ stretch: { text, is } }: { stretch: Stretch }) {
  const { t } = useTexts()
  if (is === 'same') return text
  const Mark = is === 'added' ? 'ins' : 'del'
  return (
    <Mark>
      <span className="visually-hidden">{t(`agreement.${is}`)} </span>
      {text}
    </Mark>
  )
}
