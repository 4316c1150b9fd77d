import { enableCopying } from './clipboard.js'
import { turnInPlace } from './turn.js'

enableCopying(document)
turnInPlace()
