/**
 * Text that no spreadsheet runs, whatever it takes for the end of a cell: a program that expects semicolons reads the pieces of a text
 * between them, and its lines, as cells of their own. An apostrophe goes before what would begin a formula there.
 */
export function withoutFormulas(text: string): string {
  return text.replace(/([;\n\t][\s"]*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/g, "$1'")
}
