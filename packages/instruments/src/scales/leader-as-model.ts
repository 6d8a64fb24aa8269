import { agreementItem } from '../agreement-item.ts'

export const leaderAsModel = {
  id: 'leader-as-model',
  name: { en: 'Leader as a model', de: 'Führung als Vorbild' },
  role: 'rotating' as const,
  source: 'Modelled on leader inclusiveness (Nembhard & Edmondson 2006). Own wording, not the validated one.',
  items: [
    agreementItem('leader-1', {
      en: 'Our team lead tells us in good time what we need to know.',
      de: 'Unsere Führungskraft sagt uns rechtzeitig, was wir wissen müssen.',
    }),
    agreementItem('leader-2', {
      en: 'Our team lead gives feedback that helps me improve.',
      de: 'Unsere Führungskraft gibt Rückmeldungen, die mich weiterbringen.',
    }),
    agreementItem('leader-3', {
      en: 'Our team lead explains how our work fits the bigger picture.',
      de: 'Unsere Führungskraft erklärt, wie unsere Arbeit zum großen Ganzen beiträgt.',
    }),
    agreementItem('leader-4', {
      en: 'Our team lead recognises good work.',
      de: 'Unsere Führungskraft würdigt gute Arbeit.',
    }),
    agreementItem('leader-5', {
      en: 'Our team lead sets an example by admitting own mistakes.',
      de: 'Unsere Führungskraft ist ein Vorbild darin, eigene Fehler zuzugeben.',
    }),
  ],
}
