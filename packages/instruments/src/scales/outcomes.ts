import { agreementItem } from '../agreement-item.ts'

/** Single items: each stands alone, and no score is made of them. */
export const outcomes = {
  id: 'outcomes',
  name: { en: 'Outcomes', de: 'Ergebnisse' },
  role: 'outcome' as const,
  source: 'Single statements of our own on engagement, new ideas, early problem solving and team spirit.',
  items: [
    agreementItem('outcome-engagement', {
      en: 'I enjoy putting energy into my work.',
      de: 'Ich setze mich gern für meine Arbeit ein.',
    }),
    agreementItem('outcome-new-ideas', {
      en: 'New ideas from our team are put into practice.',
      de: 'Neue Ideen aus unserem Team werden umgesetzt.',
    }),
    agreementItem('outcome-problems-solved-early', {
      en: 'We solve problems before they grow.',
      de: 'Wir lösen Probleme, bevor sie größer werden.',
    }),
    agreementItem('outcome-team-spirit', {
      en: 'The team spirit among us is good.',
      de: 'Der Zusammenhalt in unserem Team ist gut.',
    }),
  ],
}
