import { enableCopying } from './clipboard.js'
import { prepareStage } from './stage.js'

enableCopying(document)
for (const stage of document.querySelectorAll<HTMLElement>('[data-stage]')) prepareStage(stage)
