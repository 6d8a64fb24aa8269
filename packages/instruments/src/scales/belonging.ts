import { agreementItem } from '../agreement-item.ts'

export const belonging = {
  id: 'belonging',
  name: {
    en: 'Belonging',
    de: 'Zugehörigkeit',
    fr: 'Appartenance',
    es: 'Pertenencia',
    pt: 'Pertencimento',
    ja: '帰属感',
    ar: 'الانتماء',
  },
  role: 'core' as const,
  source:
    'Modelled on work group inclusion: belonging and being valued as oneself (Chung et al. 2020; Jansen et al. 2014). Own wording, not the validated one.',
  items: [
    agreementItem('belonging-1', {
      en: 'I feel valued as a person in our team.',
      de: 'In unserem Team fühle ich mich als Mensch geschätzt.',
      fr: 'Dans notre équipe, on m’apprécie pour la personne que je suis.',
      es: 'En nuestro equipo me siento una persona valorada.',
      pt: 'Na nossa equipe sinto que me valorizam como pessoa.',
      ja: 'チームの中で、一人の人間として大切にされていると感じる。',
      ar: 'أشعر في فريقنا بالتقدير بوصفي إنسانًا.',
    }),
    agreementItem('belonging-2', {
      en: 'When work gets hard, somebody in our team supports me.',
      de: 'Wenn die Arbeit schwierig wird, unterstützt mich jemand aus unserem Team.',
      fr: 'Quand le travail devient difficile, quelqu’un de notre équipe me soutient.',
      es: 'Cuando el trabajo se pone difícil, alguien de nuestro equipo me apoya.',
      pt: 'Quando o trabalho fica difícil, alguém da nossa equipe me apoia.',
      ja: '仕事が大変なとき、チームの誰かが支えてくれる。',
      ar: 'عندما يصعب العمل، يساندني أحد في فريقنا.',
    }),
    agreementItem('belonging-3', {
      en: 'What I contribute makes a difference for our team.',
      de: 'Mein Beitrag macht für unser Team einen Unterschied.',
      fr: 'Ce que j’apporte compte pour notre équipe.',
      es: 'Lo que aporto marca una diferencia para nuestro equipo.',
      pt: 'O que eu contribuo faz diferença para a nossa equipe.',
      ja: '私の貢献は、チームにとって意味がある。',
      ar: 'ما أسهم به يُحدث فرقًا لفريقنا.',
    }),
    agreementItem('belonging-4', {
      en: 'What matters to me also matters to our team.',
      de: 'Was mir wichtig ist, ist auch unserem Team wichtig.',
      fr: 'Ce qui compte pour moi compte aussi pour notre équipe.',
      es: 'Lo que es importante para mí también lo es para nuestro equipo.',
      pt: 'O que é importante para mim também é importante para a nossa equipe.',
      ja: '私にとって大切なことは、チームにとっても大切にされている。',
      ar: 'ما يهمني يهم فريقنا أيضًا.',
    }),
    agreementItem('belonging-5', {
      en: 'I feel connected to the people I work with.',
      de: 'Ich fühle mich den Menschen verbunden, mit denen ich arbeite.',
      fr: 'Je me sens proche des personnes avec qui je travaille.',
      es: 'Siento un vínculo con las personas con las que trabajo.',
      pt: 'Sinto uma ligação com as pessoas com quem trabalho.',
      ja: '一緒に働く人たちとのつながりを感じる。',
      ar: 'أشعر بالارتباط بمن أعمل معهم.',
    }),
  ],
}
