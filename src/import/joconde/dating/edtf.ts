/** How sure a date is: `~` about, `?` doubted, `%` both (EDTF level 1). */
export type Doubt = Readonly<{ about?: boolean; doubted?: boolean }>

export const qualifier = ({ about, doubted }: Doubt): string => {
  if (about) return doubted ? '%' : '~'
  return doubted ? '?' : ''
}

/** @param year negative before our era, where EDTF counts from a year 0: 50 before our era is -0049 */
export function edtfYear(year: number): string {
  const counted = year < 0 ? year + 1 : year
  const digits = String(Math.abs(counted)).padStart(4, '0')
  return `${digits.length > 4 ? 'Y' : ''}${counted < 0 ? '-' : ''}${digits}`
}
