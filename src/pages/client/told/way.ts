import { followScroll } from './position.js'

/** Marks the room that is being visited on the way through all of them. */
export function showTheWay(way: HTMLElement): void {
  const links = [...way.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')]
  const rooms = links.flatMap(link => document.getElementById(link.hash.slice(1)) ?? [])
  followScroll(
    rooms,
    () => innerHeight * 0.5,
    index => {
      for (const [place, link] of links.entries()) {
        if (place === index) link.setAttribute('aria-current', 'true')
        else link.removeAttribute('aria-current')
      }
      const { parentElement: item } = links[index] ?? {}
      item?.parentElement?.scrollTo({ left: item.offsetLeft - 16 })
    },
  )
}
