import { enableCopying } from './clipboard.js'
import { prepareHeld } from './told/held.js'
import { prepareLinked } from './told/linked.js'
import { enablePrinting } from './told/print.js'
import { showTheWay } from './told/way.js'

enableCopying(document)
enablePrinting(document)
for (const article of document.querySelectorAll<HTMLElement>('[data-analysis]')) prepareHeld(article)
for (const stage of document.querySelectorAll<HTMLElement>('[data-linked]')) prepareLinked(stage)
for (const way of document.querySelectorAll<HTMLElement>('[data-way]')) showTheWay(way)
