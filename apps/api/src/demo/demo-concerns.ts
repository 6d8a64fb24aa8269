import type { DemoPerson } from './demo-people.ts'

/** Who takes concerns at Meridian Cycles: the works council first, then somebody far from every line. */
export const demoTrusted: readonly {
  readonly person: (one: DemoPerson) => boolean
  readonly escalation: (one: DemoPerson) => boolean
  readonly office: string
  readonly about: string
  readonly languages: readonly string[]
}[] = [
  {
    person: ({ role }) => role === 'auditor',
    escalation: ({ manages }) => manages.split(' ').includes('legal'),
    office: 'Betriebsrat',
    about:
      'Ich lese es allein, und spreche mit niemandem darüber, bevor wir beide es wollen. Weder die Personalabteilung noch die Leitung liest mit.\nI read it alone. Neither HR nor management does.',
    languages: ['de', 'en'],
  },
  {
    person: ({ manages }) => manages.split(' ').includes('finance'),
    escalation: ({ role }) => role === 'auditor',
    office: 'Ombudsperson',
    about: 'I work in none of the lines that build or ship anything. Nobody but me opens what you send.',
    languages: ['en', 'fr'],
  },
]

/** Part of the story of Platform: the release that failed had been warned of, and nobody had felt able to say so aloud. */
export const demoConcern = `Before the release that failed, the way back had not been tried out for months. It was known, and it was said in a small round that this was not the moment to bring it up.

The review speaks of missing time. It was not time: people had learned that whoever stops a release has some explaining to do upstairs. If the next release goes out the same way, riders are on the road with a controller that nobody can roll back.

I do not want anybody to be punished. I want somebody to ask, before the next one, whether the way back was tried.`
