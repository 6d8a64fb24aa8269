import { agreementItem } from '../agreement-item.ts'

export const learningCommunity = {
  id: 'learning-community',
  name: { en: 'Learning community', de: 'Lerngemeinschaft' },
  role: 'rotating' as const,
  source:
    'Modelled on team learning behaviour (Edmondson 1999) and self-efficacy (Bandura 1977). Own wording, not the validated one.',
  items: [
    agreementItem('community-1', {
      en: 'In our team, people share what they know.',
      de: 'In unserem Team wird Wissen geteilt.',
    }),
    agreementItem('community-2', {
      en: 'We are asked for our views before decisions are made.',
      de: 'Wir werden nach unserer Sicht gefragt, bevor Entscheidungen fallen.',
    }),
    agreementItem('community-3', {
      en: 'We show each other recognition for good work.',
      de: 'Wir zeigen einander Anerkennung für gute Arbeit.',
    }),
    agreementItem('community-4', {
      en: 'We take time to reflect on how we work.',
      de: 'Wir nehmen uns Zeit, über unsere Arbeitsweise nachzudenken.',
    }),
    agreementItem('community-5', {
      en: 'I am confident that I can master the tasks ahead of me.',
      de: 'Ich traue mir zu, die anstehenden Aufgaben gut zu bewältigen.',
    }),
  ],
}
