import type { ReflectionEntry } from '@chorus/contracts/reflections'
import { useTexts } from '../../lib/i18n/texts.ts'
import { MentionText } from '../../ui/mention-text.tsx'

type Props = { summary: NonNullable<ReflectionEntry['summary']>; headings: 'h2' | 'h3' }

/** What was heard, and what is done about it. */
export function SummaryWords({ summary, headings: Heading }: Props) {
  const { t } = useTexts()
  return (
    <>
      {(['heard', 'doing'] as const).map(
        (part) =>
          summary[part] && (
            <div key={part} className="stack stack-tight">
              <Heading>{t(`reflections.${part}`)}</Heading>
              <MentionText text={summary[part]} />
            </div>
          ),
      )}
    </>
  )
}
