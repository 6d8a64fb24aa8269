/** Refusals of one area by code, with the HTTP status and an English sentence. */
export type ProblemPart = Readonly<Record<string, { readonly status: number; readonly title: string }>>
