import { agreementItem } from '../agreement-item.ts'

export const standards = {
  id: 'standards',
  name: { en: 'Standards and accountability', de: 'Ansprüche und Verlässlichkeit' },
  role: 'rotating' as const,
  source:
    'Modelled on stretch and discipline (Gibson & Birkinshaw 2004). Own wording, not the validated one.',
  items: [
    agreementItem('standards-1', {
      en: 'It is clear what is expected of my work.',
      de: 'Es ist klar, was von meiner Arbeit erwartet wird.',
    }),
    agreementItem('standards-2', {
      en: 'We know how much room for error our tasks allow.',
      de: 'Wir wissen, wie viel Spielraum für Fehler unsere Aufgaben lassen.',
    }),
    agreementItem('standards-3', {
      en: 'What we promise each other gets done.',
      de: 'Was wir einander zusagen, wird auch erledigt.',
    }),
    agreementItem('standards-4', {
      en: 'We set ourselves a high bar for good work.',
      de: 'Wir legen die Messlatte für gute Arbeit hoch.',
    }),
  ],
}
