/** Text from a file must not steer the terminal that shows it. */
export const printable = (text: string): string => text.replace(/\p{Cc}/gu, '�')

/** The beginning of a long value. */
export const shortened = (value: string): string => (value.length > 80 ? `${value.slice(0, 79)}…` : value)

/** A quoted cell; an apostrophe keeps a spreadsheet from reading a value as a formula. */
export const csvCell = (text: string): string => {
  const inert = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[";\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert
}
