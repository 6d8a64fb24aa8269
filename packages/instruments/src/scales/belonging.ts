import { agreementItem } from '../agreement-item.ts'

export const belonging = {
  id: 'belonging',
  name: { en: 'Belonging', de: 'Zugehörigkeit' },
  role: 'core' as const,
  source:
    'Modelled on work group inclusion: belonging and being valued as oneself (Chung et al. 2020; Jansen et al. 2014). Own wording, not the validated one.',
  items: [
    agreementItem('belonging-1', {
      en: 'I feel valued as a person in our team.',
      de: 'In unserem Team fühle ich mich als Mensch geschätzt.',
    }),
    agreementItem('belonging-2', {
      en: 'When work gets hard, somebody in our team supports me.',
      de: 'Wenn die Arbeit schwierig wird, unterstützt mich jemand aus unserem Team.',
    }),
    agreementItem('belonging-3', {
      en: 'What I contribute makes a difference for our team.',
      de: 'Mein Beitrag macht für unser Team einen Unterschied.',
    }),
    agreementItem('belonging-4', {
      en: 'What matters to me also matters to our team.',
      de: 'Was mir wichtig ist, ist auch unserem Team wichtig.',
    }),
    agreementItem('belonging-5', {
      en: 'I feel connected to the people I work with.',
      de: 'Ich fühle mich den Menschen verbunden, mit denen ich arbeite.',
    }),
  ],
}
