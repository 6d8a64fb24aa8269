import { agreementItem } from '../agreement-item.ts'

/** Asked from the second wave on: before that there was no last pulse. */
export const followThrough = {
  id: 'follow-through',
  name: {
    en: 'Follow-through',
    de: 'Was daraus wurde',
    fr: 'Suites données',
    es: 'Seguimiento',
    pt: 'O que veio depois',
    ja: 'その後の変化',
    ar: 'ما تحقق بعد ذلك',
  },
  role: 'outcome' as const,
  fromWave: 2,
  source: 'A single statement of our own: whether anything came of the last answers.',
  items: [
    agreementItem('follow-through-1', {
      en: 'After the last pulse, something changed for our team.',
      de: 'Nach der letzten Befragung hat sich für unser Team etwas verändert.',
      fr: 'Après la dernière enquête, quelque chose a changé pour notre équipe.',
      es: 'Después de la última encuesta, algo cambió para nuestro equipo.',
      pt: 'Depois da última pesquisa, algo mudou para a nossa equipe.',
      ja: '前回のアンケートのあと、私たちのチームで何かが変わった。',
      ar: 'بعد الاستطلاع الأخير تغير شيء لفريقنا.',
    }),
  ],
}
