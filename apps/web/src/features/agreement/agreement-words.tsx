import { agreementParts } from '@chorus/contracts/agreement-parts'
import type { AgreementTexts } from '@chorus/contracts/agreements'
import { useTexts } from '../../lib/i18n/texts.ts'
import { partWords } from './part-words.ts'

/** What was agreed, part by part; parts that say nothing are left out. */
export function AgreementWords({ texts }: { texts: AgreementTexts }) {
  const { t } = useTexts()
  return agreementParts.map(
    (part) =>
      texts[part] && (
        <div key={part} className="stack stack-tight">
          <h3>{t(partWords[part].name)}</h3>
          <p className="as-written measure" dir="auto">
            {texts[part]}
          </p>
        </div>
      ),
  )
}
