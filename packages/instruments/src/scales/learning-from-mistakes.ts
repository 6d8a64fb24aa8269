import { agreementItem } from '../agreement-item.ts'

export const learningFromMistakes = {
  id: 'learning-from-mistakes',
  name: { en: 'Learning from mistakes', de: 'Lernen aus Fehlern' },
  role: 'rotating' as const,
  source: 'Modelled on error management culture (van Dyck et al. 2005). Own wording, not the validated one.',
  items: [
    agreementItem('mistakes-1', {
      en: 'We talk openly about our own mistakes.',
      de: 'Wir sprechen offen über unsere eigenen Fehler.',
    }),
    agreementItem('mistakes-2', {
      en: 'After a mistake we look for causes, not for culprits.',
      de: 'Nach einem Fehler suchen wir Ursachen, keine Schuldigen.',
    }),
    agreementItem('mistakes-3', {
      en: 'When something goes wrong, we repair it quickly.',
      de: 'Wenn etwas schiefgeht, beheben wir es rasch.',
    }),
    agreementItem('mistakes-4', {
      en: 'What we learn from a mistake is kept for the next time.',
      de: 'Was wir aus einem Fehler lernen, halten wir für das nächste Mal fest.',
    }),
    agreementItem('mistakes-5', {
      en: 'We are prepared for the mistakes that are likely to happen.',
      de: 'Auf Fehler, mit denen zu rechnen ist, sind wir vorbereitet.',
    }),
  ],
}
