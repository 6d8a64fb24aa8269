import { agreementItem } from '../agreement-item.ts'

export const standards = {
  id: 'standards',
  name: {
    en: 'Standards and accountability',
    de: 'Ansprüche und Verlässlichkeit',
    fr: 'Exigence et fiabilité',
    es: 'Exigencia y compromiso',
    pt: 'Exigência e compromisso',
    ja: '基準と責任',
    ar: 'المعايير والمسؤولية',
  },
  role: 'rotating' as const,
  source:
    'Modelled on stretch and discipline (Gibson & Birkinshaw 2004). Own wording, not the validated one.',
  items: [
    agreementItem('standards-1', {
      en: 'It is clear what is expected of my work.',
      de: 'Es ist klar, was von meiner Arbeit erwartet wird.',
      fr: 'Ce qui est attendu de mon travail est clair.',
      es: 'Está claro qué se espera de mi trabajo.',
      pt: 'Está claro o que se espera do meu trabalho.',
      ja: '私の仕事に何が期待されているかは明確である。',
      ar: 'من الواضح ما هو المنتظر من عملي.',
    }),
    agreementItem('standards-2', {
      en: 'We know how much room for error our tasks allow.',
      de: 'Wir wissen, wie viel Spielraum für Fehler unsere Aufgaben lassen.',
      fr: 'Nous savons quelle marge d’erreur nos tâches permettent.',
      es: 'Sabemos cuánto margen de error permiten nuestras tareas.',
      pt: 'Sabemos quanta margem de erro as nossas tarefas permitem.',
      ja: '自分たちの仕事でどこまでの失敗が許されるかを、私たちは知っている。',
      ar: 'نعرف كم تحتمل مهامنا من الخطأ.',
    }),
    agreementItem('standards-3', {
      en: 'What we promise each other gets done.',
      de: 'Was wir einander zusagen, wird auch erledigt.',
      fr: 'Ce que nous nous promettons est fait.',
      es: 'Lo que nos prometemos unos a otros se cumple.',
      pt: 'O que prometemos uns aos outros é cumprido.',
      ja: '互いに約束したことは実行される。',
      ar: 'ما نعد به بعضنا بعضًا يُنجز.',
    }),
    agreementItem('standards-4', {
      en: 'We set ourselves a high bar for good work.',
      de: 'Wir legen die Messlatte für gute Arbeit hoch.',
      fr: 'Nous plaçons la barre haut pour un travail bien fait.',
      es: 'Nos ponemos el listón alto para hacer un buen trabajo.',
      pt: 'Colocamos a régua alta para um bom trabalho.',
      ja: '私たちは、良い仕事のために高い基準を設けている。',
      ar: 'نضع لأنفسنا معيارًا عاليًا للعمل الجيد.',
    }),
  ],
}
