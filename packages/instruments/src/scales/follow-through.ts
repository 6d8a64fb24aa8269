import { agreementItem } from '../agreement-item.ts'

/** Asked from the second wave on: before that there was no last pulse. */
export const followThrough = {
  id: 'follow-through',
  name: { en: 'Follow-through', de: 'Was daraus wurde' },
  role: 'outcome' as const,
  fromWave: 2,
  source: 'A single statement of our own: whether anything came of the last answers.',
  items: [
    agreementItem('follow-through-1', {
      en: 'After the last pulse, something changed for our team.',
      de: 'Nach der letzten Befragung hat sich für unser Team etwas verändert.',
    }),
  ],
}
