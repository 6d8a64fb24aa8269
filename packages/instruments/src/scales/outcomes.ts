import { agreementItem } from '../agreement-item.ts'

/** Single items: each stands alone, and no score is made of them. */
export const outcomes = {
  id: 'outcomes',
  name: {
    en: 'Outcomes',
    de: 'Ergebnisse',
    fr: 'Résultats',
    es: 'Efectos',
    pt: 'Efeitos',
    ja: '成果',
    ar: 'النتائج',
  },
  role: 'outcome' as const,
  source: 'Single statements of our own on engagement, new ideas, early problem solving and team spirit.',
  items: [
    agreementItem('outcome-engagement', {
      en: 'I enjoy putting energy into my work.',
      de: 'Ich setze mich gern für meine Arbeit ein.',
      fr: 'J’aime mettre de l’énergie dans mon travail.',
      es: 'Me gusta poner energía en mi trabajo.',
      pt: 'Gosto de colocar energia no meu trabalho.',
      ja: '自分の仕事に力を注ぐのが楽しい。',
      ar: 'أستمتع ببذل الجهد في عملي.',
    }),
    agreementItem('outcome-new-ideas', {
      en: 'New ideas from our team are put into practice.',
      de: 'Neue Ideen aus unserem Team werden umgesetzt.',
      fr: 'Les idées nouvelles de notre équipe sont mises en pratique.',
      es: 'Las nuevas ideas de nuestro equipo se ponen en práctica.',
      pt: 'As novas ideias da nossa equipe são postas em prática.',
      ja: 'チームから出た新しいアイデアは実行に移される。',
      ar: 'تُطبَّق الأفكار الجديدة من فريقنا.',
    }),
    agreementItem('outcome-problems-solved-early', {
      en: 'We solve problems before they grow.',
      de: 'Wir lösen Probleme, bevor sie größer werden.',
      fr: 'Nous réglons les problèmes avant qu’ils ne grandissent.',
      es: 'Resolvemos los problemas antes de que crezcan.',
      pt: 'Resolvemos os problemas antes que cresçam.',
      ja: '私たちは、問題が大きくなる前に解決する。',
      ar: 'نحل المشكلات قبل أن تكبر.',
    }),
    agreementItem('outcome-team-spirit', {
      en: 'The team spirit among us is good.',
      de: 'Der Zusammenhalt in unserem Team ist gut.',
      fr: 'L’esprit d’équipe entre nous est bon.',
      es: 'El espíritu de equipo entre nosotros es bueno.',
      pt: 'O espírito de equipe entre nós é bom.',
      ja: '私たちのチームの雰囲気は良い。',
      ar: 'روح الفريق بيننا جيدة.',
    }),
  ],
}
