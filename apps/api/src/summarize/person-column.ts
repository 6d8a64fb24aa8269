/** Names that a column about a person has, in English and German, without case, blanks and signs. */
const personNames = new Set(
  `person people persons personid personname personnelnumber personnelno personnel participant participantid
   respondent respondentid respondentname employee employeeid employeename employeenumber employeeno staffid staffnumber
   member memberid user userid username login account name fullname firstname lastname surname givenname familyname
   email mail emailaddress mailaddress workemail phone phonenumber mobile ip ipaddress device deviceid session sessionid
   ssn birthdate dateofbirth mitarbeiter mitarbeiterin mitarbeiterid personalnummer vorname nachname teilnehmer
   teilnehmerin benutzer benutzername mailadresse emailadresse telefon`.split(/\s+/),
)

/** True for a column that is named like a person or an e-mail address: such a file is not an anonymous one. */
export function looksLikePersonColumn(name: string): boolean {
  const plain = name.replace(/^cut:/, '').toLowerCase()
  return plain.includes('@') || personNames.has(plain.replaceAll(/[^\p{L}]/gu, ''))
}

export function looksLikeEmail(value: string): boolean {
  return /[^\s@]@[^\s@]+\.[^\s@]/.test(value)
}
