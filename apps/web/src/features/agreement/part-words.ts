import type { AgreementPart } from '@chorus/contracts/agreement-parts'
import type { MessageId } from '../../lib/i18n/message-id.ts'

/** What the parts are called, and what a template says in them. */
export const partWords: Readonly<
  Record<AgreementPart, { readonly name: MessageId; readonly template: MessageId }>
> = {
  mustHold: { name: 'agreement.part.must-hold', template: 'agreement.template.must-hold' },
  margins: { name: 'agreement.part.margins', template: 'agreement.template.margins' },
  firstHour: { name: 'agreement.part.first-hour', template: 'agreement.template.first-hour' },
  firstDay: { name: 'agreement.part.first-day', template: 'agreement.template.first-day' },
  firstWeek: { name: 'agreement.part.first-week', template: 'agreement.template.first-week' },
  speakUp: { name: 'agreement.part.speak-up', template: 'agreement.template.speak-up' },
}
