import type { Museum } from '../catalogue/model.js'

/** A decimal number, with a point or a French comma. */
export function numberFrom(text: string): number | undefined {
  const plain = text.trim().replace(',', '.')
  return /^[+-]?\d{1,15}(\.\d{1,15})?$/.test(plain) ? Number(plain) : undefined
}

/** An absolute http or https address. */
export function addressFrom(text: string): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const web = url?.protocol === 'http:' || url?.protocol === 'https:'
  return url && web && url.username === '' && url.password === '' ? url.href : undefined
}

/** A website's address; registers write it without its scheme. */
export function websiteFrom(text: string): string | undefined {
  const address = addressFrom(/^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `http://${text}`)
  return address && new URL(address).hostname.includes('.') ? address : undefined
}

/** Latitude and longitude in degrees: `50.63, 3.06`. */
export function locationFrom(text: string): Museum['location'] {
  const [latitude, longitude, more] = text.split(/[,;]/).map(numberFrom)
  const two = latitude !== undefined && longitude !== undefined && more === undefined
  return two && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : undefined
}
