/** So many days after the summary posts are erased, where nothing else was said. Free of zod, for pages. */
export const usualKeepDays = 90
