/** The most that a questionnaire of one's own may hold; far beyond what anybody would answer in a pulse. */
export const mostScales = 40
/** In each scale. */
export const mostItems = 40
/** Characters of a name, a statement or a source. */
export const longestText = 300
