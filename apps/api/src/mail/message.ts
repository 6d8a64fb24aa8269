/** One mail, ready to be sent: the plain text says what the page says. */
export type Message = {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly language: string
  /** Where whoever wants no reminders is noted with one request (RFC 8058); left out of mails that are no reminders of anything. */
  readonly unsubscribe?: string
}
