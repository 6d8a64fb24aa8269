import { agreementItem } from '../agreement-item.ts'

export const learningCommunity = {
  id: 'learning-community',
  name: {
    en: 'Learning community',
    de: 'Lerngemeinschaft',
    fr: 'Communauté d’apprentissage',
    es: 'Comunidad de aprendizaje',
    pt: 'Comunidade de aprendizagem',
    ja: '学び合う場',
    ar: 'جماعة متعلمة',
  },
  role: 'rotating' as const,
  source:
    'Modelled on team learning behaviour (Edmondson 1999) and self-efficacy (Bandura 1977). Own wording, not the validated one.',
  items: [
    agreementItem('community-1', {
      en: 'In our team, people share what they know.',
      de: 'In unserem Team wird Wissen geteilt.',
      fr: 'Dans notre équipe, on partage ce que l’on sait.',
      es: 'En nuestro equipo se comparte lo que se sabe.',
      pt: 'Na nossa equipe as pessoas compartilham o que sabem.',
      ja: '私たちのチームでは、知っていることを分かち合う。',
      ar: 'في فريقنا يتشارك الناس ما يعرفونه.',
    }),
    agreementItem('community-2', {
      en: 'We are asked for our views before decisions are made.',
      de: 'Wir werden nach unserer Sicht gefragt, bevor Entscheidungen fallen.',
      fr: 'On nous demande notre avis avant de prendre des décisions.',
      es: 'Nos preguntan nuestra opinión antes de tomar decisiones.',
      pt: 'Perguntam a nossa opinião antes de tomar decisões.',
      ja: '物事が決まる前に、私たちは意見を聞かれる。',
      ar: 'يُسأل عن آرائنا قبل اتخاذ القرارات.',
    }),
    agreementItem('community-3', {
      en: 'We show each other recognition for good work.',
      de: 'Wir zeigen einander Anerkennung für gute Arbeit.',
      fr: 'Nous nous montrons de la reconnaissance pour un bon travail.',
      es: 'Nos mostramos reconocimiento por el buen trabajo.',
      pt: 'Mostramos reconhecimento uns aos outros pelo bom trabalho.',
      ja: '私たちは、良い仕事を互いに認め合っている。',
      ar: 'يُظهر بعضنا لبعض التقدير على العمل الجيد.',
    }),
    agreementItem('community-4', {
      en: 'We take time to reflect on how we work.',
      de: 'Wir nehmen uns Zeit, über unsere Arbeitsweise nachzudenken.',
      fr: 'Nous prenons le temps de réfléchir à notre façon de travailler.',
      es: 'Nos tomamos tiempo para reflexionar sobre cómo trabajamos.',
      pt: 'Reservamos tempo para refletir sobre como trabalhamos.',
      ja: '私たちは、働き方を振り返る時間を取っている。',
      ar: 'نخصص وقتًا للتفكير في طريقة عملنا.',
    }),
    agreementItem('community-5', {
      en: 'I am confident that I can master the tasks ahead of me.',
      de: 'Ich traue mir zu, die anstehenden Aufgaben gut zu bewältigen.',
      fr: 'J’ai confiance en ma capacité à réussir les tâches qui m’attendent.',
      es: 'Confío en que puedo sacar adelante las tareas que me esperan.',
      pt: 'Confio que consigo dar conta das tarefas que tenho pela frente.',
      ja: 'これから取り組む仕事をやり遂げられる自信がある。',
      ar: 'أثق بقدرتي على إتقان المهام التي أمامي.',
    }),
  ],
}
