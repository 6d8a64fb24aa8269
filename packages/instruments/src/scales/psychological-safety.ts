import { agreementItem } from '../agreement-item.ts'

export const psychologicalSafety = {
  id: 'psychological-safety',
  name: { en: 'Psychological safety', de: 'Psychologische Sicherheit' },
  role: 'core' as const,
  source:
    'Modelled on team psychological safety (Edmondson 1999, Administrative Science Quarterly 44, 350-383). Own wording, not the validated one.',
  items: [
    agreementItem(
      'safety-1',
      {
        en: 'When something goes wrong here, the person involved pays for it later.',
        de: 'Wenn hier etwas schiefgeht, muss die beteiligte Person später dafür büßen.',
      },
      'against',
    ),
    agreementItem('safety-2', {
      en: 'We can talk openly about difficult topics in our team.',
      de: 'In unserem Team können wir offen über schwierige Themen sprechen.',
    }),
    agreementItem(
      'safety-3',
      {
        en: 'Those who think differently have a hard time here.',
        de: 'Wer anders denkt, hat es bei uns schwer.',
      },
      'against',
    ),
    agreementItem('safety-4', {
      en: 'In our team we can try something uncertain without fear.',
      de: 'In unserem Team können wir ohne Angst etwas Ungewisses ausprobieren.',
    }),
    agreementItem(
      'safety-5',
      {
        en: 'Asking colleagues for support feels uncomfortable in our team.',
        de: 'In unserem Team ist es unangenehm, um Unterstützung zu bitten.',
      },
      'against',
    ),
    agreementItem('safety-6', {
      en: 'Even when I am absent, colleagues speak fairly about my work.',
      de: 'Auch in meiner Abwesenheit wird bei uns fair über meine Arbeit gesprochen.',
    }),
    agreementItem('safety-7', {
      en: 'My particular strengths are put to good use in our team.',
      de: 'Meine besonderen Stärken kommen in unserem Team gut zur Geltung.',
    }),
  ],
}
