import type { Topic } from './topics.ts'

const edmondson1999 =
  'Edmondson, A. C. (1999). Psychological safety and learning behavior in work teams. Administrative Science Quarterly, 44(2), 350–383.'
const edmondson2018 = 'Edmondson, A. C. (2018). The Fearless Organization. Wiley.'

/** Where the ideas of a topic come from; no sentence is taken from them. */
const sources: Record<Topic, readonly string[]> = {
  'psychological-safety': [edmondson1999, edmondson2018],
  belonging: [
    'Chung, B. G., Ehrhart, K. H., Shore, L. M., Randel, A. E., Dean, M. A. & Kedharnath, U. (2020). Work group inclusion: Test of a scale and model. Group & Organization Management, 45(1), 75–102.',
  ],
  'learning-from-mistakes': [
    'van Dyck, C., Frese, M., Baer, M. & Sonnentag, S. (2005). Organizational error management culture and its impact on performance. Journal of Applied Psychology, 90(6), 1228–1240.',
  ],
  standards: [
    'Gibson, C. B. & Birkinshaw, J. (2004). The antecedents, consequences, and mediating role of organizational ambidexterity. Academy of Management Journal, 47(2), 209–226.',
    edmondson2018,
  ],
  'leader-as-model': [
    'Nembhard, I. M. & Edmondson, A. C. (2006). Making it safe. Journal of Organizational Behavior, 27(7), 941–966.',
  ],
  'learning-community': [edmondson1999],
  general: [edmondson1999, edmondson2018],
}

/** Those of some topics, each once. */
export function sourcesOf(topics: readonly Topic[]): string[] {
  return [...new Set(topics.flatMap((topic) => sources[topic]))].toSorted()
}
